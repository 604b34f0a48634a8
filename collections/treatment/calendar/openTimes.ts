import type { Where } from 'payload'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'
import { type FreeSlot, freeSlots } from '@/src/domain/scheduling/freeSlots'
import type { Span } from '@/src/domain/scheduling/zonedTime'
import { LIVE_STATUSES } from '../appointmentCodes'
import { closuresOf, rulesOf, spanOf } from './openings'

type OpenTimesQuery = {
  clinicians: readonly string[]
  /** ISO UTC; `end` is not part of it. */
  range: Span
  minutes: number
  now: Date
  location?: string | null
}

type Loaded = { availability: Row[]; closures: Row[]; appointments: Row[]; locations: Row[] }

/** What the open times of several clinicians follow from: four queries, however many they are. */
const load = async (read: FactReader, { clinicians, range }: OpenTimesQuery): Promise<Loaded> => {
  const during: Where[] = [
    { startsAt: { less_than: range.end } },
    { endsAt: { greater_than: range.start } },
  ]
  const [availability, closures, appointments, locations] = await Promise.all([
    read.many('availability', { staff: { in: [...clinicians] } }),
    read.many('closures', { and: during }),
    read.many('appointments', {
      and: [
        { clinician: { in: [...clinicians] } },
        { status: { in: [...LIVE_STATUSES] } },
        ...during,
      ],
    }),
    read.many('locations', { id: { exists: true } }),
  ])
  return { availability, closures, appointments, locations }
}

/** The free slots of each clinician, first to last, on both sides of a change of the clocks. */
export const openTimes = async (
  read: FactReader,
  query: OpenTimesQuery,
): Promise<Map<string, FreeSlot[]>> => {
  const { availability, closures, appointments, locations } = await load(read, query)
  return new Map(
    query.clinicians.map((clinician) => {
      const mine = availability.filter((row) => idIn(row, 'staff') === clinician)
      const slots = freeSlots({
        availability: rulesOf(mine, locations),
        closures: closuresOf(closures, clinician),
        busy: appointments.filter((row) => idIn(row, 'clinician') === clinician).map(spanOf),
        range: query.range,
        minutes: query.minutes,
        now: query.now,
      })
      return [
        clinician,
        query.location ? slots.filter(({ locationId }) => locationId === query.location) : slots,
      ]
    }),
  )
}
