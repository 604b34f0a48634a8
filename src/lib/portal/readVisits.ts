import type { StoredRow } from '@/src/domain/row'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { clinicianNames } from './clinicianNames'
import type { PortalVisit } from './portalRequest'
import { findRows, idOf, numberOf, textOf } from './rows'

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
  isUpcoming: boolean
}

const formats: Readonly<Record<string, string>> = { video: 'By video', phone: 'By phone' }

const placeOf = (row: StoredRow, locations: readonly StoredRow[]): string => {
  const format = formats[textOf(row, 'format')]
  if (format) return format
  const location = locations.find(({ id }) => id === idOf(row, 'location'))
  const parts = ['name', 'addressLine1', 'city'].map((name) => textOf(location, name))
  return parts.filter(Boolean).join(', ')
}

const live: readonly string[] = ['booked', 'checkedIn', 'inSession']

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
  const now = clock.now().toISOString()
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
    isUpcoming: live.includes(textOf(row, 'status')) && textOf(row, 'endsAt') > now,
  }))
}
