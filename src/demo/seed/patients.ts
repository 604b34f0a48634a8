import type { ClinicianName, PayerName } from './clinic'
import { slots } from './hours'
import { nameOf, reachOf } from './person'
import type { Profile, Quirk } from './profile'
import type { Random } from './random'
import type { ConditionName } from './words/conditions'
import { streets, zipCodes } from './words/names'

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

const turn: readonly ('kim' | 'theo' | 'leo')[] = [
  'kim',
  'theo',
  'kim',
  'theo',
  'leo',
  'theo',
  'kim',
  'leo',
]
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

type Place = Pick<Profile, 'clinician' | 'slot' | 'weeksAgo' | 'weeks'>

type Hour = Pick<Place, 'clinician' | 'slot'>

const profileOf = (random: Random, index: number, place: Place): Profile => {
  const own = random.fork(`patient ${index}`)
  const quirk = quirks[index] ?? null
  const person = nameOf(index, quirk)
  const { clinician, slot } = place
  const isVideo = own.chance(clinician === 'leo' ? 20 : 25) || slot.room === null
  return {
    ...place,
    index,
    minute: index % 50,
    ...person,
    dateOfBirth: `${own.int(1961, 2003)}-${twoDigits(own.int(1, 12))}-${twoDigits(own.int(1, 28))}`,
    ...reachOf(person, index),
    addressLine1: `${own.int(110, 9890)} ${own.pick(streets)}`,
    postalCode: own.pick(zipCodes),
    slot: isVideo ? { ...slot, room: null } : slot,
    format: isVideo ? 'video' : 'inPerson',
    payer: payerFor(index, clinician),
    memberId: `W${String(20_418_033 + index * 7919).slice(0, 9)}`,
    condition: conditionTurn[(index + Math.floor(index / 8)) % conditionTurn.length] ?? 'gad',
    source: sources[index % sources.length] ?? { said: 'friend' },
    quirk,
  }
}

/** The hours of those who came in the last three months, oldest first. */
const recentPlaces = (): Place[] => {
  const taken = { kim: 0, theo: 0, leo: 0 }
  return starts.map((weeksAgo, index) => {
    const wish = turn[index % turn.length] ?? 'theo'
    for (const clinician of [wish, 'kim', 'theo', 'leo'] as const) {
      const slot = slots[clinician][taken[clinician]]
      if (!slot) continue
      taken[clinician] += 1
      return { clinician, slot, weeksAgo, weeks: null }
    }
    throw new Error('There are more patients than hours.')
  })
}

const earliest = 50
// An hour stands empty for so long between two people.
const gapWeeks = 2
const hoursPerTherapist = 7
const patientCount = 149

/** Who had an hour before the person who has it now: a therapy that ended. */
const placeBefore = (random: Random, recent: Place | undefined, hour: Hour): Place => {
  const own = random.fork(`before ${hour.clinician} ${hour.slot.weekday} ${hour.slot.time}`)
  const until = (recent?.weeksAgo ?? 0) + gapWeeks + own.int(0, 2)
  const weeksAgo = earliest - own.int(0, 6)
  return { ...hour, weeksAgo, weeks: Math.min(weeksAgo - until, own.int(22, 34)) }
}

/** An hour of the second half of the house: somebody came and went, somebody else still comes. */
const placesInTurn = (random: Random, hour: Hour, order: number): Place[] => {
  const own = random.fork(`turn ${hour.clinician} ${hour.slot.weekday} ${hour.slot.time}`)
  const [weeksAgo, weeks] = [earliest - own.int(0, 8), own.int(14, 24)]
  const next: Place = {
    ...hour,
    weeksAgo: weeksAgo - weeks - gapWeeks - own.int(0, 3),
    weeks: null,
  }
  return order % 7 === 6 ? [next] : [{ ...hour, weeksAgo, weeks }, next]
}

const hoursOf = (clinician: ClinicianName): Hour[] =>
  slots[clinician].map((slot) => ({ clinician, slot }))

const earlierPlaces = (random: Random, recent: readonly Place[]): Place[] => [
  ...(['kim', 'theo', 'leo'] as const).flatMap(hoursOf).map((hour) =>
    placeBefore(
      random,
      recent.find(({ slot }) => slot === hour.slot),
      hour,
    ),
  ),
  ...(['mira', 'jon', 'yara', 'owen', 'june'] as const)
    .flatMap((clinician) => hoursOf(clinician).slice(0, hoursPerTherapist))
    .flatMap((hour, order) => placesInTurn(random, hour, order)),
]

/**
 * The patients of the demo's year: first the forty who came in the last three months, then those whose
 * first visit was longer ago, of whom many have ended. With Maya they are a hundred and fifty.
 */
export const makeProfiles = (random: Random): Profile[] => {
  const recent = recentPlaces()
  return [...recent, ...earlierPlaces(random, recent)]
    .slice(0, patientCount)
    .map((place, index) => profileOf(random, index, place))
}
