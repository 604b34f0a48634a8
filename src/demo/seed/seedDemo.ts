import type { BasePayload } from 'payload'
import { checkLog } from '@/src/jobs/auditLog'
import { clock } from '@/src/lib/clock'
import { withoutWaiting } from '@/src/lib/database'
import { keepDemoTime } from '../demoClock'
import { makeBase } from './base/makeBase'
import { stageFor } from './clinic'
import { castOf } from './stage'
import { type TellEnded, tellHistory } from './tellHistory'

const where = { uniqueKey: { equals: 'demo-seed' } }

type Marker = { id: string; finishedAt?: string | null; summary?: string | null }

/** Nothing was done, and this is why and what to do. */
export class SeedRefusal extends Error {}

const markerOf = (payload: BasePayload): Promise<Marker | null> =>
  payload.db.findOne<Marker>({ collection: 'job-runs', where })

/** Throws a SeedRefusal where somebody's records are. */
export const refuseForeignData = async (payload: BasePayload): Promise<void> => {
  for (const collection of ['staff', 'patients', 'inquiries']) {
    const { totalDocs } = await payload.db.count({ collection })
    if (!totalDocs) continue
    throw new SeedRefusal(
      `This database holds records that are not the demo's (${totalDocs} in ${collection}). This needs a database of its own: set DATABASE_URL to an empty one.`,
    )
  }
}

/**
 * Fills an empty database with the clinic Harbour Therapy. Answers false when it is there already. Fewer
 * `weeks` than a year's tell of those who came in that time; `ended` has the ended therapies told elsewhere
 * (see `tellHistory`). `now` decides the demo's day; the same day always tells the same story. Throws a
 * SeedRefusal when the database holds something else, or when an earlier seed stopped half-way.
 */
export const seedDemo = async (
  payload: BasePayload,
  {
    now,
    say,
    weeks,
    ended,
  }: { now: Date; say: (line: string) => void; weeks?: number; ended?: TellEnded },
): Promise<boolean> => {
  const marker = await markerOf(payload)
  if (marker?.finishedAt) return false
  if (marker) {
    throw new SeedRefusal(
      'The last seed of this database stopped half-way. Start over with an empty one: npm run demo -- --reset, or remove the database that DATABASE_URL names.',
    )
  }
  await refuseForeignData(payload)
  const startedAt = clock.wall().toISOString()
  await payload.db.create({
    collection: 'job-runs',
    data: { uniqueKey: 'demo-seed', job: 'demo-seed', startedAt },
  })
  const stage = stageFor({ payload, cast: castOf(payload), now, say, ...(weeks ? { weeks } : {}) })
  await withoutWaiting(payload, async () => tellHistory(stage, await makeBase(stage), ended))
  clock.startAt(stage.anchor)
  await keepDemoTime(payload)
  say('Checking the access log ...')
  await checkLog(payload, 'whole')
  await payload.db.updateOne({
    collection: 'job-runs',
    where,
    data: { finishedAt: clock.wall().toISOString(), summary: `The demo's day is ${stage.today}.` },
  })
  return true
}
