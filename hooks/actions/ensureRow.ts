import type { CollectionSlug, DataFromCollectionSlug } from 'payload'
import type { LocalApi } from '@/access/asSystem'
import { isDuplicateKey, isInTransaction } from '@/src/lib/database'

/** Lost a race inside a transaction: the whole step has to run again. */
export class RaceLost extends Error {
  readonly errorLabels = ['TransientTransactionError']
}

/**
 * The row with this unique key, made if it is not there. Repeating it changes nothing; of several
 * racers one makes the row and all get it.
 */
export const ensureRow = async <S extends CollectionSlug>(
  system: LocalApi,
  collection: S,
  data: Record<string, unknown> & { uniqueKey: string },
): Promise<DataFromCollectionSlug<S>> => {
  const where = { uniqueKey: { equals: data.uniqueKey } }
  const known = await system.findOne({ collection, where })
  if (known) return known
  try {
    return await system.create({ collection, data })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    if (await isInTransaction(system.req))
      throw new RaceLost(`"${data.uniqueKey}" was made by somebody else`)
    const winner = await system.findOne({ collection, where })
    if (!winner) throw error
    return winner
  }
}
