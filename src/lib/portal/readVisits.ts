import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { type VisitTime, visitTime } from '@/src/domain/scheduling/visitTime'
import { clock } from '@/src/lib/clock'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { clinicianNames } from './clinicianNames'
import type { PortalVisit } from './portalRequest'
import { findRows, idOf, numberOf, type Row, textOf } from './rows'

export type VisitStatus =
  | 'booked'
  | 'checkedIn'
  | 'inSession'
  | 'completed'
  | 'cancelled'
  | 'noShow'

/** One appointment in the patient's words. */
export type Visit = {
  id: string
  startsAt: string
  /** "Tue, Apr 14, 10:00 AM" on the clocks of the place. */
  when: string
  minutes: number
  clinician: string
  /** "Harbour Street office, 12 Harbour Street, Portland" or "By video". */
  where: string
  status: VisitStatus
  time: VisitTime
}

const formats: Readonly<Record<string, string>> = { video: 'By video', phone: 'By phone' }

const placeOf = (row: Row, locations: readonly Row[]): string => {
  const format = formats[textOf(row, 'format')]
  if (format) return format
  const location = locations.find(({ id }) => id === idOf(row, 'location'))
  const parts = ['name', 'addressLine1', 'city'].map((name) => textOf(location, name))
  return parts.filter(Boolean).join(', ')
}

/** The patient's appointments, the next one first among those to come. */
export const readVisits = async ({ req }: PortalVisit): Promise<Visit[]> => {
  const [rows, locations] = await Promise.all([
    findRows(req, 'appointments', { sort: 'startsAt' }),
    findRows(req, 'locations'),
  ])
  const names = await clinicianNames(
    req,
    rows.map((row) => idOf(row, 'clinician')),
  )
  const at = { now: clock.now().toISOString(), today: practiceToday() }
  return rows.map((row) => ({
    id: row.id,
    startsAt: textOf(row, 'startsAt'),
    when: formatDateTime({
      instant: textOf(row, 'startsAt'),
      zone: textOf(row, 'zone') || practiceZone(),
    }),
    minutes: numberOf(row, 'minutes') ?? 0,
    clinician: names.get(idOf(row, 'clinician')) ?? '',
    where: placeOf(row, locations),
    status: textOf(row, 'status') as VisitStatus, // options of the collection
    time: visitTime(
      {
        status: textOf(row, 'status'),
        serviceDate: textOf(row, 'serviceDate'),
        endsAt: textOf(row, 'endsAt'),
      },
      at,
    ),
  }))
}
