import type { BasePayload, FlattenedField, Where } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { insertRows, standIn } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { insertInBulk, insertOrder, withLateReferences } from './insertable'
import { matcherOf } from './matches'
import { newId } from './newId'
import { type Table, tableOf } from './table'

/** What belongs to the process or to Payload itself stays where it is. */
const leftAlone = new Set([
  'audit-events',
  'audit-checkpoints',
  'audit-subjects',
  'auth-sessions',
  'auth-tokens',
  'job-runs',
  'idempotency-keys',
  'kept-searches',
  'payload-jobs',
  'payload-jobs-stats',
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
])

type Args = {
  collection: string
  id?: string
  where?: Where
  data?: Record<string, unknown>
  sort?: string | string[]
  limit?: number
  page?: number
  pagination?: boolean
}

type Method = (args: Args) => Promise<unknown>

type LooseAdapter = Record<string, Method>

const columnsOf = (fields: readonly FlattenedField[]): FlattenedField[] =>
  fields.filter((field) => !('virtual' in field && field.virtual) && field.name !== 'id')

const asStored = (field: FlattenedField | undefined, value: unknown): unknown => {
  if (value === undefined || value === null) return null
  if (field?.type === 'date') return new Date(value as string | Date).toISOString() // dates and ISO texts
  if (field?.type === 'relationship' && typeof value === 'object' && 'id' in value) return value.id
  return Array.isArray(value) ? [...value] : value
}

const increased = (before: unknown, value: unknown): unknown => {
  const step = value && typeof value === 'object' ? (value as { $inc?: number }).$inc : undefined
  return step === undefined ? value : Number(before ?? 0) + step
}

const pageOf = (
  table: Table,
  rows: StoredRow[],
  { limit, page = 1, pagination }: Args,
): Record<string, unknown> => {
  const size = limit && limit > 0 ? limit : rows.length
  const isPaged = pagination !== false && size > 0
  const start = isPaged || page > 1 ? (page - 1) * size : 0
  const totalPages = isPaged ? Math.max(1, Math.ceil(rows.length / size)) : 1
  return {
    docs: rows.slice(start, start + size).map(table.copy),
    totalDocs: rows.length,
    limit: limit ?? 0,
    page,
    totalPages,
    pagingCounter: start + 1,
    hasNextPage: page < totalPages,
    hasPrevPage: page > 1,
    nextPage: page < totalPages ? page + 1 : null,
    prevPage: page > 1 ? page - 1 : null,
  }
}

// So many at once that writing them costs little, so few that they are not carried along for long.
const logRowsPerInsert = 2000

export type MemoryDatabase = {
  /** Goes back to the real database; nothing is written yet. */
  leave: () => void
  /** Writes what was made and changed in bulk, once it was left; answers how many rows were made. */
  write: () => Promise<number>
}

const readAll = async (payload: BasePayload, slug: string): Promise<StoredRow[]> =>
  (
    await payload.db.find<StoredRow>({
      collection: slug,
      limit: 0,
      pagination: false,
      sort: '-createdAt',
    })
  ).docs

/**
 * Puts the product on a database in memory, so that its own actions and rules work out a history that
 * `write` then writes in bulk: thousands of rows in a second, each as its action leaves it. For a process
 * that nobody else changes the database under, such as the demo's seed. Rows of `except` are not written.
 */
