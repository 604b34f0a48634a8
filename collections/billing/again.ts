import type { PayloadRequest } from 'payload'
import { isDuplicateKey, isInTransaction } from '@/src/lib/database'

/** Somebody else was quicker: the whole transaction has to run again. */
export class Again extends Error {
  readonly errorLabels = ['TransientTransactionError']
}

/**
 * Answers null when the unique key in question was taken meanwhile, so that the caller looks again.
 * Inside a transaction that is only possible from its start.
 */
export const unlessTaken = async <T>(
  req: PayloadRequest,
  work: () => Promise<T>,
): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    if (await isInTransaction(req)) throw new Again('A unique key was taken by somebody else')
    return null
  }
}
