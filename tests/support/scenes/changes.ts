import type { Row } from '@/src/domain/row'
import { runSql } from '@/src/lib/database'
import type { TestApp } from '@/tests/support/boot'

export type Snapshot = ReadonlyMap<string, Row>

/** Logs, numbers drawn, and what only says that somebody asked. */
const unwatched = new Set([
  'audit-checkpoints',
  'audit-events',
  'audit-subjects',
  'audit-verifications',
  'auth-sessions',
  'counters',
  'data-keys',
  'idempotency-keys',
  'job-runs',
])

const slugOf = (table: string): string => table.replaceAll('_', '-')

const isWatched = (slug: string): boolean =>
  !unwatched.has(slug) && !slug.startsWith('payload') && !slug.startsWith('sqlite')

type MongoCollection = Record<string, unknown> & {
  find: (where: object) => { toArray: () => Promise<Row[]> }
}

type MongoModels = Record<string, { collection: MongoCollection }>

const isWrite = (method: string): boolean =>
  /^(insert|update|replace|delete|bulkWrite|findOneAnd)/.test(method)

/** Rows by collection as last read; a collection is read again after something was written to it. */
const known = new WeakMap<TestApp, Map<string, Row[]>>()

const methodsOf = (collection: object): string[] => {
  const prototypes = [collection, Object.getPrototypeOf(collection)]
  return prototypes.flatMap((each) => Object.getOwnPropertyNames(each))
}

/** Asking a server for every collection each time takes longer than all the rest of a test. */
const knownRows = (app: TestApp, models: MongoModels): Map<string, Row[]> => {
  const rows = known.get(app)
  if (rows) return rows
  const fresh = new Map<string, Row[]>()
  known.set(app, fresh)
  for (const [slug, { collection }] of Object.entries(models)) {
    for (const method of methodsOf(collection).filter(isWrite)) {
      const write = collection[method]
      if (typeof write !== 'function') continue
      collection[method] = (...args: unknown[]) => {
        fresh.delete(slug)
        return write.apply(collection, args)
      }
    }
  }
  return fresh
}

const mongoRows = async (app: TestApp, slug: string): Promise<Row[]> => {
  const { collections } = app.payload.db as unknown as { collections: MongoModels } // adapter internals
  const rows = knownRows(app, collections)
  const kept = rows.get(slug)
  if (kept) return kept
  const read = (await collections[slug]?.collection.find({}).toArray()) ?? []
  rows.set(slug, read)
  return read
}

const sqliteTables = async (app: TestApp): Promise<string[]> => {
  const found = await runSql(app.payload, "SELECT name FROM sqlite_master WHERE type = 'table'")
  return (found as { name: string }[]).map(({ name }) => name)
}

/** Every row of the database as it stands. */
export const snapshot = async (app: TestApp): Promise<Snapshot> => {
  const rows = new Map<string, Row>()
  const add = (slug: string, found: readonly Row[]): void => {
    for (const row of found) rows.set(`${slug} ${String(row['_id'] ?? row['id'])}`, row)
  }
  if (app.database === 'mongo') {
    for (const slug of Object.keys(app.payload.collections))
      if (isWatched(slug)) add(slug, await mongoRows(app, slug))
    return rows
  }
  for (const table of await sqliteTables(app)) {
    if (!isWatched(slugOf(table))) continue
    add(slugOf(table), (await runSql(app.payload, `SELECT * FROM "${table}"`)) as Row[])
  }
  return rows
}

const ownEveryTime =
  /^(_id|id|_?parent.*|rev|__v|key|.*number|.*hash|.*prefix|.*token|.*uid|attempt|nonce|sequence|order|version|pending.?action|unique.?key)$/i

/** One drawn key in a hundred has no digit in it: its capitals give it away. */
const isDrawn = (text: string): boolean =>
  text.length > 21 && !text.includes(' ') && (text.match(/[A-Z]/g)?.length ?? 0) > 5

const isCode = (text: string): boolean => /^[A-Za-z][A-Za-z .-]*$/.test(text) && !isDrawn(text)

/** What of a value is the same each time the same thing is done: codes, amounts, yes and no. */
const wordFor = (column: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '-'
  if (/^last.?action$/i.test(column)) return String(value).split(':')[0] ?? ''
  if (ownEveryTime.test(column)) return '*'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && isCode(value) ? value : '*'
}

const isTold = (column: string): boolean => !/^(rev|updated.?at|created.?at)$/i.test(column)

const describeRow = (row: Row, columns: readonly string[]): string =>
  columns
    .filter(isTold)
    .sort()
    .map((column) => `${column}=${wordFor(column, row[column])}`)
    .filter((said) => !said.endsWith('=-') || columns.length < Object.keys(row).length)
    .join(' ')

const changedColumns = (before: Row, after: Row): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (column) => wordOfAll(before[column]) !== wordOfAll(after[column]),
  )

const wordOfAll = (value: unknown): string => JSON.stringify(value ?? null)

/**
 * What became different, one sorted line per row, without what differs from one time to the next: two
 * runs of the same action on two such records read the same.
 */
export const changesSince = async (app: TestApp, before: Snapshot): Promise<string[]> => {
  const after = await snapshot(app)
  const lines: string[] = []
  for (const [name, row] of after) {
    const slug = name.split(' ')[0] ?? ''
    const was = before.get(name)
    if (!was) {
      lines.push(`+ ${slug} ${describeRow(row, Object.keys(row))}`)
      continue
    }
    const columns = changedColumns(was, row)
    if (columns.some(isTold)) lines.push(`~ ${slug} ${describeRow(row, columns)}`)
  }
  for (const name of before.keys()) if (!after.has(name)) lines.push(`- ${name.split(' ')[0]}`)
  return lines.sort()
}
