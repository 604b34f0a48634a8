import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { seal, sha256, unseal } from './crypto'
import { env } from './env'
import { globalState } from './globalState'
import type { KeyProvider, KeyRing } from './keyRing'

type RingKey = { id: string; key: Uint8Array }

const keyBytes = 32

const fileOf = (ring: KeyRing): string => join(env.KEY_DIR, `${ring}.key`)

const ringKeyOf = (ring: KeyRing, line: string): RingKey => {
  const key = Buffer.from(line, 'base64')
  if (key.length !== keyBytes)
    throw new Error(`The key file ${ring}.key must hold ${keyBytes} bytes in base64 per line.`)
  return { id: `file:${ring}:${sha256(key).slice(0, 12)}`, key }
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

const fileGone = (ring: KeyRing): Error =>
  new Error(
    `The key file ${ring}.key is not in ${env.KEY_DIR}. Put it back from its second safe place: without it nothing that it locked can be opened.`,
  )

const rings = globalState('ring-keys', () => new Map<KeyRing, RingKey[]>())

const isFileThere = (ring: KeyRing): boolean => existsSync(fileOf(ring))

/** Line by line: the present key, then older ones that something may still be wrapped with. */
const readRing = (ring: KeyRing): RingKey[] => {
  const lines = readFileSync(fileOf(ring), 'utf8').split('\n')
  return lines.filter((line) => line.trim()).map((line) => ringKeyOf(ring, line.trim()))
}

/** A ring's first key. A file that this process has read already and that went since is never made anew. */
const makeRing = (ring: KeyRing): void => {
  if (rings.has(ring)) throw fileGone(ring)
  mkdirSync(env.KEY_DIR, { recursive: true, mode: 0o700 })
  try {
    const key = randomBytes(keyBytes).toString('base64')
    writeFileSync(fileOf(ring), key, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Another server on the same folder was first: its key counts.
    if (!isThere(error)) throw error
  }
}

const ringOf = (ring: KeyRing, isFresh = false): RingKey[] => {
  const known = isFresh ? undefined : rings.get(ring)
  if (known) return known
  if (!isFileThere(ring)) throw fileGone(ring)
  const keys = readRing(ring)
  rings.set(ring, keys)
  return keys
}

const presentOf = (ring: KeyRing, isFresh = false): RingKey => {
  if ((isFresh || !rings.has(ring)) && !isFileThere(ring)) makeRing(ring)
  const [present] = ringOf(ring, isFresh)
  if (!present) throw new Error(`The key file ${ring}.key is empty.`)
  return present
}

/** The present key of a ring, read once from its file; made with the ring's first use. */
export const ringKey = (ring: KeyRing): Uint8Array => presentOf(ring).key

export const ringKeyId = (ring: KeyRing): string => presentOf(ring).id

/** The ids of the keys in a ring's file, the present one first. Throws when the file is gone; makes none. */
export const ringKeyIds = (ring: KeyRing): string[] => ringOf(ring, true).map(({ id }) => id)

const writeRing = (ring: KeyRing, keys: readonly RingKey[]): void => {
  const beside = `${fileOf(ring)}.new`
  const text = keys.map(({ key }) => Buffer.from(key).toString('base64')).join('\n')
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeFileSync(handle, `${text}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, fileOf(ring))
  rings.delete(ring)
}

const placeOf = (ring: KeyRing, subject: string): string => `wrap|${ring}|${subject}`

// Whoever wraps looks into the file: another server may have made a new key since.
const wrap: KeyProvider['wrap'] = async (ring, key, subject) => {
  const present = presentOf(ring, true)
  return { wrapped: seal(present.key, key, placeOf(ring, subject)), keyId: present.id }
}

const unwrap: KeyProvider['unwrap'] = async (ring, { wrapped, keyId }, subject) => {
  const named = (keys: readonly RingKey[]) => keys.find(({ id }) => id === keyId)
  const found = named(ringOf(ring)) ?? named(ringOf(ring, true))
  if (!found)
    throw new Error(
      `The key file ${ring}.key lacks the key ${keyId}. Put back the file that holds it, as a line of its own.`,
    )
  return unseal(found.key, wrapped, placeOf(ring, subject))
}

const rotate: KeyProvider['rotate'] = async (ring, after) => {
  const keys = ringOf(ring, true)
  if (presentOf(ring).id !== after) return presentOf(ring).id
  const made = ringKeyOf(ring, randomBytes(keyBytes).toString('base64'))
  writeRing(ring, [made, ...keys])
  return made.id
}

const retire: KeyProvider['retire'] = async (ring) => {
  const [present, ...older] = ringOf(ring, true)
  if (!present || !older.length) return []
  const files = older.map(({ id }) => `${ring}.key.retired-${id.split(':').pop()}`)
  for (const [index, { key }] of older.entries()) {
    const file = join(env.KEY_DIR, files[index] ?? '')
    if (!existsSync(file))
      writeFileSync(file, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600 })
  }
  writeRing(ring, [present])
  return files
}

/** The default: a file per ring in KEY_DIR. */
export const keyFileProvider: KeyProvider = {
  name: 'files',
  keyId: async (ring) => presentOf(ring, true).id,
  wrap,
  unwrap,
  rotate,
  retire,
}
