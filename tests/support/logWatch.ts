import type { BasePayload } from 'payload'
import { testPassword } from './client'

export type LogWatch = {
  lines: () => readonly string[]
  /** Lines with something in them that no log may hold, or nothing. */
  unfit: () => Promise<string[]>
}

// Sentences planted by the tests, what people sign in with, and what sessions, keys and stored passwords look like.
const forbidden: readonly RegExp[] = [
  /canary[.\s]/i,
  new RegExp(testPassword),
  /test-secret-test-secret/,
  /therapy-(?:staff|portal)=[\w-]{8,}/,
  /tops_[a-z]_\w{8,}/,
  /\$(?:argon2|scrypt)|BEGIN [A-Z ]*PRIVATE KEY/,
]

type Patient = { firstName?: unknown; lastName?: unknown; email?: unknown; phone?: unknown }

const wordsOf = ({ firstName, lastName, email, phone }: Patient): string[] =>
  [firstName && lastName ? `${firstName} ${lastName}` : null, email, phone].filter(
    (word): word is string => typeof word === 'string' && word.length >= 6,
  )

/** Lines that hold a canary, a secret or one of the words. */
export const unfitIn = (lines: readonly string[], words: readonly string[]): string[] =>
  lines.filter(
    (line) =>
      forbidden.some((each) => each.test(line)) || words.some((word) => line.includes(word)),
  )

/**
 * Has everything written down that the server logs, as it would be printed and down to the finest level. Every test
 * file reads it when it is done (boot.ts): no canary, no patient, no secret may be in it.
 */
export const watchLog = (payload: BasePayload): LogWatch => {
  const kept: string[] = []
  const { logger } = payload
  const stream = Object.getOwnPropertySymbols(logger).find(
    ({ description }) => description === 'pino.stream',
  )
  if (!stream) throw new Error('The logger is not the one that tests know how to read.')
  const write = (line: string): void => {
    kept.push(line)
    if (process.env['TEST_LOG_LEVEL']) process.stdout.write(line)
  }
  Object.assign(logger, { [stream]: { write } })
  logger.level = 'trace'
  return {
    lines: () => kept,
    unfit: async () => {
      if (!kept.length) return []
      const { docs } = await payload.db
        .find<Patient & { id: string }>({ collection: 'patients', where: {}, pagination: false })
        .catch(() => ({ docs: [] }))
      return unfitIn(kept, docs.flatMap(wordsOf))
    },
  }
}