export const enterMemory = async (
  payload: BasePayload,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<MemoryDatabase> => {
  const db = payload.db as unknown as LooseAdapter // its methods, by name
  const real = { ...db }
  const slugs = Object.keys(payload.collections).filter((slug) => !leftAlone.has(slug))
  const tables = new Map<string, Table>()
  const fieldsOf = new Map<string, Map<string, FlattenedField>>()
  for (const slug of slugs) {
    const fields = columnsOf(payload.collections[slug]?.config.flattenedFields ?? [])
    fieldsOf.set(slug, new Map(fields.map((field) => [field.name, field])))
    tables.set(slug, tableOf({ slug, fields, stored: await readAll(payload, slug) }))
  }
  const globals = new Map<string, unknown>()

  const storable = (slug: string, data: Record<string, unknown>, before?: StoredRow) => {
    const fields = fieldsOf.get(slug)
    const stored: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(data)) {
      if (
        value === undefined ||
        (!fields?.has(name) && name !== 'createdAt' && name !== 'updatedAt')
      )
        continue
      stored[name] = asStored(fields?.get(name), increased(before?.[name], value))
    }
    return stored
  }
  const stamp = (): string => clock.wall().toISOString()

  const blanks = new Map<string, Record<string, unknown>>()
  const blankOf = (slug: string): Record<string, unknown> => {
    const known = blanks.get(slug)
    if (known) return known
    const blank: Record<string, unknown> = {}
    for (const [name, field] of fieldsOf.get(slug) ?? []) {
      const standard = 'defaultValue' in field ? field.defaultValue : undefined
      // SQLite keeps a fixed default in the column, for writers that leave the field out.
      blank[name] = isMongo || typeof standard === 'function' ? null : asStored(field, standard)
    }
    blanks.set(slug, blank)
    return blank
  }

  const create = (slug: string, table: Table, data: Record<string, unknown>): StoredRow => {
    const times = { createdAt: stamp(), updatedAt: stamp() }
    const row: StoredRow = { id: newId(), ...blankOf(slug), ...times, ...storable(slug, data) }
    table.add(row)
    return table.copy(row)
  }
  const update = (slug: string, table: Table, { id, where, data = {} }: Args): StoredRow | null => {
    const [row] = table.find(id === undefined ? where : { id: { equals: id } })
    if (!row) return null
    table.change(row, { ...storable(slug, data, row), updatedAt: stamp() })
    return table.copy(row)
  }
  const defaultSort = (slug: string) => payload.collections[slug]?.config.defaultSort
  const find = (table: Table, args: Args): StoredRow[] =>
    table.find(args.where, args.sort ?? defaultSort(args.collection))

  const inMemory = (name: string, work: (table: Table, args: Args) => unknown): void => {
    db[name] = async (args) => {
      const table = tables.get(args.collection)
      if (!table) return real[name]?.call(payload.db, args)
      return work(table, args)
    }
  }
  // The log and the held times are inserted past `payload.db`; nobody reads the log meanwhile.
  const log = new Map<string, Record<string, unknown>[]>()
  const stopHolding = standIn(payload, (slug, rows) => {
    const table = tables.get(slug)
    if (table) {
      for (const row of rows) table.add({ ...row, id: newId() })
      return []
    }
    const held = log.get(slug) ?? []
    held.push(...rows)
    const isFull = held.length >= logRowsPerInsert
    log.set(slug, isFull ? [] : held)
    return isFull ? held : []
  })
  inMemory('create', (table, { collection, data }) => create(collection, table, data ?? {}))
  inMemory('updateOne', (table, args) => update(args.collection, table, args))
  inMemory('find', (table, args) => pageOf(table, find(table, args), args))
  inMemory('findOne', (table, args) => {
    const [row] = find(table, args)
    return row ? table.copy(row) : null
  })
  inMemory('count', (table, { where }) => ({ totalDocs: table.find(where).length }))
  inMemory('deleteMany', (table, { where }) => {
    for (const row of table.find(where).filter(matcherOf(where))) table.remove(row)
  })
  const globalKey = (args: unknown): string => String((args as { slug?: string }).slug)
  db['findGlobal'] = async (args) => {
    const key = globalKey(args)
    if (!globals.has(key)) globals.set(key, await real['findGlobal']?.call(payload.db, args))
    return structuredClone(globals.get(key))
  }
  db['beginTransaction'] = async () => null

  const leave = (): void => {
    stopHolding()
    for (const name of [
      'create',
      'updateOne',
      'find',
      'findOne',
      'count',
      'deleteMany',
      'findGlobal',
      'beginTransaction',
    ]) {
      const method = real[name]
      if (method) db[name] = method
    }
  }
  const writeTable = async (slug: string): Promise<number> => {
    const table = tables.get(slug)
    const rows = table?.made() ?? []
    await insertInBulk(payload, slug, rows)
    for (const row of table?.changed() ?? []) {
      const { id, createdAt: _created, updatedAt: _updated, ...data } = row
      await payload.db.updateOne({ collection: slug, id, data })
    }
    return rows.length
  }
  const write = async (): Promise<number> => {
    let written = 0
    await withLateReferences(payload, async () => {
      const own = slugs.filter((slug) => !except.includes(slug))
      for (const slug of insertOrder(payload, own)) written += await writeTable(slug)
      for (const [slug, rows] of log) await insertRows(payload, slug, rows)
    })
    return written
  }
  return { leave, write }
}
