import type { BasePayload, FlattenedField } from 'payload'
import type { Row } from '@/src/domain/row'

/** A column as the SQLite adapter keeps it. */
export type SqliteColumn = {
  name: string
  columnType?: string
  mapToDriverValue: (value: unknown) => unknown
  mapFromDriverValue: (value: unknown) => unknown
  default?: unknown
  defaultFn?: () => unknown
}

const drizzleColumns = Symbol.for('drizzle:Columns')

/** The columns of a SQLite table by the names the product uses; null where there is no such table. */
export const columnsOf = (
  payload: BasePayload,
  table: string,
): Record<string, SqliteColumn> | null => {
  const { tables } = payload.db as unknown as {
    tables: Record<string, { [drizzleColumns]?: Record<string, SqliteColumn> } | undefined>
  } // adapter internals
  return tables[table]?.[drizzleColumns] ?? null
}

type Reader = { field: string; column: string; read: (value: unknown) => unknown }

type List = { field: string; table: string }

/** How a collection whose rows are one line of a table is read. */
export type Plan = {
  table: string
  readers: readonly Reader[]
  /** Fields with several values, kept in tables of their own. */
  lists: readonly List[]
}

const plainTypes = new Set([
  'text',
  'textarea',
  'email',
  'number',
  'checkbox',
  'date',
  'select',
  'radio',
  'json',
  'richText',
  'relationship',
  'upload',
])

const isVirtual = (field: FlattenedField): boolean => 'virtual' in field && Boolean(field.virtual)

const isList = (field: FlattenedField): boolean => field.type === 'select' && Boolean(field.hasMany)

const isPlain = (field: FlattenedField): boolean => {
  if (isVirtual(field) || isList(field)) return true
  if ('hasMany' in field && field.hasMany) return false
  if ('localized' in field && field.localized) return false
  if ('relationTo' in field && typeof field.relationTo !== 'string') return false
  return plainTypes.has(field.type)
}

const isoLength = '2026-01-01T00:00:00.000Z'.length

const dateText = (value: unknown): unknown =>
  typeof value === 'string' && !(value.length === isoLength && value.endsWith('Z'))
    ? new Date(value).toISOString()
    : value

const readerOf = (field: FlattenedField, column: SqliteColumn): Reader['read'] => {
  if (field.type === 'date') return dateText
  if (field.type === 'number')
    return (value) => (typeof value === 'string' ? Number.parseFloat(value) : value)
  // Most columns are texts that stay as they are.
  if (column.columnType === 'SQLiteText') return (value) => value
  return (value) => column.mapFromDriverValue(value)
}

const planFor = (payload: BasePayload, slug: string): Plan | null => {
  const fields = payload.collections[slug]?.config.flattenedFields ?? []
  const table = slug.replaceAll('-', '_')
  const columns = columnsOf(payload, table)
  const id = columns?.['id']
  if (!columns || !id || !fields.every(isPlain)) return null
  const lists = fields
    .filter(isList)
    .map(({ name }) => ({ field: name, table: `${table}_${name}` }))
  if (lists.some((list) => !columnsOf(payload, list.table))) return null
  const scalars = fields.filter(
    (field) => !isVirtual(field) && !isList(field) && field.name !== 'id',
  )
  if (scalars.some(({ name }) => !columns[name])) return null
  const readers = scalars.flatMap((field) => {
    const column = columns[field.name]
    return column ? [{ field: field.name, column: column.name, read: readerOf(field, column) }] : []
  })
  return {
    table,
    readers: [{ field: 'id', column: id.name, read: (value) => value }, ...readers],
    lists,
  }
}

const plans = new WeakMap<BasePayload, Map<string, Plan | null>>()

/** The plan of a collection; null where its rows lie in several tables or are not plain values. */
export const planOf = (payload: BasePayload, slug: string): Plan | null => {
  const known = plans.get(payload) ?? new Map<string, Plan | null>()
  plans.set(payload, known)
  if (!known.has(slug)) known.set(slug, planFor(payload, slug))
  return known.get(slug) ?? null
}

/** The part of a plan that answers only the fields that `isWanted`, and the id. */
export const narrowed = (plan: Plan, isWanted: (field: string) => boolean): Plan => ({
  ...plan,
  readers: plan.readers.filter(({ field }) => field === 'id' || isWanted(field)),
  lists: plan.lists.filter(({ field }) => isWanted(field)),
})

/** What is selected for a plan's rows, as SQL. */
export const columnsText = ({ readers }: Plan): string =>
  readers.map(({ column }) => `"${column}"`).join(', ')

/** A row while its lists are still to come. */
type ReadRow = Record<string, unknown>

const rowOf = ({ readers }: Plan, values: Row): ReadRow => {
  const row: ReadRow = {}
  for (const { field, column, read } of readers) {
    const value = values[column]
    row[field] = value === null || value === undefined ? null : read(value)
  }
  return row
}

type Run = (sql: string, args: unknown[]) => Promise<unknown[]>

const addLists = async (run: Run, { lists }: Plan, rows: readonly ReadRow[]): Promise<void> => {
  const ids = rows.map((row) => row['id'])
  const byId = new Map(rows.map((row) => [row['id'], row]))
  for (const { field, table } of lists) {
    for (const row of rows) row[field] = []
    const marks = ids.map(() => '?').join(', ')
    const sql = `SELECT "parent_id", "value" FROM "${table}" WHERE "parent_id" IN (${marks}) ORDER BY "order"`
    for (const { parent_id: parent, value } of (await run(sql, ids)) as Row[])
      (byId.get(parent)?.[field] as unknown[] | undefined)?.push(value) // an array since above
  }
}

/** Rows as Payload's adapter would answer them at depth 0, of what `sql` selects for the plan. */
export const rowsBy = async (
  run: Run,
  plan: Plan,
  sql: string,
  args: unknown[],
): Promise<Row[]> => {
  const rows = ((await run(sql, args)) as Row[]).map((values) => rowOf(plan, values)) // rows are read by column name
  if (plan.lists.length && rows.length) await addLists(run, plan, rows)
  return rows
}
