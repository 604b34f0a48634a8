import { execFile } from 'node:child_process'
import { z } from 'zod'
import { env } from './env'
import type { KeyProvider } from './keyRing'

const patienceMs = 20_000

const answers = {
  'key-id': z.object({ keyId: z.string().min(1) }),
  wrap: z.object({ wrapped: z.string().min(1), keyId: z.string().min(1) }),
  unwrap: z.object({ key: z.string().min(1) }),
  rotate: z.object({ keyId: z.string().min(1) }),
  retire: z.object({ retired: z.array(z.string()) }),
} as const

type Question = keyof typeof answers

const failure = (question: Question, why: string): Error =>
  new Error(`The key service of KEY_COMMAND did not answer "${question}": ${why}`)

const run = (question: Question, asked: object): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      env.KEY_COMMAND ?? '',
      [question],
      { timeout: patienceMs, maxBuffer: 1_000_000 },
      (error, stdout, stderr) => {
        const [line = ''] = stderr.trim().split('\n')
        if (error) reject(failure(question, line || error.message))
        else resolve(stdout)
      },
    )
    // A program that ends before it has read its question says so by its exit.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(JSON.stringify(asked))
  })

const ask = async <Q extends Question>(
  question: Q,
  asked: object,
): Promise<z.output<(typeof answers)[Q]>> => {
  const text = await run(question, asked)
  try {
    return answers[question].parse(JSON.parse(text)) as z.output<(typeof answers)[Q]> // its own schema
  } catch {
    throw failure(question, 'its answer is not the JSON that docs/encryption.md describes.')
  }
}

/**
 * Keys of a key management service, by a program of the practice's own (KEY_COMMAND). It is started
 * with what is asked as its one argument, reads JSON and writes JSON; no shell is between, and the
 * wrapping key never comes here.
 */
export const keyCommandProvider: KeyProvider = {
  name: 'command',
  keyId: async (ring) => (await ask('key-id', { ring })).keyId,
  wrap: (ring, key, subject) =>
    ask('wrap', { ring, subject, key: Buffer.from(key).toString('base64') }),
  unwrap: async (ring, { wrapped, keyId }, subject) => {
    const { key } = await ask('unwrap', { ring, subject, wrapped, keyId })
    return Buffer.from(key, 'base64')
  },
  rotate: async (ring, after) => (await ask('rotate', { ring, after })).keyId,
  retire: async (ring) => (await ask('retire', { ring })).retired,
}
