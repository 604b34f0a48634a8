import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import { foldText } from '@/src/domain/intake/searchText'

export type PersonKeys = {
  firstName?: string | null
  lastName?: string | null
  /** `YYYY-MM-DD` */
  birthDate?: string | null
  email?: string | null
  phone?: string | null
}

export type PossibleDuplicate<Id> = { id: Id; reasons: string[] }

/** Lower-cased and trimmed; `null` for what cannot be an address. Dots and tags are kept. */
export const normalizeEmail = (email: string | null | undefined): string | null => {
  const text = (email ?? '').normalize('NFKC').trim().toLowerCase()
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text : null
}

/**
 * E.164 (`+15035550142`) without an extension; `null` for what cannot be a number. A number without
 * a country is read as one of `country`.
 */
export const normalizePhone = ({
  phone,
  country = 'US',
}: {
  phone: string | null | undefined
  country?: CountryCode
}): string | null => {
  const parsed = parsePhoneNumberFromString(phone ?? '', country)
  return parsed?.isPossible() ? parsed.number : null
}

/** A name folded for comparing: "Álvarez-Díaz" and "alvarez diaz" are one. */
export const normalizeName = (name: string | null | undefined): string =>
  foldText(name ?? '').replaceAll(' ', '')

/**
 * The people who may be the same person (R01): same phone, same e-mail, or same last name and date
 * of birth. Those with most reasons come first. A shared phone may be a family's, so this only asks.
 */
export const possibleDuplicates = <Id>({
  candidate,
  existing,
}: {
  candidate: PersonKeys
  existing: (PersonKeys & { id: Id })[]
}): PossibleDuplicate<Id>[] => {
  const mine = keysOf(candidate)
  return existing
    .map((person) => ({ id: person.id, reasons: reasonsFor({ mine, theirs: keysOf(person) }) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length)
}

type Keys = {
  phone: string | null
  email: string | null
  lastName: string
  birthDate: string | null
}

const keysOf = (person: PersonKeys): Keys => ({
  phone: normalizePhone({ phone: person.phone }),
  email: normalizeEmail(person.email),
  lastName: normalizeName(person.lastName),
  birthDate: person.birthDate?.slice(0, 10) || null,
})

const reasonsFor = ({ mine, theirs }: { mine: Keys; theirs: Keys }): string[] => [
  ...(mine.phone !== null && mine.phone === theirs.phone ? ['Same phone number.'] : []),
  ...(mine.email !== null && mine.email === theirs.email ? ['Same e-mail address.'] : []),
  ...(mine.lastName !== '' &&
  mine.lastName === theirs.lastName &&
  mine.birthDate !== null &&
  mine.birthDate === theirs.birthDate
    ? ['Same last name and date of birth.']
    : []),
]
