import { addDays } from '@/src/domain/calendarDate'
import type { OpenStretch } from '@/src/domain/scheduling/weekHours'
import type { ClinicianName, PlaceName, RoomName, StaffName, Stage } from '../clinic'
import { at } from '../clinic'

const on = (weekdays: number[], from: string, to: string): OpenStretch[] =>
  weekdays.map((weekday) => ({ weekday, from, to }))

const places: Record<PlaceName, Record<string, unknown>> = {
  downtown: {
    name: 'Harbour Downtown',
    addressLine1: '1420 SW Harbor Way',
    addressLine2: 'Suite 300',
    city: 'Portland',
    region: 'OR',
    postalCode: '97201-5103',
    phone: '(503) 555-0140',
    hours: [...on([1, 2, 3, 4], '08:00', '19:00'), ...on([5], '08:00', '17:00')],
    directions:
      'Two minutes on foot from the streetcar stop at the marina. Parking behind the house.',
    accessibility: 'Step-free entrance, elevator, accessible restroom on our floor.',
    illustration: 'harbor',
  },
  riverside: {
    name: 'Harbour Riverside',
    addressLine1: '88 SE Water Avenue',
    city: 'Portland',
    region: 'OR',
    postalCode: '97214-1107',
    phone: '(503) 555-0141',
    hours: on([1, 2, 3, 4, 5], '08:00', '17:00'),
    directions: 'Ring at the green door beside the bridge. Street parking is free after 5 PM.',
    accessibility: 'Ramp at the side entrance; ring and we open.',
    illustration: 'bridge',
  },
}

const rooms: Record<RoomName, { name: string; place: PlaceName }> = {
  alder: { name: 'Alder room', place: 'downtown' },
  birch: { name: 'Birch room', place: 'downtown' },
  cedar: { name: 'Cedar room', place: 'riverside' },
}

type Window = OpenStretch & { place: PlaceName }

const every = (weekdays: number[], from: string, to: string, place: PlaceName): Window[] =>
  on(weekdays, from, to).map((stretch) => ({ ...stretch, place }))

/** When each clinician sees people; the weekly patients fill all of Kim's hours but one. */
const windows: Record<ClinicianName, Window[]> = {
  kim: [
    ...every([1, 2, 4, 5], '09:00', '12:00', 'downtown'),
    ...every([3], '09:00', '13:00', 'downtown'),
  ],
  theo: [
    ...every([1, 2, 3, 4, 5], '09:00', '13:00', 'downtown'),
    ...every([2, 4], '14:00', '17:00', 'downtown'),
  ],
  leo: every([1, 2, 3, 4, 5], '10:00', '13:00', 'riverside'),
  mira: every([1, 2, 3, 4], '14:00', '17:00', 'downtown'),
  jon: every([1, 2, 4, 5], '13:00', '16:00', 'riverside'),
  yara: every([1, 3, 5], '14:00', '17:00', 'downtown'),
  owen: every([1, 2, 3, 4], '16:00', '18:00', 'downtown'),
  june: every([2, 3, 4, 5], '08:00', '11:00', 'riverside'),
}

export type Places = {
  places: Record<PlaceName, string>
  rooms: Record<RoomName, string>
}

export const makePlaces = async (
  { cast }: Stage,
  staff: Record<StaffName, string>,
): Promise<Places> => {
  const rosa = cast.staff(staff.rosa)
  const ids: Partial<Record<PlaceName, string>> = {}
  for (const [key, data] of Object.entries(places)) {
    const row = await rosa.create('locations', {
      ...data,
      timeZone: 'America/Los_Angeles',
      placeOfService: '11',
    })
    ids[key as PlaceName] = row.id // a key of the table
  }
  const made = ids as Record<PlaceName, string> // one per key
  const roomIds: Partial<Record<RoomName, string>> = {}
  for (const [key, { name, place }] of Object.entries(rooms)) {
    const row = await rosa.create('rooms', { name, location: made[place] })
    roomIds[key as RoomName] = row.id // a key of the table
  }
  return { places: made, rooms: roomIds as Record<RoomName, string> } // one per key
}

/** Hours of the clinicians and who answers when somebody cannot wait. */
export const makeHours = async (
  { cast, today, weeks }: Stage,
  { staff, places: ids }: { staff: Record<StaffName, string>; places: Record<PlaceName, string> },
): Promise<void> => {
  const ben = cast.staff(staff.ben)
  for (const [name, list] of Object.entries(windows)) {
    for (const { weekday, from, to, place } of list) {
      await ben.create('availability', {
        staff: staff[name as ClinicianName], // a key of the table
        weekday: String(weekday),
        fromTime: from,
        toTime: to,
        location: ids[place],
      })
    }
  }
  // Two weeks each in turn; Theo has the weeks around the demo's day.
  for (let index = -Math.ceil(weeks / 2) - 2; index <= 4; index += 1) {
    const from = addDays(today, index * 14 - 5)
    await ben.create('on-call-shifts', {
      staff: index % 2 === 0 ? staff.theo : staff.kim,
      startsAt: at(from, '08:00').toISOString(),
      endsAt: at(addDays(from, 14), '08:00').toISOString(),
    })
  }
}
