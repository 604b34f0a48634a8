import type { BasePayload, PayloadRequest, Where } from 'payload'
import type { Row } from '@/src/domain/row'
import { runSql, standInOf } from './database'
import { isMongo } from './env'
import { columnsText, narrowed, planOf, rowsBy } from './sqlitePlans'

type Question = {
  slug: string
  column: string
  values: readonly string[]
  fields?: readonly string[]
  req?: PayloadRequest
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
  const key = plan?.readers.find(({ field }) => field === column)?.column
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
  const wanted = fields ? narrowed(plan, (field) => fields.includes(field)) : plan
  const marks = values.map(() => '?').join(', ')
  const sql = `SELECT ${columnsText(wanted)} FROM "${plan.table}" WHERE "${key}" IN (${marks})`
  const run = (text: string, args: unknown[]): Promise<unknown[]> => runSql(payload, text, args)
  return (await rowsBy(run, wanted, sql, [...values])) as T[] // the caller names the row's shape
}
