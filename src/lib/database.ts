import type { BasePayload, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { changeIf } from '@/src/lib/changeIf'
import { isMongo } from './env'
import { columnsOf, type SqliteColumn } from './sqlitePlans'

/** The adapter of the database that DATABASE_URL names; the other one's packages are never loaded. */
export const databaseAdapter = async (): Promise<DatabaseAdapterObj> =>
  isMongo
    ? (await import('./mongoDatabase')).mongoDatabase()
    : (await import('./sqliteDatabase')).sqliteDatabase()

type Statement = { sql: string; args: unknown[] }

type SqliteHandle = {
  client: {
    execute: (statement: Statement) => Promise<{ rows: unknown[] }>
    executeSoon: (statement: Statement) => Promise<{ rowsAffected: number }>
    insertEach: (sql: string, rows: unknown[][]) => Promise<void>
    insertEachSoon: (sql: string, rows: unknown[][]) => Promise<void>
  }
}

type MongoHandle = {
  collections: Record<
    string,
    { collection: { insertMany: (rows: object[], options?: object) => Promise<unknown> } }
  >
  sessions?: Record<string, object>
}

const sqlite = (payload: BasePayload): SqliteHandle => payload.db as unknown as SqliteHandle // adapter internals
const mongo = (payload: BasePayload): MongoHandle => payload.db as unknown as MongoHandle // adapter internals

/** Whether the request's writes are one transaction. On SQLite Payload leaves a promise of nothing behind. */
export const isInTransaction = async (req: PayloadRequest): Promise<boolean> =>
  Boolean(await req.transactionID)

const sessionOf = async (payload: BasePayload, req?: PayloadRequest): Promise<object> => {
  const id = await req?.transactionID
  const session =
    id === undefined || id === null ? undefined : mongo(payload).sessions?.[String(id)]
  return session ? { session } : {}
}

const standardValue = (column: SqliteColumn): unknown => {
  const { default: standard, defaultFn } = column
  if (standard !== undefined && standard !== null && typeof standard !== 'object') return standard
  return defaultFn?.() ?? null
}

const tableOf = (payload: BasePayload, slug: string) => {
  const table = slug.replaceAll('-', '_')
  const columns = columnsOf(payload, table)
  if (!columns) throw new Error(`There is no table for "${slug}".`)
  return { columns, table }
}

/** One statement for every row, written out: a query builder costs more than the insert itself. */
const insertion = (payload: BasePayload, slug: string, rows: readonly object[]) => {
  const { columns, table } = tableOf(payload, slug)
  const given = new Set(rows.flatMap((row) => Object.keys(row)))
  const used = Object.entries(columns).filter(([key, { defaultFn }]) => given.has(key) || defaultFn)
  const values = rows.map((row) =>
    used.map(([key, column]) => {
      const own = (row as Record<string, unknown>)[key] // read by column
      const value = own === undefined ? standardValue(column) : own
      return value === null ? null : column.mapToDriverValue(value)
    }),
  )
  const names = used.map(([, { name }]) => `"${name}"`).join(', ')
  const marks = used.map(() => '?').join(', ')
  return { sql: `INSERT INTO "${table}" (${names}) VALUES (${marks})`, values }
}

/** Answers the rows that are to be written after all. */
type Insert = (slug: string, rows: readonly Record<string, unknown>[]) => readonly object[]

const standIns = new WeakMap<BasePayload, Insert>()

/** The insert of whatever stands in for the database (the demo's seed works in memory), if anything does. */
export const standInOf = (payload: BasePayload): Insert | undefined => standIns.get(payload)

/** From now on plain inserts go to `insert` and plain reads to the adapter; answers how to stop. */
export const standIn = (payload: BasePayload, insert: Insert): (() => void) => {
  standIns.set(payload, insert)
  return () => {
    standIns.delete(payload)
  }
}

/**
 * One insert for many rows, without hooks. Rows hold plain scalars only. With `req` it is part of that
 * request's transaction where the database has one.
 */
export const insertRows = async (
  payload: BasePayload,
  slug: string,
  given: readonly object[],
  req?: PayloadRequest,
): Promise<void> => {
  if (!given.length) return
  const stand = standInOf(payload)
  const rows = stand ? stand(slug, given as readonly Record<string, unknown>[]) : given // plain scalars, as said above
  if (!rows.length) return
  if (isMongo) {
    const { asStored } = await import('./mongoDatabase')
    const options = await sessionOf(payload, req)
    await mongo(payload).collections[slug]?.collection.insertMany(
      rows.map((row) => asStored(payload, slug, row)),
      options,
    )
    return
  }
  const { sql, values } = insertion(payload, slug, rows)
  await sqlite(payload).client.insertEach(sql, values)
}

const hasty = new WeakSet<BasePayload>()
const hastyCacheKib = 262_144
const hastyJournalPages = 16_384
const journalPages = 1000 // SQLite's own

/**
 * Runs `work` without waiting for the disk after every row: for what starts over anyway when it loses
 * power, such as a seed. MongoDB is left as it is.
 */
export const withoutWaiting = async <T>(
  payload: BasePayload,
  work: () => Promise<T>,
): Promise<T> => {
  if (isMongo) return work()
  const [before] = (await runSql(payload, 'PRAGMA synchronous')) as { synchronous?: number }[] // one row
  await runSql(payload, 'PRAGMA synchronous = OFF')
  // Ids are random: every insert touches another page of every index.
  await runSql(payload, `PRAGMA cache_size = -${hastyCacheKib}`)
  // What is changed again and again goes from the journal to the file once.
  await runSql(payload, `PRAGMA wal_autocheckpoint = ${hastyJournalPages}`)
  hasty.add(payload)
  try {
    return await work()
  } finally {
    hasty.delete(payload)
    const { cacheKib } = await import('./sqliteDatabase')
    await runSql(payload, `PRAGMA wal_autocheckpoint = ${journalPages}`)
    await runSql(payload, `PRAGMA cache_size = -${cacheKib}`)
    await runSql(payload, `PRAGMA synchronous = ${Number(before?.synchronous ?? 2)}`)
  }
}

/** Whether `withoutWaiting` is at work: one process alone with the database, and nobody waits for it. */
export const isInHaste = (payload: BasePayload): boolean => hasty.has(payload)

const syncEveryMs = 1000

const dueSyncs = new WeakSet<BasePayload>()

const syncSoon = (payload: BasePayload): void => {
  if (dueSyncs.has(payload)) return
  dueSyncs.add(payload)
  setTimeout(() => {
    dueSyncs.delete(payload)
    // Brings the write-ahead log to the disk; when the database is closed, closing did.
    void runSql(payload, 'PRAGMA wal_checkpoint(PASSIVE)').catch(() => undefined)
  }, syncEveryMs).unref()
}

/**
 * Like `insertRows`, for rows of which nothing else hangs: on SQLite it does not wait for the disk. The
 * next write that does wait brings them along, and one second does at the latest; only a power cut loses
 * what came after. The database's own log keeps the order, so nothing later survives without them.
 */
export const insertRowsSoon = async (
  payload: BasePayload,
  slug: string,
  rows: readonly object[],
): Promise<void> => {
  if (!rows.length) return
  if (isMongo || standInOf(payload) || hasty.has(payload)) return insertRows(payload, slug, rows)
  const { sql, values } = insertion(payload, slug, rows)
  await sqlite(payload).client.insertEachSoon(sql, values)
  syncSoon(payload)
}

type RowChange = {
  slug: string
  /** Columns that must hold these values, the id among them. */
  where: { id: string } & Record<string, unknown>
  data: Record<string, unknown>
  req?: PayloadRequest
}

/**
 * Changes one row in place, without hooks; answers whether there was one. On SQLite it does not wait for
 * the disk, as `insertRowsSoon`: for marks that a write which does wait follows, or that can be lost.
 */
export const changeRowSoon = async (
  payload: BasePayload,
  { slug, where, data, req }: RowChange,
): Promise<boolean> => {
  const conditions = Object.entries(where)
  if (isMongo || standInOf(payload) || hasty.has(payload)) {
    const equal = conditions.map(([name, value]) => ({ [name]: { equals: value } }))
    return Boolean(await changeIf(payload, { collection: slug, where: equal, data, req }))
  }
  const { columns, table } = tableOf(payload, slug)
  const args: unknown[] = []
  const set = ([key, value]: [string, unknown]): string => {
    const column = columns[key]
    if (!column) throw new Error(`"${slug}" has no column "${key}".`)
    args.push(value === null || value === undefined ? null : column.mapToDriverValue(value))
    return `"${column.name}" = ?`
  }
  const sets = Object.entries(data).map(set).join(', ')
  const sql = `UPDATE "${table}" SET ${sets} WHERE ${conditions.map(set).join(' AND ')}`
  const { rowsAffected } = await sqlite(payload).client.executeSoon({ sql, args })
  syncSoon(payload)
  return rowsAffected > 0
}

/** Runs one SQL statement; SQLite only. */
export const runSql = async (
  payload: BasePayload,
  sql: string,
  args: unknown[] = [],
): Promise<unknown[]> => (await sqlite(payload).client.execute({ sql, args })).rows

const attempts = 6

const isTransient = (error: unknown): boolean => {
  if (!error || typeof error !== 'object') return false
  const { cause, code, errorLabels, message } = error as {
    cause?: unknown
    code?: unknown
    errorLabels?: unknown
    message?: unknown
  } // driver error
  if (cause && isTransient(cause)) return true
  if (code === 112) return true
  if (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) return true
  return typeof message === 'string' && /WriteConflict|SQLITE_BUSY/.test(message)
}

/** Runs `work` again when the database reports a conflict that goes away by itself; nothing else. */
export const retryTransient = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error
      await new Promise((done) => setTimeout(done, 5 * 2 ** attempt + attempt))
    }
  }
}

export const isWriteConflict = isTransient

/** True when the database said that a unique key is already there. */
export const isDuplicateKey = (error: unknown): boolean => {
  if (!error || typeof error !== 'object') return false
  const { cause, code, message, data } = error as {
    cause?: unknown
    code?: unknown
    message?: unknown
    data?: { errors?: { message?: unknown }[] }
  } // driver error, or what Payload made of one
  if (cause && isDuplicateKey(cause)) return true
  if (code === 11000) return true
  // Known by its sentence: the production build gives Payload's classes of errors other names.
  const listed = Array.isArray(data?.errors) ? data.errors : []
  if (listed.some((each) => String(each?.message ?? '').endsWith('must be unique'))) return true
  return (
    typeof message === 'string' && /UNIQUE constraint failed|E11000|must be unique/.test(message)
  )
}
