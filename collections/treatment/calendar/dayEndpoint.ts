import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { scopesFor } from '@/access/policy'
import { actorOf } from '@/access/principal'
import {
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  requiredText,
} from '@/collections/fields/actionInputs'
import { factReader } from '@/hooks/facts'
import { idsNamed, rowsById, rowsNaming } from '@/hooks/rowsById'
import { missingKinds } from '@/hooks/rules/intake/missingPapers'
import { addDays, isCalendarDate } from '@/src/domain/calendarDate'
import { consentLabel } from '@/src/domain/intake/consentKinds'
import { idIn, type Row } from '@/src/domain/row'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { datesBetween, dayRange, weekdayOf } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'
import { LIVE_STATUSES } from '../appointmentCodes'
import { zoneOf } from '../planVisit'
import { chipsOf } from './chips'
import { windowsOf } from './openings'
import { queryOf } from './queryOf'

const message = 'Say which day: date=2026-11-24.'

// A practice of fifty clinicians books some 400 visits a day.
const mostAppointments = 1000
// Fifty people with two stretches a day.
const mostHours = 1000

const query = z.object({
  date: requiredText(message, 10).refine(isCalendarDate, message),
  days: optionalWholeNumber({
    min: 1,
    max: 14,
    message: 'days must be a whole number from 1 to 14.',
  }),
  location: optionalText(64),
  clinician: optionalText(64),
  only: optionalChoice(['visits', 'open', 'places'], '"only" is "visits", "open" or "places".'),
  limit: optionalWholeNumber({
    min: 1,
    max: mostAppointments,
    message: `limit must be a whole number from 1 to ${mostAppointments}.`,
  }),
})

type Wish = z.output<typeof query>

const any = { id: { exists: true } }

const lastOf = ({ date, days = 1 }: Wish): string => addDays(date, days - 1)

const appointmentsOf = async (req: PayloadRequest, wish: Wish): Promise<Row[]> => {
  if (wish.only === 'places') return []
  const { docs } = await asUser(req).find({
    collection: 'appointments',
    where: {
      and: [
        { serviceDate: { greater_than_equal: wish.date } },
        { serviceDate: { less_than_equal: lastOf(wish) } },
        ...(wish.location ? [{ location: { equals: wish.location } }] : []),
        ...(wish.clinician ? [{ clinician: { equals: wish.clinician } }] : []),
        ...(wish.only === 'open' ? [{ status: { in: [...LIVE_STATUSES] } }] : []),
      ],
    },
    sort: 'startsAt',
    limit: wish.limit ?? mostAppointments,
    pagination: false,
  })
  return docs as unknown as Row[] // rows by column name
}

const patientsOf = async (req: PayloadRequest, ids: string[]): Promise<Map<string, Row>> => {
  if (!ids.length || !isGranted(req, 'patients', 'read')) return new Map()
  const { docs } = await asUser(req).find({
    collection: 'patients',
    where: { id: { in: ids } },
    select: { displayName: true, pronouns: true, safetyBanner: true },
    limit: ids.length,
    pagination: false,
  })
  return rowsById(docs as unknown as Row[]) // rows by column name
}

type Days = { from: string; to: string }

/** The weekdays of some days and of those next to them, which another zone may mean. */
const weekdaysAround = ({ from, to }: Days): string[] => [
  ...new Set(
    datesBetween({
      from: addDays(from, -1),
      to: addDays(to, 1),
    }).map((date) => String(weekdayOf(date))),
  ),
]

/** Weekly hours, as far as the table shows them: clinicians read their own. */
const hoursFor = async (
  req: PayloadRequest,
  { location, ...days }: Days & { location: string | undefined },
): Promise<Row[]> => {
  if (!isGranted(req, 'availability', 'read')) return []
  const { docs } = await asUser(req).find({
    collection: 'availability',
    where: {
      and: [
        { weekday: { in: weekdaysAround(days) } },
        ...(location ? [{ location: { equals: location } }] : []),
      ],
    },
    pagination: false,
    limit: mostHours,
  })
  return docs as unknown as Row[] // rows by column name
}

/** The clock of the location; of all locations where they share one, or else of the practice. */
const zoneFor = (locations: readonly Row[], location = ''): string => {
  const one = locations.find(({ id }) => id === location)
  if (one) return zoneOf(one)
  const isUsed = ({ isActive }: Row): boolean => isActive !== false
  const [shared, ...others] = new Set(locations.filter(isUsed).map(zoneOf))
  return shared && !others.length ? shared : practiceZone()
}

