import type { BasePayload } from 'payload'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '../lib/clock'
import { isDuplicateKey, isWriteConflict } from '../lib/database'

/**
 * Runs `work` once per job and period whoever asks and how often. A run that failed or died frees its
 * period after `staleMs`.
 */
export const oncePerPeriod = async (
  payload: BasePayload,
  {
    job,
    period,
    work,
    staleMs = 10 * 60_000,
  }: { job: string; period: string; work: () => Promise<string>; staleMs?: number },
): Promise<string> => {
  const uniqueKey = `${job}|${period}`
  const where = { uniqueKey: { equals: uniqueKey } }
  const startedAt = clock.wall().toISOString()
  try {
    await payload.db.create({ collection: 'job-runs', data: { uniqueKey, job, startedAt } })
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
    const row = await payload.db.findOne<{
      id: string
      startedAt: string
      finishedAt?: string | null
    }>({ collection: 'job-runs', where })
    const isStale =
      row && !row.finishedAt && clock.wall().getTime() - new Date(row.startedAt).getTime() > staleMs
    if (!row || !isStale) return 'done before'
    const won = await changeIf(payload, {
      collection: 'job-runs',
      where: [{ id: { equals: row.id } }, { startedAt: { equals: row.startedAt } }],
      data: { startedAt },
    })
    if (!won) return 'done by somebody else'
  }
  const summary = await work()
  await payload.db.updateOne({
    collection: 'job-runs',
    where,
    data: { finishedAt: clock.wall().toISOString(), summary },
  })
  return summary
}
