import type { PayloadRequest, Where } from 'payload'
import type { StoredRow } from '@/src/domain/row'

/**
 * Changes a record that another record's action carries along, if it still stands where expected; a
 * second run finds it elsewhere and changes nothing. Answers whether it did.
 */
export const moveRecord = async (
  req: PayloadRequest,
  {
    collection,
    id,
    from,
    set,
  }: { collection: string; id: string; from: Where; set: Record<string, unknown> },
): Promise<boolean> => {
  const { db } = req.payload
  const row = await db.findOne<StoredRow>({
    collection,
    where: { and: [{ id: { equals: id } }, from] },
    req,
  })
  if (!row) return false
  const rev = Number(row['rev'] ?? 0)
  const won = await db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, from, { rev: { equals: rev } }] },
    data: { ...set, rev: rev + 1 },
    options: { atomic: true },
    req,
  } as Parameters<typeof db.updateOne>[0]) // `options.atomic` is not in the published type
  return won ? true : moveRecord(req, { collection, id, from, set })
}
