import type { PayloadRequest, Where } from 'payload'
import type { Row } from '@/src/domain/row'
import { changeIf } from '@/src/lib/changeIf'

type Move = {
  collection: string
  id: string
  /** Where it has to stand. */
  where?: Where
  data: Row
}

/**
 * What an action carries along on another record, which counts its revision up: no rules, no versions. A second
 * run finds it elsewhere and changes nothing. Answers whether it did.
 */
export const moveRow = async (
  req: PayloadRequest,
  { collection, id, where, data }: Move,
): Promise<boolean> => {
  const moved = await changeIf(req.payload, {
    collection,
    where: [{ id: { equals: id } }, ...(where ? [where] : [])],
    data: { ...data, rev: { $inc: 1 } },
    req,
  })
  return Boolean(moved)
}