/**
 * `GET /api/appointments/day?date[&days][&location][&clinician][&only][&limit]`: the calendar of one day or
 * several, within the caller's scope: names, chips and missing papers, nothing clinical. One query per kind.
 * `only=visits` leaves out when people see patients and what closes their hours, `only=open` also what is over,
 * `only=places` all appointments: people, rooms and hours to book in.
 */
export const dayEndpoint = door('policy', {
  method: 'get',
  path: '/day',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (actor.kind !== 'staff' || !isGranted(req, 'appointments', 'read')) {
      throw new Refusal('not-granted', 'You may not see the calendar.')
    }
    const wish = queryOf(req, query)
    const read = factReader(req)
    const appointments = await appointmentsOf(req, wish)
    const patientIds = idsNamed(appointments, 'patient')
    // Which papers are missing is for those who may see papers.
    const seesPapers = isGranted(req, 'consents', 'read')
    const locations = await read.many('locations', any)
    const zone = zoneFor(locations, wish.location)
    const range = {
      start: dayRange({ date: wish.date, zone }).start,
      end: dayRange({ date: lastOf(wish), zone }).end,
    }
    const isVisitsOnly = wish.only === 'visits' || wish.only === 'open'
    const [patients, consents, staff, rooms, closures, availability] = await Promise.all([
      patientsOf(req, patientIds),
      patientIds.length && seesPapers ? read.many('consents', { patient: { in: patientIds } }) : [],
      read.many('staff', { isActive: { equals: true } }),
      read.many('rooms', { isActive: { equals: true } }),
      isVisitsOnly
        ? []
        : read.many('closures', {
            and: [
              { startsAt: { less_than: range.end } },
              { endsAt: { greater_than: range.start } },
            ],
          }),
      isVisitsOnly
        ? []
        : hoursFor(req, { from: wish.date, to: lastOf(wish), location: wish.location }),
    ])
    const papers = rowsNaming(consents, 'patient')
    const people = rowsById(staff)
    const roomNames = rowsById(rooms)
    return Response.json({
      date: wish.date,
      days: wish.days ?? 1,
      zone,
      appointments: appointments.map((row) => {
        const patientId = idIn(row, 'patient') ?? ''
        const patient = patients.get(patientId) ?? null
        const isOpen = row['status'] === 'booked' || row['status'] === 'checkedIn'
        const missing =
          isOpen && seesPapers
            ? missingKinds(papers.get(patientId) ?? [], String(row['format']))
            : []
        const clinician = idIn(row, 'clinician') ?? ''
        const room = idIn(row, 'room')
        return {
          id: row['id'],
          rev: row['rev'],
          patient: patientId,
          patientName: patient?.['displayName'] ?? null,
          clinician,
          clinicianName: people.get(clinician)?.['name'] ?? null,
          startsAt: row['startsAt'],
          endsAt: row['endsAt'],
          minutes: row['minutes'],
          serviceDate: row['serviceDate'],
          zone: row['zone'],
          location: idIn(row, 'location'),
          room,
          roomName: room ? (roomNames.get(room)?.['name'] ?? null) : null,
          format: row['format'],
          kind: row['kind'],
          status: row['status'],
          cancelKind: row['cancelKind'] ?? null,
          sequence: row['sequence'],
          seriesKey: row['seriesKey'] ?? null,
          note: row['note'] ?? null,
          missing: missing.map((kind) => ({ kind, label: consentLabel(kind) })),
          chips: chipsOf({ appointment: row, patient, missing: missing.length }),
        }
      }),
      clinicians: staff
        .filter(
          (row) =>
            Array.isArray(row['roles']) &&
            row['roles'].some((role) => role === 'clinician' || role === 'intern'),
        )
        .map((row) => ({ id: row['id'], name: row['name'] })),
      rooms: rooms.map((row) => ({
        id: row['id'],
        name: row['name'],
        location: idIn(row, 'location'),
      })),
      locations: locations.map((row) => ({
        id: row['id'],
        name: row['name'],
        zone: zoneOf(row),
        isActive: row['isActive'] !== false,
        hours: weekHoursIn(row['hours']),
      })),
      hours: windowsOf(availability, locations, range),
      hoursOf: scopesFor('availability', 'read', actor.principals).includes('all')
        ? 'everybody'
        : 'oneself',
      closures: closures.map((row) => ({
        startsAt: row['startsAt'],
        endsAt: row['endsAt'],
        reason: row['reason'],
        staff: idIn(row, 'staff'),
        location: idIn(row, 'location'),
      })),
    })
  },
})
