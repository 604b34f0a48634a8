import type { BasePayload } from 'payload'
import { clock } from '../lib/clock'

const where = { uniqueKey: { equals: 'demo-clock' } }

type ClockRow = { id: string; summary?: string }

const keepEveryMs = 15_000

/** Stores where the demo's time stands, so that the next start goes on from there. */
export const keepDemoTime = async (payload: BasePayload): Promise<void> => {
  const summary = clock.now().toISOString()
  const startedAt = clock.wall().toISOString()
  const row = await payload.db.findOne<ClockRow>({ collection: 'job-runs', where })
  if (row) await payload.db.updateOne({ collection: 'job-runs', id: row.id, data: { summary } })
  else
    await payload.db.create({
      collection: 'job-runs',
      data: { uniqueKey: 'demo-clock', job: 'demo-clock', startedAt, summary },
    })
}

/** The nearest weekday at 9:40 in `zone`, as an instant: where a new demo begins. */
export const demoAnchor = (
  from: Date,
  instantAt: (day: string, time: string) => Date,
  dayOf: (instant: Date) => string,
): Date => {
  const day = new Date(`${dayOf(from)}T12:00:00Z`)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return instantAt(day.toISOString().slice(0, 10), '09:40')
}

/** Demo only: the product's clock goes on from where it stopped. */
export const resumeDemoTime = async (payload: BasePayload): Promise<void> => {
  const row = await payload.db.findOne<ClockRow>({ collection: 'job-runs', where })
  if (!row?.summary) return
  clock.startAt(new Date(row.summary))
  const timer = setInterval(() => {
    keepDemoTime(payload).catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'The demo time could not be kept' }),
    )
  }, keepEveryMs)
  timer.unref()
}
