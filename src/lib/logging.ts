import type { Config } from 'payload'
import { faultRecord } from './faultRecord'

type Options = NonNullable<Extract<NonNullable<Config['logger']>, { options: unknown }>['options']>

const hasFault = (value: unknown): value is { err: unknown; msg?: unknown } =>
  typeof value === 'object' && value !== null && 'err' in value && value.err instanceof Error

/**
 * A refusal is an answer, not a fault, whatever its class: the production build gives Payload's classes other
 * names, so that its own list of levels by name does not know them there.
 */
const isRefused = (record: unknown): boolean => {
  if (!hasFault(record) || record.msg !== undefined) return false
  const { status } = record.err as Error & { status?: unknown } // Payload's errors carry theirs
  return typeof status === 'number' && status >= 400 && status < 500
}

/** How the log is written: faults without their messages (see faultRecord.ts), whoever logs them. */
export const logOptions = (level: string): Options => ({
  name: 'therapy-ops',
  level,
  serializers: { err: faultRecord },
  hooks: {
    // The logger takes an error's message for its own where none is given.
    logMethod(given, method) {
      const [first, ...rest] = given
      const record: unknown = (first as unknown) instanceof Error ? { err: first } : first
      if (isRefused(record) && !rest.length) return
      const hasWords = rest.length > 0 || (hasFault(record) && typeof record.msg === 'string')
      const words = hasFault(record) && !hasWords ? ['A request failed'] : rest
      method.apply(this, [record, ...words] as unknown as typeof given) // an overloaded call
    },
  },
})
