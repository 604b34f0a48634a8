import { searchColumnsOf } from '@/collections/intake/foldSearchText'
import { addDays } from '@/src/domain/calendarDate'
import type { Clinic, Stage } from '../seed/clinic'
import { newId } from '../seed/memory/newId'
import type { Random } from '../seed/random'
import { firstNames, lastNames, streets, zipCodes } from '../seed/words/names'

/** One made-up person of many, with what decides the rest of their rows. */
export type Somebody = {
  id: string
  index: number
  random: Random
  status: 'active' | 'prospective' | 'discharged'
  clinician: string
  /** Place among the clinician's people in care; null for everybody else. */
  turn: number | null
  /** Null pays alone. */
  payer: string | null
  /** Days of the first and the last visit. */
  firstOn: string
  lastOn: string
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

// Of a hundred people on the books so many are in care now, and so many have not been seen yet.
export const percentActive = 12
const percentProspective = 2

const statusOf = (index: number): Somebody['status'] => {
  const place = index % 100
  if (place < percentActive) return 'active'
  return place < percentActive + percentProspective ? 'prospective' : 'discharged'
}

export const somebody = (
  { random: all, today }: Stage,
  { index, clinic, therapists }: { index: number; clinic: Clinic; therapists: readonly string[] },
): Somebody => {
  const random = all.fork(`volume ${index}`)
  const status = statusOf(index)
  const place = Math.floor(index / 100) * percentActive + (index % 100)
  const order = status === 'active' ? place : index
  const ago = status === 'active' ? random.int(8, 60) : random.int(40, 1_400)
  const payers = Object.values(clinic.payers)
  return {
    id: newId(),
    index,
    random,
    status,
    clinician: therapists[order % therapists.length] ?? clinic.staff.kim,
    turn: status === 'active' ? Math.floor(order / therapists.length) : null,
    payer: random.chance(80) ? random.pick(payers) : null,
    firstOn: addDays(today, -ago - 7),
    lastOn: addDays(today, -ago),
  }
}

/** Their record, with the columns that lists sort by and people are found by. */
export const patientRow = (person: Somebody, stamps: object) => {
  const { id, index, random, status } = person
  const [firstName, sex] = random.pick(firstNames)
  // Two last names make more people than the lists have names.
  const lastName = random.chance(40)
    ? `${random.pick(lastNames)}-${random.pick(lastNames)}`
    : random.pick(lastNames)
  const columns = {
    firstName,
    lastName,
    sex,
    dateOfBirth: `${random.int(1946, 2006)}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`,
    email: `person${index}@example.com`,
    phone: `(${random.int(2, 9)}${twoDigits(random.int(0, 99))}) 555-0${random.int(100, 199)}`,
  }
  return {
    id,
    ...columns,
    ...searchColumnsOf(columns),
    uniqueKey: `volume|${index}`,
    status,
    contactPreference: 'email',
    mayEmail: true,
    mayText: false,
    mayLeaveVoicemail: true,
    addressLine1: `${random.int(100, 9_899)} ${random.pick(streets)}`,
    city: 'Portland',
    region: 'OR',
    postalCode: random.pick(zipCodes),
    preferredLanguage: 'English',
    primaryClinician: person.clinician,
    registeredOn: person.firstOn,
    isSelfPay: person.payer === null,
    ...stamps,
  }
}
