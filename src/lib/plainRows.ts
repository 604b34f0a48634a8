import type { BasePayload, FlattenedField, PayloadRequest, Where } from 'payload'
import { columnsOf, runSql, type SqliteColumn, standInOf } from './database'
import { isMongo } from './env'

type Row = Record<string, unknown>

type Question = {
  slug: string
  column: string
  values: readonly string[]
  fields?: readonly string[]
  req?: PayloadRequest
}

type Plan = {
  table: string
  columns: readonly (readonly [key: string, column: SqliteColumn])[]
  /** Fields with several values, kept in a table of their own. */
  lists: readonly { field: string; sql: string }[]
}

const isList = (field: FlattenedField): boolean => field.type === 'select' && Boolean(field.hasMany)

const isScalar = (field: FlattenedField): boolean =>
  'virtual' in field && field.virtual
    ? true
    : [
        'text',
        'textarea',
        'email',
        'number',
        'checkbox',
        'date',
        'select',
        'relationship',
      ].includes(field.type) && !('hasMany' in field && field.hasMany && !isList(field))

const planFor = (payload: BasePayload, slug: string): Plan | null => {
  const fields = payload.collections[slug]?.config.flattenedFields ?? []
  const table = slug.replaceAll('-', '_')
  const columns = columnsOf(payload, table)
  if (!columns || !fields.every(isScalar)) return null
  const lists = fields.filter(isList).map(({ name }) => name)
  if (lists.some((name) => !columnsOf(payload, `${table}_${name}`))) return null
  return {
    table,
    columns: Object.entries(columns),
    lists: lists.map((field) => ({
      field,
      sql: `SELECT "value" FROM "${table}_${field}" WHERE "parent_id" = ? ORDER BY "order"`,
    })),
  }
}

const plans = new WeakMap<BasePayload, Map<string, Plan | null>>()

const planOf = (payload: BasePayload, slug: string): Plan | null => {
  const known = plans.get(payload) ?? new Map<string, Plan | null>()
  plans.set(payload, known)
  if (!known.has(slug)) known.set(slug, planFor(payload, slug))
  return known.get(slug) ?? null
}

/** The part of a plan that answers only some fields. */
const narrowed = (plan: Plan, fields: readonly string[] | undefined): Plan =>
  fields
    ? {
        ...plan,
        columns: plan.columns.filter(([key]) => key === 'id' || fields.includes(key)),
        lists: plan.lists.filter(({ field }) => fields.includes(field)),
      }
    : plan

const rowOf = async (payload: BasePayload, plan: Plan, values: Row): Promise<Row> => {
  const row: Row = {}
  for (const [key, column] of plan.columns) {
    const value = values[column.name]
    row[key] = value === null || value === undefined ? null : column.mapFromDriverValue(value)
  }
  for (const { field, sql } of plan.lists) {
    const found = (await runSql(payload, sql, [row['id']])) as Row[] // rows are read by column name
    row[field] = found.map(({ value }) => value)
  }
  return row
}

/**
 * Rows of `slug` whose `column` holds one of `values`, as Payload's adapter would answer them at depth 0,
 * in no order; with `fields` at least those. On SQLite one plain statement instead of the adapter's query builder: it is what every
 * request needs before it begins (who is asking, whom they care for).
 */
export const plainRows = async <T extends Row>(
  payload: BasePayload,
  { slug, column, values, fields, req }: Question,
): Promise<T[]> => {
  if (!values.length) return []
  const plan = isMongo || standInOf(payload) ? null : planOf(payload, slug)
  const key = plan?.columns.find(([name]) => name === column)?.[1].name
  if (!plan || !key) {
    const where: Where =
      values.length === 1 ? { [column]: { equals: values[0] } } : { [column]: { in: [...values] } }
    const { docs } = await payload.db.find<T & { id: string }>({
      collection: slug,
      where,
      select: fields && Object.fromEntries(fields.map((field) => [field, true])),
      limit: 0,
      pagination: false,
      req,
    })
    return docs
  }
  const wanted = narrowed(plan, fields)
  const names = wanted.columns.map(([, { name }]) => `"${name}"`).join(', ')
  const marks = values.map(() => '?').join(', ')
  const sql = `SELECT ${names} FROM "${plan.table}" WHERE "${key}" IN (${marks})`
  const rows = (await runSql(payload, sql, [...values])) as Row[] // see above
  return (await Promise.all(rows.map((row) => rowOf(payload, wanted, row)))) as T[] // the caller names the row's shape
}
