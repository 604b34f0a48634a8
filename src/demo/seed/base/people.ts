import type { StaffRole } from '@/access/roles'
import { npiCheckDigit } from '@/src/domain/billing/npi'
import { addDays } from '@/src/domain/calendarDate'
import type { StaffName, Stage } from '../clinic'
import { staffEmail } from '../logins'

type Person = {
  name: string
  roles: StaffRole[]
  credentials?: string
  /** First nine digits of the NPI. */
  npi?: string
  taxonomy?: string
  caseloadCap?: number
  licenses?: { state: string; number: string; expiresIn?: number }[]
  /** Full: in no directory, and nobody new is offered. */
  isFull?: boolean
}

const people: Record<StaffName, Person> = {
  rosa: { name: 'Rosa Delgado', roles: ['owner'] },
  imani: {
    name: 'Dr Imani Okafor',
    roles: ['director'],
    credentials: 'PhD',
    npi: '152843901',
    taxonomy: '103TC0700X',
    licenses: [{ state: 'OR', number: 'P-2214' }],
  },
  kim: {
    name: 'Kim Nguyen',
    roles: ['clinician', 'supervisor'],
    credentials: 'LCSW',
    npi: '173409286',
    taxonomy: '1041C0700X',
    caseloadCap: 20,
    licenses: [
      { state: 'OR', number: 'L-7741' },
      { state: 'WA', number: 'LW-60912' },
    ],
  },
  theo: {
    name: 'Theo Brandt',
    roles: ['clinician'],
    credentials: 'PhD',
    npi: '168250743',
    taxonomy: '103TC0700X',
    caseloadCap: 24,
    licenses: [{ state: 'OR', number: 'P-3082' }],
  },
  leo: {
    name: 'Leo Marsh',
    roles: ['intern'],
    credentials: 'Registered Associate',
    npi: '194036127',
    taxonomy: '101YM0800X',
    caseloadCap: 14,
    licenses: [{ state: 'OR', number: 'RA-10467' }],
  },
  ben: { name: 'Ben Carter', roles: ['frontDesk'] },
  dana: { name: 'Dana Whitman', roles: ['biller'] },
  priya: { name: 'Priya Raman', roles: ['hr'] },
  mo: { name: 'Mo Haddad', roles: ['marketing'] },
  sam: { name: 'Sam Ellery', roles: ['compliance'] },
  mira: {
    name: 'Mira Sandoval',
    roles: ['clinician'],
    credentials: 'LMFT',
    npi: '115590327',
    taxonomy: '106H00000X',
    caseloadCap: 16,
    licenses: [{ state: 'OR', number: 'T-1893', expiresIn: 24 }],
  },
  jon: {
    name: 'Jon Petersen',
    roles: ['clinician'],
    credentials: 'LPC',
    npi: '130871644',
    taxonomy: '101YP2500X',
    caseloadCap: 16,
    licenses: [
      { state: 'OR', number: 'C-5520' },
      { state: 'WA', number: 'LH-60188', expiresIn: -9 },
    ],
  },
  yara: {
    name: 'Yara Mansour',
    roles: ['clinician'],
    credentials: 'PsyD',
    npi: '146209583',
    taxonomy: '103TC0700X',
    caseloadCap: 14,
    licenses: [{ state: 'OR', number: 'P-3417' }],
    isFull: true,
  },
  owen: {
    name: 'Owen Fitzgerald',
    roles: ['clinician'],
    credentials: 'LCSW',
    npi: '187314052',
    taxonomy: '1041C0700X',
    caseloadCap: 12,
    licenses: [{ state: 'OR', number: 'L-9012', expiresIn: 58 }],
    isFull: true,
  },
  june: {
    name: 'June Takahashi',
    roles: ['clinician'],
    credentials: 'LMFT',
    npi: '109468215',
    taxonomy: '106H00000X',
    caseloadCap: 16,
    licenses: [
      { state: 'OR', number: 'T-2240' },
      { state: 'WA', number: 'LF-61277' },
    ],
  },
}

export const withCheckDigit = (nine: string): string => `${nine}${npiCheckDigit(nine)}`

/** The practice's own NPI. */
export const groupNpi = withCheckDigit('128430567')

const rowOf = (key: StaffName, person: Person, index: number, passwordHash: string) => ({
  name: person.name,
  email: staffEmail(key),
  credentials: person.credentials ?? null,
  phone: `(503) 555-01${String(60 + index)}`,
  npi: person.npi ? withCheckDigit(person.npi) : null,
  taxonomy: person.taxonomy ?? null,
  roles: person.roles,
  isActive: true,
  caseloadCap: person.caseloadCap ?? 0,
  isAcceptingPatients: !person.isFull,
  isOnLeave: false,
  passwordHash,
  rev: 1,
})

/** Everybody who works here, with the one password of the demo. */
export const makePeople = async (
  { payload }: Stage,
  passwordHash: string,
): Promise<Record<StaffName, string>> => {
  const ids: Partial<Record<StaffName, string>> = {}
  for (const [index, [key, person]] of Object.entries(people).entries()) {
    const name = key as StaffName // a key of the table
    const data = rowOf(name, person, index, passwordHash)
    ids[name] = String((await payload.db.create({ collection: 'staff', data })).id)
  }
  return ids as Record<StaffName, string> // one per key
}

/** Licenses, entered by HR and verified by the director; Leo works under Kim. */
export const makeCredentials = async (
  { cast, today }: Stage,
  staff: Record<StaffName, string>,
): Promise<void> => {
  const [priya, imani] = [cast.staff(staff.priya), cast.staff(staff.imani)]
  for (const [key, { licenses = [] }] of Object.entries(people)) {
    const holder = staff[key as StaffName] // a key of the table
    for (const { expiresIn = 400, ...license } of licenses) {
      const row = await priya.create('credentials', {
        ...license,
        staff: holder,
        kind: 'license',
        issuedOn: addDays(today, -900),
        expiresOn: addDays(today, expiresIn),
      })
      const verifier = key === 'imani' ? cast.staff(staff.rosa) : imani
      await verifier.act('credentials', 'verify', { id: row.id })
    }
  }
  await cast.staff(staff.rosa).create('supervision-agreements', {
    supervisor: staff.kim,
    supervisee: staff.leo,
    startsOn: addDays(today, -500),
  })
}
