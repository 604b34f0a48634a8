import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import type { StoredRow } from '@/src/domain/row'

type Question = { where?: Where; sort?: string; limit?: number }

/** Rows the signed-in patient may read, straight through the policy table. */
export const findRows = async (
  req: PayloadRequest,
  collection: string,
  { where, sort, limit = 200 }: Question = {},
): Promise<StoredRow[]> => {
  // A proxy may hold no right at all to a kind of record: to them there is none.
  if ((await decide(req, collection, 'read')) === false) return []
  const found = await asUser(req).find({
    collection: collection as never, // slugs come from the caller
    where,
    sort,
    limit,
    pagination: false,
  })
  return found.docs as unknown as StoredRow[] // read by name below
}

/** One row the patient may read; null when it is missing or somebody else's. */
export const findRow = async (
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<StoredRow | null> => {
  const [row] = await findRows(req, collection, { where: { id: { equals: id } }, limit: 1 })
  return row ?? null
}

export const numberOf = (row: StoredRow | null | undefined, name: string): number | null => {
  const value = row?.[name]
  return typeof value === 'number' ? value : null
}
