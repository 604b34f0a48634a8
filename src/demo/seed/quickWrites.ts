import type { BasePayload } from 'payload'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'

/**
 * Runs `work` without waiting for the disk after every row: a seed that loses power starts over anyway.
 * MongoDB is left as it is.
 */
export const withQuickWrites = async <T>(
  payload: BasePayload,
  work: () => Promise<T>,
): Promise<T> => {
  if (isMongo) return work()
  const [before] = (await runSql(payload, 'PRAGMA synchronous')) as { synchronous?: number }[] // one row
  await runSql(payload, 'PRAGMA synchronous = OFF')
  try {
    return await work()
  } finally {
    await runSql(payload, `PRAGMA synchronous = ${Number(before?.synchronous ?? 2)}`)
  }
}
