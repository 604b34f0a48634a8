import type { PayloadRequest } from 'payload'
import { isDuplicateKey, isWriteConflict, retryTransient } from '@/src/lib/database'

type CounterRow = { id: string; value: number }

const increment = (req: PayloadRequest, uniqueKey: string): Promise<CounterRow | null> =>
  req.payload.db.updateOne({
    collection: 'counters',
    where: { uniqueKey: { equals: uniqueKey } },
    data: { value: { $inc: 1 } },
    options: { atomic: true },
  } as Parameters<typeof req.payload.db.updateOne>[0]) as unknown as Promise<CounterRow | null> // `options.atomic` is not in the published type

/**
 * The next number of a series, never the same twice. Taken outside the caller's transaction, so that
 * a refused submission leaves a gap instead of holding everybody else up.
 */
export const nextNumber = async (req: PayloadRequest, series: string): Promise<number> => {
  const known = await retryTransient(() => increment(req, series))
  if (known) return known.value
  try {
    await retryTransient(() =>
      req.payload.db.create({ collection: 'counters', data: { uniqueKey: series, value: 0 } }),
    )
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
  }
  const made = await retryTransient(() => increment(req, series))
  if (!made) throw new Error(`The series "${series}" cannot be numbered.`)
  return made.value
}
