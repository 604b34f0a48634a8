import type { BasePayload, Where } from 'payload'
import type { StoredRow } from '@/src/domain/row'

type Move = { id: string; from: Where; data: Record<string, unknown> }

/** Changes a row if it still stands where expected; answers it as it is then, or null. */
export const moveIf = async (
  payload: BasePayload,
  collection: string,
  { id, from, data }: Move,
): Promise<StoredRow | null> =>
  (await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, from] },
    data,
    options: { atomic: true },
  } as Parameters<typeof payload.db.updateOne>[0])) as unknown as StoredRow | null // `options.atomic` is not in the published type
