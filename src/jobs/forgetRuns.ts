import type { BasePayload, Where } from 'payload'
import { clock } from '../lib/clock'

export type KeptRuns = { job: string; keptDays: number }

const dayMs = 86_400_000

/** Removes runs whose period cannot come again; of jobs that are not listed nothing. */
export const forgetRuns = async (
  payload: BasePayload,
  kept: readonly KeptRuns[],
): Promise<void> => {
  const isOver = ({ job, keptDays }: KeptRuns): Where => {
    const oldest = new Date(clock.wall().getTime() - keptDays * dayMs).toISOString()
    const started: Where = { startedAt: { less_than: oldest } }
    return { and: [{ job: { equals: job } }, started] }
  }
  await payload.db.deleteMany({ collection: 'job-runs', where: { or: kept.map(isOver) } })
}
