import { rowsById, rowsNaming } from '@/hooks/rowsById'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'
import { type AvailabilityRule, type Closure, windowsIn } from '@/src/domain/scheduling/freeSlots'
import { overlaps, type Span } from '@/src/domain/scheduling/zonedTime'
import { zoneOf } from '../planVisit'

export const spanOf = (row: Row): Span => ({
  start: String(row['startsAt']),
  end: String(row['endsAt']),
})

type PersonRule = AvailabilityRule & { staff: string | null }

/** Weekly hours as rules; those of a closed site are none. */
export const rulesOf = (rows: Row[], locations: Row[]): PersonRule[] => {
  const places = rowsById(locations)
  return rows.flatMap((row) => {
    const locationId = idIn(row, 'location') ?? ''
    const location = places.get(locationId)
    if (!location || location['isActive'] === false) return []
    return [
      {
        staff: idIn(row, 'staff'),
        weekday: Number(row['weekday']),
        from: String(row['fromTime']),
        to: String(row['toTime']),
        zone: zoneOf(location),
        locationId,
        effectiveFrom: row['effectiveFrom'] as string | null, // day text
        effectiveTo: row['effectiveTo'] as string | null,
      },
    ]
  })
}

/** What closes the hours of one person: own time off, closed sites and days off of the practice. */
export const closuresOf = (closures: Row[], clinician: string): Closure[] =>
  closures
    .filter((row) => [null, clinician].includes(idIn(row, 'staff')))
    .map((row) => ({ ...spanOf(row), locationId: idIn(row, 'location') }))

export type OpenWindow = {
  staff: string | null
  location: string
  startsAt: string
  endsAt: string
}

/** The times that weekly hours open in a span, each with whose they are; what closes them is told apart. */
export const windowsOf = (rows: Row[], locations: Row[], range: Span): OpenWindow[] =>
  windowsIn({ availability: rulesOf(rows, locations), range })
    .filter((window) => overlaps(window, range))
    .map(({ end, locationId, rule, start }) => ({
      staff: rule.staff,
      location: locationId,
      startsAt: start,
      endsAt: end,
    }))

export type Opening = { availability: AvailabilityRule[]; closures: Closure[] }

/** The hours of everybody who has some, and what closes them in a span: three queries. */
export const everyOpening = async (read: FactReader, range: Span): Promise<Opening[]> => {
  const availability = await read.many('availability', { id: { exists: true } })
  const closures = await read.many('closures', {
    and: [{ startsAt: { less_than: range.end } }, { endsAt: { greater_than: range.start } }],
  })
  const locations = await read.many('locations', { id: { exists: true } })
  return [...rowsNaming(availability, 'staff')].map(([person, hours]) => ({
    availability: rulesOf(hours, locations),
    closures: closuresOf(closures, person),
  }))
}
