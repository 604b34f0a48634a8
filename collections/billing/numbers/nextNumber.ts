import type { PayloadRequest } from 'payload'
import { numberIn, type StoredRow } from '@/src/domain/row'
import { changeIf } from '@/src/lib/changeIf'
import { isDuplicateKey, isWriteConflict, retryTransient } from '@/src/lib/database'

const increment = (req: PayloadRequest, uniqueKey: string): Promise<StoredRow | null> =>
  changeIf(req.payload, {
    collection: 'counters',
    where: [{ uniqueKey: { equals: uniqueKey } }],
    data: { value: { $inc: 1 } },
  })

/**
 * The next number of a series, never the same twice. Taken outside the caller's transaction, so that
 * a refused submission leaves a gap instead of holding everybody else up.
 */
export const nextNumber = async (req: PayloadRequest, series: string): Promise<number> => {
  const known = await retryTransient(() => increment(req, series))
  if (known) return numberIn(known, 'value')
  try {
    await retryTransient(() =>
      req.payload.db.create({ collection: 'counters', data: { uniqueKey: series, value: 0 } }),
    )
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
  }
  const made = await retryTransient(() => increment(req, series))
  if (!made) throw new Error(`The series "${series}" cannot be numbered.`)
  return numberIn(made, 'value')
}
