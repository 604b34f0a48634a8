import { idIn, numberIn, type StoredRow, textIn } from '@/src/domain/row'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { type VisitTime, visitTime } from '@/src/domain/scheduling/visitTime'
import { clock } from '@/src/lib/clock'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { clinicianNames } from './clinicianNames'
import type { PortalVisit } from './portalRequest'
import { findRows } from './rows'

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

const placeOf = (row: StoredRow, locations: readonly StoredRow[]): string => {
  const format = formats[textIn(row, 'format')]
  if (format) return format
  const location = locations.find(({ id }) => id === idIn(row, 'location'))
  const parts = ['name', 'addressLine1', 'city'].map((name) => textIn(location, name))
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
    rows.map((row) => idIn(row, 'clinician') ?? ''),
  )
  const at = { now: clock.now().toISOString(), today: practiceToday() }
  return rows.map((row) => ({
    id: row.id,
    startsAt: textIn(row, 'startsAt'),
    when: formatDateTime({
      instant: textIn(row, 'startsAt'),
      zone: textIn(row, 'zone') || practiceZone(),
    }),
    minutes: numberIn(row, 'minutes'),
    clinician: names.get(idIn(row, 'clinician') ?? '') ?? '',
    where: placeOf(row, locations),
    status: textIn(row, 'status') as VisitStatus, // options of the collection
    time: visitTime(
      {
        status: textIn(row, 'status'),
        serviceDate: textIn(row, 'serviceDate'),
        endsAt: textIn(row, 'endsAt'),
      },
      at,
    ),
  }))
}
