import { z } from 'zod'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { optionalText, requiredText, wholeNumber } from '@/collections/fields/actionInputs'
import { factReader } from '@/hooks/facts'
import { daysBetween, isCalendarDate } from '@/src/domain/calendarDate'
import { idIn } from '@/src/domain/row'
import { dayRange, overlaps } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { LIVE_STATUSES } from '../appointmentCodes'
import { zoneOf } from '../planVisit'
import { openTimes } from './openTimes'
import { queryOf } from './queryOf'

const day = (message: string) => z.string({ error: message }).trim().refine(isCalendarDate, message)

const query = z.object({
  clinician: requiredText('Say whose free times: clinician=<id>.', 64),
  from: day('Say from which day: from=2026-11-24.'),
  to: day('Say to which day: to=2026-11-28.'),
  minutes: wholeNumber({
    min: 10,
    max: 240,
    message: 'minutes must be a whole number from 10 to 240.',
  }),
  location: optionalText(64),
})

const mostDays = 62

/**
 * `GET /api/appointments/free-slots?clinician&from&to&minutes[&location]`: open times with the rooms
 * that are free in them. Says nothing about who takes up the rest.
 */
export const freeSlotsEndpoint = door('policy', {
  method: 'get',
  path: '/free-slots',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    // Software may be granted the free times without the appointments that take up the rest.
    const seesRest = actorOf(req).kind === 'apiClient' || isGranted(req, 'appointments', 'read')
    if (!isGranted(req, 'availability', 'read') || !seesRest) {
      throw new Refusal('not-granted', 'You may not see the calendar.')
    }
    const wish = queryOf(req, query)
    if (daysBetween(wish.from, wish.to) < 0 || daysBetween(wish.from, wish.to) > mostDays) {
      throw new Refusal('invalid', [
        { path: 'to', message: `Ask for 1 to ${mostDays} days, the first before the last.` },
      ])
    }
    const read = factReader(req)
    if (!(await read.one('staff', wish.clinician)))
      throw new Refusal('invalid', [
        { path: 'clinician', message: 'Choose a clinician who works here.' },
      ])
    const location = wish.location ? await read.one('locations', wish.location) : null
    const zone = zoneOf(location)
    const range = {
      start: dayRange({ date: wish.from, zone }).start,
      end: dayRange({ date: wish.to, zone }).end,
    }
    const [open, rooms, taken] = await Promise.all([
      openTimes(read, {
        clinicians: [wish.clinician],
        range,
        minutes: wish.minutes,
        now: clock.now(),
        location: wish.location ?? null,
      }),
      read.many('rooms', { isActive: { equals: true } }),
      read.many('appointments', {
        and: [
          { room: { exists: true } },
          { status: { in: [...LIVE_STATUSES] } },
          { startsAt: { less_than: range.end } },
          { endsAt: { greater_than: range.start } },
        ],
      }),
    ])
    const slots = (open.get(wish.clinician) ?? []).map((slot) => ({
      start: slot.start,
      end: slot.end,
      location: slot.locationId,
      freeRooms: rooms
        .filter((room) => idIn(room, 'location') === slot.locationId)
        .map((room) => String(room['id']))
        .filter(
          (room) =>
            !taken.some(
              (row) =>
                idIn(row, 'room') === room &&
                overlaps(slot, { start: String(row['startsAt']), end: String(row['endsAt']) }),
            ),
        ),
    }))
    return Response.json({ clinician: wish.clinician, zone, minutes: wish.minutes, slots })
  },
})
