import type { BasePayload } from 'payload'
import { runSql } from './database'
import { isMongo } from './env'
import { columnsOf } from './sqlitePlans'

/** A day as text, an instant as Date, a number, or one of several. */
type Value = string | number | boolean | Date

export type Condition = {
  column: string
  is: '=' | '>=' | '<=' | '<' | '>' | 'in'
  value: Value | readonly Value[]
}

export type Group = {
  collection: string
  where: readonly Condition[]
  /** Columns whose values make the groups. */
  by: readonly string[]
  /** Column to add up; without it rows are counted. */
  sum?: string
}

/** The values of the columns of `by`, how many rows have them, and their sum; without `sum` that count again. */
export type Grouped = { keys: (string | null)[]; amount: number; rows: number }

type Model = {
  collection: { name: string }
  aggregate: (stages: object[]) => Promise<Record<string, unknown>[]>
}

/** The MongoDB model of a collection. */
export const modelOf = (payload: BasePayload, slug: string): Model => {
  const { collections } = payload.db as unknown as { collections: Record<string, Model> } // adapter internals
  const model = collections[slug]
  if (!model) throw new Error(`There is no collection "${slug}".`)
  return model
}

const keyText = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'boolean'
        ? String(Number(value)) // as SQLite keeps it
        : String(value)

const mongoOperators = { '=': '$eq', '>=': '$gte', '<=': '$lte', '<': '$lt', '>': '$gt', in: '$in' }

const fromMongo = async (
  payload: BasePayload,
  { collection, where, by, sum }: Group,
): Promise<Grouped[]> => {
  const rows = await modelOf(payload, collection).aggregate([
    {
      $match: {
        $and: where.map(({ column, is, value }) => ({ [column]: { [mongoOperators[is]]: value } })),
      },
    },
    {
      $group: {
        _id: Object.fromEntries(by.map((column) => [column, `$${column}`])),
        amount: { $sum: sum ? `$${sum}` : 1 },
        rows: { $sum: 1 },
      },
    },
  ])
  return rows.map(({ _id, ...of }) => ({
    keys: by.map((column) => keyText((_id as Record<string, unknown>)[column])), // the group's own key
    amount: Number(of['amount'] ?? 0),
    rows: Number(of['rows'] ?? 0),
  }))
}

const sqlValue = (value: Value): string | number =>
  value instanceof Date ? value.toISOString() : typeof value === 'boolean' ? Number(value) : value

const fromSqlite = async (
  payload: BasePayload,
  { collection, where, by, sum }: Group,
): Promise<Grouped[]> => {
  const table = collection.replaceAll('-', '_')
  const columns = columnsOf(payload, table)
  const nameOf = (field: string): string => {
    const column = columns?.[field]
    if (!column) throw new Error(`"${collection}" has no column "${field}".`)
    return `"${column.name}"`
  }
  const values: (string | number)[] = []
  const conditions = where.map(({ column, is, value }) => {
    const all = (Array.isArray(value) ? value : [value]) as Value[] // one or several
    values.push(...all.map(sqlValue))
    return is === 'in'
      ? `${nameOf(column)} IN (${all.map(() => '?').join(', ')})`
      : `${nameOf(column)} ${is} ?`
  })
  const names = by.map(nameOf)
  const rows = (await runSql(
    payload,
    `SELECT ${names.map((name, at) => `${name} AS k${at}`).join(', ')}, ${sum ? `SUM(${nameOf(sum)})` : 'COUNT(*)'} AS amount, COUNT(*) AS rows
     FROM "${table}" WHERE ${conditions.join(' AND ')} GROUP BY ${names.join(', ')}`,
    values,
  )) as Record<string, unknown>[] // named columns
  return rows.map((row) => ({
    keys: by.map((_, at) => keyText(row[`k${at}`])),
    amount: Number(row['amount'] ?? 0),
    rows: Number(row['rows'] ?? 0),
  }))
}

/** Counts or sums of a collection's rows by the values of some columns, in one statement of either database. */
export const grouped = (payload: BasePayload, group: Group): Promise<Grouped[]> =>
  isMongo ? fromMongo(payload, group) : fromSqlite(payload, group)
