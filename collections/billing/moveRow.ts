import type { PayloadRequest, Where } from 'payload'

type Move = { id: string; where?: Where; data: Record<string, unknown> }

/**
 * Changes columns of one row if it still stands where `where` says, and counts its revision up.
 * Answers false when it does not. The system's own follow-up of an action: no rules, no versions.
 */
export const moveRow = async (
  req: PayloadRequest,
  collection: string,
  { id, where, data }: Move,
): Promise<boolean> => {
  const conditions: Where[] = [{ id: { equals: id } }, ...(where ? [where] : [])]
  const moved = await req.payload.db.updateOne({
    collection,
    where: { and: conditions },
    data: { ...data, rev: { $inc: 1 } },
    options: { atomic: true },
    req,
  } as Parameters<typeof req.payload.db.updateOne>[0]) // `options.atomic` is not in the published type
  return Boolean(moved)
}
