import type { ClinicianName, PayerName, PlaceName, RoomName } from './clinic'
import { portalLogins } from './logins'
import type { Random } from './random'
import type { ConditionName } from './words/conditions'
import { firstNames, lastNames, streets, zipCodes } from './words/names'

export type Slot = { weekday: number; time: string; place: PlaceName; room: RoomName | null }

/** Everything about one patient of the demo that the story does not decide by itself. */
export type Profile = {
  index: number
  firstName: string
  lastName: string
  sex: 'F' | 'M'
  dateOfBirth: string
  email: string
  phone: string
  addressLine1: string
  postalCode: string
  clinician: ClinicianName
  slot: Slot
  format: 'inPerson' | 'video'
  /** Weeks before the demo's week in which the first session took place; -1 is still to come. */
  weeksAgo: number
  /** Null pays alone. */
  payer: PayerName | null
  memberId: string
  condition: ConditionName
  /** Where the person came from: a campaign's source, or what they said. */
  source: { utm: Record<string, string> } | { said: string }
  /** What makes this one different from the others. */
  quirk: Quirk | null
}

export type Quirk =
  | 'steady'
  | 'owes'
  | 'shares'
  | 'worsens'
  | 'risk'
  | 'lateNote'
  | 'planUnsigned'
  | 'denied'
  | 'authorizationLacks'

const hours = (first: number, last: number): string[] =>
  Array.from({ length: last - first }, (_, index) => `${String(first + index).padStart(2, '0')}:00`)

type Week = { weekdays: number[]; times: string[]; place: PlaceName; room: RoomName | null }

const slotsOf = (weeks: readonly Week[]): Slot[] =>
  weeks.flatMap(({ weekdays, times, place, room }) =>
    times.flatMap((time) => weekdays.map((weekday) => ({ weekday, time, place, room }))),
  )

/** Kim's Tuesday at ten stays free: the opening that the website's visitors find. */
const slots: Record<ClinicianName, Slot[]> = {
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
}

/** How long ago the first sessions were, oldest first. */
const starts = [
  ...Array<number>(8).fill(12),
  ...Array<number>(5).fill(11),
  ...Array<number>(5).fill(10),
  ...Array<number>(4).fill(9),
  8,
  8,
  8,
  7,
  7,
  7,
  6,
  6,
  5,
  5,
  4,
  4,
  3,
  3,
  2,
  2,
  1,
  -1,
]

const turn: readonly ClinicianName[] = ['kim', 'theo', 'kim', 'theo', 'leo', 'theo', 'kim', 'leo']
const conditionTurn: readonly ConditionName[] = [
  'gad',
  'recurrent',
  'panic',
  'single',
  'adjustment',
  'gad',
  'trauma',
  'recurrent',
]
const payerTurn: readonly (PayerName | null)[] = [
  'aetna',
  'aetna',
  'aetna',
  'medicaid',
  'aetna',
  'aetna',
  null,
  'aetna',
  'va',
  'aetna',
]

const google = { utm_medium: 'cpc', utm_campaign: 'anxiety-portland' }

const sources: readonly Profile['source'][] = [
  { utm: { utmSource: 'google', utmMedium: google.utm_medium, utmCampaign: google.utm_campaign } },
  { utm: { utmSource: 'google', utmMedium: google.utm_medium, utmCampaign: google.utm_campaign } },
  {
    utm: {
      utmSource: 'insurance-directory',
      utmMedium: 'referral',
      utmCampaign: 'plan-directories',
    },
  },
  { said: 'friend' },
  { utm: { utmSource: 'google', utmMedium: google.utm_medium, utmCampaign: google.utm_campaign } },
  { utm: { utmSource: 'newsletter', utmMedium: 'email', utmCampaign: 'monthly-letter' } },
  { said: 'doctor' },
]

/** Which patients are told differently, by place in the list. */
const quirks: Readonly<Record<number, Quirk>> = {
  1: 'steady',
  2: 'shares',
  3: 'owes',
  5: 'denied',
  6: 'risk',
  8: 'worsens',
  12: 'denied',
  16: 'authorizationLacks',
  18: 'lateNote',
  21: 'worsens',
  36: 'planUnsigned',
  37: 'planUnsigned',
}

const asciiOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase()

// Those whose private page anybody may try.
const documentedAs: Readonly<Record<string, { name: string }>> = {
  steady: portalLogins.steady,
  owes: portalLogins.owing,
  shares: portalLogins.sharing,
}

const nameOf = (index: number): { firstName: string; lastName: string; sex: 'F' | 'M' } => {
  const documented = documentedAs[quirks[index] ?? '']
  if (documented) {
    const [firstName = '', lastName = ''] = documented.name.split(' ')
    return { firstName, lastName, sex: documented === portalLogins.owing ? 'M' : 'F' }
  }
  const [firstName, sex] = firstNames[(index * 7) % firstNames.length] ?? ['Alex', 'F']
  return { firstName, sex, lastName: lastNames[(index * 5 + 3) % lastNames.length] ?? 'Rivers' }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const payerFor = (index: number, clinician: ClinicianName): PayerName | null => {
  if (
    quirks[index] === 'owes' ||
    quirks[index] === 'denied' ||
    quirks[index] === 'authorizationLacks'
  )
    return 'aetna'
  if (quirks[index] === 'steady') return 'medicaid'
  const payer = payerTurn[index % payerTurn.length] ?? null
  // The VA does not pay for associates.
  return clinician === 'leo' && payer === 'va' ? 'medicaid' : payer
}

/** The 40 patients of the demo, oldest first. */
export const makeProfiles = (random: Random): Profile[] => {
  const taken: Record<ClinicianName, number> = { kim: 0, theo: 0, leo: 0 }
  const nextFree = (index: number): { clinician: ClinicianName; slot: Slot } => {
    const wish = turn[index % turn.length] ?? 'theo'
    const order: ClinicianName[] = [wish, 'kim', 'theo', 'leo']
    for (const clinician of order) {
      const slot = slots[clinician][taken[clinician]]
      if (!slot) continue
      taken[clinician] += 1
      return { clinician, slot }
    }
    throw new Error('There are more patients than hours.')
  }
  return starts.map((weeksAgo, index) => {
    const own = random.fork(`patient ${index}`)
    const person = nameOf(index)
    const { clinician, slot } = nextFree(index)
    const isVideo = own.chance(clinician === 'leo' ? 20 : 25)
    return {
      index,
      ...person,
      dateOfBirth: `${own.int(1961, 2003)}-${twoDigits(own.int(1, 12))}-${twoDigits(own.int(1, 28))}`,
      email: `${asciiOf(person.firstName)}.${asciiOf(person.lastName)}@example.com`,
      phone: `(971) 555-01${twoDigits(index)}`,
      addressLine1: `${own.int(110, 9890)} ${own.pick(streets)}`,
      postalCode: own.pick(zipCodes),
      clinician,
      slot: isVideo ? { ...slot, room: null } : slot,
      format: isVideo ? 'video' : 'inPerson',
      weeksAgo,
      payer: payerFor(index, clinician),
      memberId: `W${String(20_418_033 + index * 7919).slice(0, 9)}`,
      condition: conditionTurn[(index + Math.floor(index / 8)) % conditionTurn.length] ?? 'gad',
      source: sources[index % sources.length] ?? { said: 'friend' },
      quirk: quirks[index] ?? null,
    }
  })
}
