import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { isCalendarDate } from '../domain/calendarDate'
import { instantOf } from '../domain/scheduling/zonedTime'
import { clock } from '../lib/clock'
import { env } from '../lib/env'
import { notFound, Refusal } from '../lib/errors'
import { practiceZone } from '../lib/practiceZone'
import { keepDemoTime } from './demoClock'

const longestMoveMs = 400 * 86_400_000

const answer = (): Response =>
  Response.json(
    { now: clock.now().toISOString(), zone: practiceZone() },
    { headers: { 'Cache-Control': 'no-store' } },
  )

const guard = (req: PayloadRequest): void => {
  if (!env.DEMO) throw notFound()
  if (actorOf(req).kind !== 'staff') throw new Refusal('signed-out', 'Sign in as staff first.')
}

const move = async (req: PayloadRequest): Promise<Response> => {
  guard(req)
  await addDataAndFileToRequest(req)
  const { to, minutes } = (req.data ?? {}) as { to?: unknown; minutes?: unknown }
  const target =
    typeof to === 'string'
      ? atWallTime(to)
      : new Date(clock.now().getTime() + Number(minutes) * 60_000)
  const distance = target.getTime() - clock.now().getTime()
  if (Number.isNaN(distance) || Math.abs(distance) > longestMoveMs) {
    throw new Refusal(
      'invalid',
      'Say where to move the time: "to" as 2026-04-14T10:00 on the practice clock, or "minutes" from now.',
    )
  }
  clock.startAt(target)
  await keepDemoTime(req.payload)
  return answer()
}

// `2026-11-24T10:00` on the practice's own clock.
const atWallTime = (text: string): Date => {
  const [date = '', time = ''] = text.split('T')
  if (!isCalendarDate(date) || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    return new Date(Number.NaN)
  return new Date(instantOf({ date, time, zone: practiceZone() }))
}

/** In the demo, staff see and move the practice's time; elsewhere these doors do not exist. */
export const demoClockEndpoints: Endpoint[] = [
  door('self', {
    method: 'get',
    path: '/demo-clock',
    handler: (req) => {
      guard(req)
      return answer()
    },
  }),
  door('self', { method: 'post', path: '/demo-clock', handler: move }),
]
