import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { clock } from './clock'
import { randomToken, seal, unseal } from './crypto'
import { isDuplicateKey, isWriteConflict, retryTransient } from './database'
import { env } from './env'
import { globalState } from './globalState'

/**
 * Rings of keys. `general` opens what a care team may read; `psychotherapy` is apart, so that the
 * general ring never opens those notes; `audit` signs the log.
 */
export type KeyRing = 'general' | 'psychotherapy' | 'audit'

/** Wraps data keys; the default keeps its key in a file outside the database. A KMS fits the same shape. */
export type KeyProvider = {
  keyId: (ring: KeyRing) => string
  wrap: (ring: KeyRing, key: Uint8Array, subject: string) => Promise<string>
  unwrap: (ring: KeyRing, wrapped: string, subject: string) => Promise<Uint8Array>
}

const keyBytes = 32

const readKeyFile = (ring: KeyRing): Uint8Array => {
  const file = join(env.KEY_DIR, `${ring}.key`)
  if (!existsSync(file)) {
    mkdirSync(env.KEY_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== keyBytes)
    throw new Error(`The key file ${ring}.key must hold ${keyBytes} bytes in base64.`)
  return key
}

const ringKeys = globalState('ring-keys', () => new Map<KeyRing, Uint8Array>())

/** The wrapping key of a ring, read once from its file. */
export const ringKey = (ring: KeyRing): Uint8Array => {
  const known = ringKeys.get(ring)
  if (known) return known
  const key = readKeyFile(ring)
  ringKeys.set(ring, key)
  return key
}

const fileProvider: KeyProvider = {
  keyId: (ring) => `file:${ring}`,
  wrap: async (ring, key, subject) => seal(ringKey(ring), key, `wrap|${ring}|${subject}`),
  unwrap: async (ring, wrapped, subject) =>
    unseal(ringKey(ring), wrapped, `wrap|${ring}|${subject}`),
}

export const keyProvider = (): KeyProvider => fileProvider

export type DataKey = { kid: string; key: Uint8Array }

type KeyRow = { kid: string; wrapped: string }

const cache = globalState('data-keys', () => new Map<string, DataKey>())
const cacheLimit = 20_000

const remember = (name: string, key: DataKey): DataKey => {
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(name, key)
  return key
}

/** Forgets every unwrapped key, for tests and for shredding. */
export const forgetKeys = (): void => cache.clear()

const findRow = async (payload: BasePayload, uniqueKey: string): Promise<KeyRow | null> =>
  payload.db.findOne<KeyRow & { id: string }>({
    collection: 'data-keys',
    where: { uniqueKey: { equals: uniqueKey } },
  })

const createRow = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
): Promise<DataKey> => {
  const key = randomBytes(keyBytes)
  const kid = randomToken(6)
  await payload.db.create({
    collection: 'data-keys',
    data: {
      uniqueKey: `${ring}|${subject}|current`,
      ring,
      subject,
      kid,
      wrapped: await keyProvider().wrap(ring, key, subject),
      providerKeyId: keyProvider().keyId(ring),
      issuedAt: clock.wall().toISOString(),
    },
  })
  return { kid, key }
}

/** The key that new text about `subject` is sealed with; made on first use, once, by whoever comes first. */
export const currentKey = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
): Promise<DataKey> => {
  const name = `${ring}|${subject}|current`
  const known = cache.get(name)
  if (known) return known
  const row = await findRow(payload, name)
  if (row)
    return remember(name, {
      kid: row.kid,
      key: await keyProvider().unwrap(ring, row.wrapped, subject),
    })
  try {
    return remember(name, await retryTransient(() => createRow(payload, ring, subject)))
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
    const winner = await findRow(payload, name)
    if (!winner) throw error
    return remember(name, {
      kid: winner.kid,
      key: await keyProvider().unwrap(ring, winner.wrapped, subject),
    })
  }
}

/** The key with this id; null when it was shredded. */
export const keyById = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
  kid: string,
): Promise<Uint8Array | null> => {
  const current = cache.get(`${ring}|${subject}|current`)
  if (current?.kid === kid) return current.key
  const name = `${ring}|${subject}|${kid}`
  const known = cache.get(name)
  if (known) return known.key
  const row = await payload.db.findOne<KeyRow & { id: string; uniqueKey: string }>({
    collection: 'data-keys',
    where: {
      and: [{ subject: { equals: subject } }, { ring: { equals: ring } }, { kid: { equals: kid } }],
    },
  })
  if (!row) return null
  const key = await keyProvider().unwrap(ring, row.wrapped, subject)
  remember(row.uniqueKey.endsWith('|current') ? row.uniqueKey : name, { kid, key })
  return key
}
