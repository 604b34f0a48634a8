import type {
  BasePayload,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import type { Place } from '@/src/domain/api/cursor'
import { clock } from '@/src/lib/clock'
import { insertRows } from '@/src/lib/database'
import { plainRows } from '@/src/lib/plainRows'
import { beyond } from './places'

const collection = 'removed-records'

const perInsert = 500

type Removal = { recordId: string; removedAt: string }

/**
 * Keeps that these records are about to be deleted, by id alone. Before they go, so that none goes untold;
 * one that stays after all is left out when the changes are read.
 */
export const rememberRemovals = async (
  payload: BasePayload,
  { slug, ids, req }: { slug: string; ids: readonly string[]; req?: PayloadRequest },
): Promise<void> => {
  const keyOf = (id: string): string => `${slug}|${id}`
  const removedAt = clock.wall().toISOString()
  const once = [...new Set(ids)]
  for (let at = 0; at < once.length; at += perInsert) {
    const some = once.slice(at, at + perInsert)
    const known = await plainRows<{ uniqueKey: string }>(payload, {
      slug: collection,
      column: 'uniqueKey',
      values: some.map(keyOf),
      fields: ['uniqueKey'],
      req,
    })
    const keys = new Set(known.map(({ uniqueKey }) => uniqueKey))
    const rows = some
      .filter((id) => !keys.has(keyOf(id)))
      .map((id) => ({ uniqueKey: keyOf(id), collectionSlug: slug, recordId: id, removedAt }))
    await insertRows(payload, collection, rows, req)
  }
}

/** Of every kind of record that can be deleted through its own doors. */
export const rememberRemoval: CollectionBeforeDeleteHook = ({ collection: { slug }, id, req }) =>
  rememberRemovals(req.payload, { slug, ids: [String(id)], req })

/** What was removed of a kind after a place and since a time, oldest first. */
export const removalsAfter = async (
  { payload }: PayloadRequest,
  { slug, place, since, limit }: { slug: string; place: Place; since: string; limit: number },
): Promise<Removal[]> => {
  const later = beyond('removedAt', place, 'recordId')
  const { docs } = await payload.db.find<Removal & { id: string }>({
    collection,
    where: {
      and: [
        { collectionSlug: { equals: slug } },
        { removedAt: { greater_than_equal: since } },
        ...(later ? [later] : []),
      ],
    },
    sort: ['removedAt', 'recordId'],
    limit,
    pagination: false,
  })
  return docs.map(({ recordId, removedAt }) => ({
    recordId,
    removedAt: new Date(removedAt).toISOString(),
  }))
}

/** Those of some ids that are there after all. */
export const stillThere = async (
  { payload }: PayloadRequest,
  slug: CollectionSlug,
  ids: readonly string[],
): Promise<Set<string>> => {
  const rows = await plainRows<{ id: string }>(payload, {
    slug,
    column: 'id',
    values: ids,
    fields: ['id'],
  })
  return new Set(rows.map(({ id }) => String(id)))
}
