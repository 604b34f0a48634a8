import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import type { Row } from '@/src/domain/row'

export type Part = { slug: string; where: Where; sort?: string; limit: number }

/** Rows as the reader may see them, in one query; null when this kind of record is not theirs to read. */
export const readPart = async (req: PayloadRequest, part: Part): Promise<Row[] | null> => {
  if ((await decide(req, part.slug, 'read')) === false) return null
  const { docs } = await asUser(req).find({
    collection: part.slug,
    where: part.where,
    sort: part.sort,
    limit: part.limit,
    pagination: false,
  })
  return docs as Row[] // records of the slug, narrowed by the reader's field rights
}

/** Only these columns; what the reader may not see stays out. */
export const only = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(
    names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]),
  )

export const onlyAll = (rows: Row[] | null, names: readonly string[]): Row[] | null =>
  rows?.map((row) => only(row, names)) ?? null
