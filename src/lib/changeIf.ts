import type { BasePayload, PayloadRequest, Where } from 'payload'
import type { Row, StoredRow } from '@/src/domain/row'

type Change = {
  collection: string
  /** All of them have to hold. */
  where: readonly Where[]
  data: Row
  req?: PayloadRequest
}

/**
 * Changes the row that still stands where `where` says, in one statement, without hooks; answers it as it is
 * then, or null. Of several that try at once, one wins.
 */
export const changeIf = async (
  payload: BasePayload,
  { where, ...change }: Change,
): Promise<StoredRow | null> => {
  const changed: unknown = await payload.db.updateOne({
    ...change,
    where: { and: [...where] },
    options: { atomic: true },
  } as Parameters<typeof payload.db.updateOne>[0]) // `options.atomic` is not in the published type
  return changed as StoredRow | null // read by column
}
