import type { ClinicianName, PlaceName, RoomName } from './clinic'
import type { Slot } from './profile'

const hours = (first: number, last: number): string[] =>
  Array.from({ length: last - first }, (_, index) => `${String(first + index).padStart(2, '0')}:00`)

type Week = { weekdays: number[]; times: string[]; place: PlaceName; room: RoomName | null }

const slotsOf = (weeks: readonly Week[]): Slot[] =>
  weeks.flatMap(({ weekdays, times, place, room }) =>
    times.flatMap((time) => weekdays.map((weekday) => ({ weekday, time, place, room }))),
  )

/**
 * The weekly hours of every clinician, in the order in which they fill. Kim's Tuesday at ten stays free:
 * the opening that the website's visitors find.
 */
export const slots: Readonly<Record<ClinicianName, readonly Slot[]>> = {
  kim: slotsOf([
    { weekdays: [1, 2, 3, 4, 5], times: ['09:00'], place: 'downtown', room: 'alder' },
    { weekdays: [1, 3, 4, 5], times: ['10:00'], place: 'downtown', room: 'alder' },
    { weekdays: [1, 2, 3, 4, 5], times: ['11:00'], place: 'downtown', room: 'alder' },
    { weekdays: [3], times: ['12:00'], place: 'downtown', room: 'alder' },
  ]),
  theo: slotsOf([
    { weekdays: [1, 2, 3, 4, 5], times: hours(9, 12), place: 'downtown', room: 'birch' },
    { weekdays: [2, 4], times: hours(14, 16), place: 'downtown', room: 'birch' },
  ]),
  leo: slotsOf([
    { weekdays: [1, 3, 5, 2, 4], times: hours(10, 12), place: 'riverside', room: 'cedar' },
  ]),
  mira: slotsOf([
    { weekdays: [1, 2, 3, 4], times: hours(14, 16), place: 'downtown', room: 'alder' },
  ]),
  jon: slotsOf([
    { weekdays: [1, 2, 4, 5], times: hours(13, 15), place: 'riverside', room: 'cedar' },
  ]),
  yara: slotsOf([{ weekdays: [1, 3, 5], times: hours(14, 17), place: 'downtown', room: 'birch' }]),
  owen: slotsOf([{ weekdays: [1, 2, 3, 4], times: hours(16, 18), place: 'downtown', room: null }]),
  june: slotsOf([{ weekdays: [2, 3, 4, 5], times: hours(8, 10), place: 'riverside', room: null }]),
}
