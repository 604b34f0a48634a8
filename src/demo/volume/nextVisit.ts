import { addDays } from '@/src/domain/calendarDate'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import { visitTitle } from '@/src/domain/scheduling/visitTitle'
import { at, nextWeekday, plusMinutes, zone } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import type { Somebody } from './person'
import { add, type Context, type Rows } from './rows'

const hoursPerDay = 8

/** The next weekly visit of somebody in care, with its held times; none where the week is full. */
export const nextVisit = (rows: Rows, context: Context, person: Somebody): void => {
  const { clinic, stamps, today } = context
  const { id: patient, clinician, turn } = person
  if (turn === null || turn >= 5 * hoursPerDay) return
  const day = nextWeekday(addDays(today, 1), 1 + (turn % 5))
  const startsAt = at(day, `${String(9 + Math.floor(turn / 5)).padStart(2, '0')}:00`)
  const [start, end] = [startsAt.toISOString(), plusMinutes(startsAt, 50).toISOString()]
  const uniqueKey = `volume|next|${patient}`
  add(rows, 'appointments', {
    id: newId(),
    uniqueKey,
    title: visitTitle({ instant: startsAt, zone, kind: 'individual' }),
    patient,
    clinician,
    startsAt: start,
    endsAt: end,
    minutes: 50,
    serviceDate: day,
    zone,
    location: clinic.places.downtown,
    format: 'inPerson',
    kind: 'individual',
    status: 'booked',
    sequence: 3,
    ...stamps,
  })
  const resources = [
    { kind: 'clinician' as const, id: clinician },
    { kind: 'patient' as const, id: patient },
  ]
  const held = holdKeys({ resources, start, end }).map((key) => ({
    id: newId(),
    key,
    appointmentKey: uniqueKey,
    attempt: uniqueKey,
    heldAt: start,
  }))
  add(rows, 'slot-holds', ...held)
}
