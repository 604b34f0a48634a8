import { gunzipSync } from 'node:zlib'
import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import type { StoredRow } from '@/src/domain/row'

export type Rows = Map<string, StoredRow[]>

/** What belongs to the process, to signing in or to Payload itself is no part of a history. */
const leftOut = [
  'audit-events',
  'audit-checkpoints',
  'audit-subjects',
  'audit-verifications',
  'auth-sessions',
  'auth-tokens',
  'idempotency-keys',
  'job-runs',
  'kept-searches',
  'measures',
]

/** Every record of the product by collection, confidential texts in plain. */
export const readEverything = async (payload: BasePayload): Promise<Rows> => {
  const { req } = await asSystem(payload, 'compare the demo')
  const read = factReader(req)
  const all: Rows = new Map()
  for (const slug of Object.keys(payload.collections)) {
    if (slug.startsWith('payload-') || leftOut.includes(slug)) continue
    const rows = await read.many(slug, {})
    all.set(slug, (await Promise.all(rows.map((row) => read.text(slug, row)))) as never) // stored rows have ids
  }
  return all
}

/** The same rows without those in `known`. */
export const without = (all: Rows, known: Rows): Rows =>
  new Map(
    [...all].map(([slug, rows]) => {
      const ids = new Set(known.get(slug)?.map(({ id }) => id))
      return [slug, rows.filter(({ id }) => !ids.has(id))]
    }),
  )

// Times of the machine, ciphertext, and hashes over ids.
const volatile = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'sealed',
  'recordUid',
  'heldAt',
  'kid',
  'wrapped',
  'issuedAt@data-keys',
  'contentHash',
  'agreedHash',
  'filename',
  'url',
  'passwordHash',
])

const anId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{24}\b/g

const label = (text: string, names: ReadonlyMap<string, string>): string =>
  text
    .replaceAll(anId, (id) => `<${names.get(id) ?? 'unknown'}>`)
    // Keys of one call of an action, and keys of plan rows that a clinician added.
    .replaceAll(/\|[\w-]{24}(?=["|\\])/g, '|<key>')
    .replaceAll(/"contact\|[\w-]{16}"/g, '"contact|<key>"')
    .replaceAll(/(objective|intervention)-[a-z0-9]{8}\b/g, '$1-<key>')
    .replaceAll(/(account\\*":\\*")[0-9A-F]{8}/g, '$1<account>')

const plain = (slug: string, name: string, value: unknown): unknown => {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string' && value.startsWith('H4sI'))
    return gunzipSync(Buffer.from(value, 'base64')).toString('utf8')
  if (name === 'lastAction') return String(value).split(':')[0]
  if (slug === 'slot-holds' && name === 'attempt') return undefined
  return value
}

const namesOf = (all: Rows, known: Rows): Map<string, string> =>
  new Map([
    ...[...all].flatMap(([slug, rows]) => rows.map(({ id }) => [id, slug] as const)),
    // What was there before keeps its id and has to be the very same row.
    ...[...known].flatMap(([slug, rows]) => rows.map(({ id }) => [id, `${slug} ${id}`] as const)),
  ])

const lineOf = (slug: string, row: Record<string, unknown>): string => {
  const kept = Object.entries(row)
    .filter(([name]) => !volatile.has(name) && !volatile.has(`${name}@${slug}`))
    .map(([name, value]) => [name, plain(slug, name, value)])
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => String(a).localeCompare(String(b)))
  return JSON.stringify(Object.fromEntries(kept))
}

/** Rows as comparable lines: new ids by the collection they name, nothing that depends on the machine. */
export const comparable = (all: Rows, known: Rows): Map<string, string[]> => {
  const names = namesOf(all, known)
  return new Map(
    [...all].map(([slug, rows]) => [
      slug,
      rows.map((row) => label(lineOf(slug, row), names)).sort(),
    ]),
  )
}

/** The lines that only one of two lists has, with how many of each side stand alone. */
export const differences = (one: readonly string[], other: readonly string[]): string[] => {
  const left = [...other]
  const alone = one.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [
    ...alone.map((line) => `only first: ${line}`),
    ...left.map((line) => `only second: ${line}`),
  ]
}
