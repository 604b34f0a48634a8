import type { BasePayload } from 'payload'
import type { Row } from '@/src/domain/row'
import { runSql } from './database'
import { isMongo } from './env'
import { columnsOf } from './sqlitePlans'

type Question = {
  slug: string
  columns: readonly string[]
  /** Two columns that an index orders by. */
  by: readonly [string, string]
  /** Smallest value of the first of them; empty for all. */
  from?: string
  /** Rows per read. */
  size: number
}

type Cursor = { first: unknown; second: unknown; id: unknown }

const sqlRows = async (
  payload: BasePayload,
  { slug, columns, by, from, size }: Question,
  after: Cursor | null,
): Promise<Row[]> => {
  const table = slug.replaceAll('-', '_')
  const known = columnsOf(payload, table) ?? {}
  const nameOf = (key: string): string => `"${known[key]?.name ?? key}"`
  const [first, second] = [nameOf(by[0]), nameOf(by[1])]
  const shown = ['id', ...columns].map((key) => `${nameOf(key)} AS "${key}"`).join(', ')
  const where = after ? `(${first}, ${second}, "id") > (?, ?, ?)` : from ? `${first} >= ?` : '1'
  const args = after ? [after.first, after.second, after.id] : from ? [from] : []
  return (await runSql(
    payload,
    `SELECT ${shown} FROM "${table}" WHERE ${where} ORDER BY ${first}, ${second}, "id" LIMIT ${size}`,
    args,
  )) as Row[] // rows are read by column name
}

type MongoRows = {
  find: (
    where: object,
    options: object,
  ) => { toArray: () => Promise<(Record<string, unknown> & { _id: unknown })[]> }
}

const mongoRows = async (
  payload: BasePayload,
  { slug, columns, by: [first, second], from, size }: Question,
  after: Cursor | null,
): Promise<Row[]> => {
  const { collections } = payload.db as unknown as {
    collections: Record<string, { collection: MongoRows } | undefined>
  } // adapter internals
  const where = after
    ? {
        $or: [
          { [first]: { $gt: after.first } },
          { [first]: after.first, [second]: { $gt: after.second } },
          { [first]: after.first, [second]: after.second, _id: { $gt: after.id } },
        ],
      }
    : from
      ? { [first]: { $gte: from } }
      : {}
  const projection = Object.fromEntries(columns.map((name) => [name, 1]))
  const rows = await collections[slug]?.collection
    .find(where, { projection, sort: { [first]: 1, [second]: 1, _id: 1 }, limit: size })
    .toArray()
  return (rows ?? []).map(({ _id, ...row }) => ({ ...row, id: _id }))
}

/**
 * Every row of a collection in the order of two indexed columns, `size` at a time, past Payload's query
 * builder: for walks over a million rows. Values are as the database keeps them.
 */
export async function* rowsInOrder(
  payload: BasePayload,
  question: Question,
): AsyncGenerator<Row[]> {
  let after: Cursor | null = null
  for (;;) {
    const rows: Row[] = isMongo
      ? await mongoRows(payload, question, after)
      : await sqlRows(payload, question, after)
    if (rows.length) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < question.size) return
    after = { first: last[question.by[0]], second: last[question.by[1]], id: last['id'] }
  }
}
