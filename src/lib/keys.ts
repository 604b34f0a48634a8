import { randomBytes } from 'node:crypto'
import type { BasePayload } from 'payload'
import { clock } from './clock'
import { randomToken } from './crypto'
import { insertRows, isDuplicateKey, isWriteConflict, retryTransient } from './database'
import { globalState } from './globalState'
import { keyProvider } from './keyProvider'
import type { KeyRing } from './keyRing'

export { ringKey, ringKeyId } from './keyFiles'
export type { KeyRing } from './keyRing'

export type DataKey = { kid: string; key: Uint8Array }

/** A data key as the database holds it: locked by the provider. */
export type KeyRow = {
  id: string
  uniqueKey: string
  ring: KeyRing
  subject: string
  kid: string
  wrapped: string
  providerKeyId: string
  issuedAt: string
  retiredAt?: string | null
}

const keyBytes = 32
const cacheLimit = 20_000

/**
 * How long a process uses a key without asking for it again, in milliseconds. After so long a retired key
 * seals nothing more anywhere, and a destroyed one opens nothing more.
 */
export const keyMemoryMs = 60_000

type Remembered = DataKey & { until: number }

const cache = globalState('data-keys', () => new Map<string, Remembered>())

const remember = (name: string, key: DataKey): DataKey => {
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(name, { ...key, until: clock.wall().getTime() + keyMemoryMs })
  return key
}

const recall = (name: string): DataKey | null => {
  const known = cache.get(name)
  return known && known.until > clock.wall().getTime() ? known : null
}

/** Forgets every unwrapped key of this process at once. */
export const forgetKeys = (): void => cache.clear()

const currentName = (ring: KeyRing, subject: string): string => `${ring}|${subject}|current`

const open = async (row: KeyRow): Promise<DataKey> => {
  const given = { wrapped: row.wrapped, keyId: row.providerKeyId }
  return { kid: row.kid, key: await keyProvider().unwrap(row.ring, given, row.subject) }
}

const findRow = async (payload: BasePayload, uniqueKey: string): Promise<KeyRow | null> =>
  payload.db.findOne<KeyRow>({
    collection: 'data-keys',
    where: { uniqueKey: { equals: uniqueKey } },
  })

const newKey = async (ring: KeyRing, subject: string) => {
  const key = randomBytes(keyBytes)
  const kid = randomToken(6)
  const { wrapped, keyId } = await keyProvider().wrap(ring, key, subject)
  const row = {
    uniqueKey: currentName(ring, subject),
    ring,
    subject,
    kid,
    wrapped,
    providerKeyId: keyId,
    issuedAt: clock.wall().toISOString(),
    isNeeded: false,
  }
  return { row, key: { kid, key } }
}

const createRow = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
): Promise<DataKey> => {
  const { row, key } = await newKey(ring, subject)
  await payload.db.create({ collection: 'data-keys', data: row })
  return key
}

/** Makes the first keys of many subjects in one insert, for a seed. Throws when one has a key already. */
export const makeKeys = async (
  payload: BasePayload,
  ring: KeyRing,
  subjects: readonly string[],
): Promise<void> => {
  const made = await Promise.all(subjects.map((subject) => newKey(ring, subject)))
  const now = clock.wall().toISOString()
  const rows = made.map(({ row }) => ({ ...row, createdAt: now, updatedAt: now }))
  await insertRows(payload, 'data-keys', rows)
  for (const { row, key } of made) remember(row.uniqueKey, key)
}

/** The key that new text about `subject` is sealed with; made on first use, once, by whoever comes first. */
export const currentKey = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
): Promise<DataKey> => {
  const name = currentName(ring, subject)
  const known = recall(name)
  if (known) return known
  const row = await findRow(payload, name)
  if (row) return remember(name, await open(row))
  try {
    return remember(name, await retryTransient(() => createRow(payload, ring, subject)))
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
    const winner = await findRow(payload, name)
    if (!winner) throw error
    return remember(name, await open(winner))
  }
}

/** The key with this id; null when it was destroyed. */
export const keyById = async (
  payload: BasePayload,
  ring: KeyRing,
  subject: string,
  kid: string,
): Promise<Uint8Array | null> => {
  const current = recall(currentName(ring, subject))
  if (current?.kid === kid) return current.key
  const name = `${ring}|${subject}|${kid}`
  const known = recall(name)
  if (known) return known.key
  const row = await payload.db.findOne<KeyRow>({
    collection: 'data-keys',
    where: {
      and: [{ subject: { equals: subject } }, { ring: { equals: ring } }, { kid: { equals: kid } }],
    },
  })
  if (!row) return null
  const { key } = remember(
    row.uniqueKey === currentName(ring, subject) ? row.uniqueKey : name,
    await open(row),
  )
  return key
}

/** Reads the present keys of many subjects at once, so that opening their texts asks for none of them. */
export const readKeys = async (
  payload: BasePayload,
  ring: KeyRing,
  subjects: readonly string[],
): Promise<void> => {
  const missing = subjects.filter((subject) => !recall(currentName(ring, subject)))
  if (!missing.length) return
  const { docs } = await payload.db.find<KeyRow>({
    collection: 'data-keys',
    where: { uniqueKey: { in: missing.map((subject) => currentName(ring, subject)) } },
    limit: 0,
    pagination: false,
  })
  for (const row of docs) {
    // One that cannot be opened is reported where its text is read.
    const key = await open(row).catch(() => null)
    if (key) remember(row.uniqueKey, key)
  }
}

/**
 * Puts a subject's present key out of use: what is written from now on gets a new one, what was written
 * stays readable. Does nothing when the present key is not the one of `row`.
 */
export const retireKey = async (payload: BasePayload, row: KeyRow): Promise<void> => {
  await payload.db.updateOne({
    collection: 'data-keys',
    where: { and: [{ id: { equals: row.id } }, { uniqueKey: { equals: row.uniqueKey } }] },
    data: {
      uniqueKey: `${row.ring}|${row.subject}|${row.kid}`,
      retiredAt: clock.wall().toISOString(),
    },
  })
  cache.delete(row.uniqueKey)
}

/**
 * Destroys every key of a subject on every ring: what was written about it is unreadable from now on.
 * A backup made before still holds them until it is let go. Answers how many keys there were.
 */
export const destroyKeys = async (payload: BasePayload, subject: string): Promise<number> => {
  const where = { subject: { equals: subject } }
  const { totalDocs } = await payload.db.count({ collection: 'data-keys', where })
  await payload.db.deleteMany({ collection: 'data-keys', where })
  forgetKeys()
  return totalDocs
}
