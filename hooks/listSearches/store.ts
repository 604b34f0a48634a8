import { randomUUID } from 'node:crypto'
import type { BasePayload, PayloadRequest } from 'payload'
import { surfaces } from '@/access/session/cookies'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { isDuplicateKey, isWriteConflict } from '@/src/lib/database'
import { keyedHash } from '@/src/lib/keyedHash'
import { sealTexts, unsealRow } from '../sealConfidential'
import type { Typed } from './conditions'

const collection = 'kept-searches'

type Row = StoredRow & { list: string; expiresAt: string }

type Place = { staff: string; list: string }

/** Removes what is older than a day at work. */
export const forgetSearches = async (payload: BasePayload): Promise<void> => {
  await payload.db.deleteMany({
    collection,
    where: { expiresAt: { less_than_equal: clock.wall().toISOString() } },
  })
}

/**
 * Keeps what somebody typed above a list, sealed, as long as a session lasts at most. The same person typing the
 * same gets the same key, also once it was over; nobody can tell from a key what it stands for.
 */
export const keepSearch = async (
  req: PayloadRequest,
  { staff, list }: Place,
  typed: Typed,
): Promise<string> => {
  const { payload } = req
  const text = JSON.stringify(typed)
  const key = keyedHash('list-search', staff, list, text).slice(0, 32)
  const expiresAt = new Date(
    clock.wall().getTime() + surfaces.staff.hours * 3_600_000,
  ).toISOString()
  const where = { uniqueKey: { equals: key } }
  if (await payload.db.updateOne({ collection, where, data: { expiresAt } })) return key
  const row = { uniqueKey: key, staff, list, expiresAt, recordUid: randomUUID() }
  const sealed = await sealTexts(req, collection, row, { typed: text })
  await payload.db.create({ collection, data: { ...row, sealed } }).catch((error: unknown) => {
    // Another tab was faster with the same.
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
  })
  return key
}

/** What a person typed above a list, by its key; null once it is over, and for anybody else. */
export const searchUnder = async (
  payload: BasePayload,
  key: string,
  { staff, list }: Place,
): Promise<Typed | null> => {
  const row = await payload.db.findOne<Row>({
    collection,
    where: {
      and: [
        { uniqueKey: { equals: key } },
        { staff: { equals: staff } },
        { list: { equals: list } },
        { expiresAt: { greater_than: clock.wall().toISOString() } },
      ],
    },
  })
  const typed = row && (await unsealRow({ payload }, collection, row))['typed']
  return typed ? (JSON.parse(typed) as Typed) : null
}
