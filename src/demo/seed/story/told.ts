import type { Where } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { at, type Clinic, clockTime, handOf, type StaffName, type Stage, workday } from '../clinic'
import type { Profile } from '../profile'
import type { Random } from '../random'
import type { Hand } from '../stage'
import { type Condition, conditions } from '../words/conditions'

/** One patient's story while it is told. */
export type Told = {
  stage: Stage
  clinic: Clinic
  profile: Profile
  condition: Condition
  random: Random
  /** The patient's id; empty until there is one. */
  patient: string
  portalUser: string
}

export const toldOf = (stage: Stage, clinic: Clinic, profile: Profile): Told => ({
  stage,
  clinic,
  profile,
  condition: conditions[profile.condition],
  random: stage.random.fork(`story ${profile.index}`),
  patient: '',
  portalUser: '',
})

export const staffHand = ({ stage, clinic }: Told, name: StaffName): Hand =>
  handOf(stage, clinic, name)

export const ownClinician = (told: Told): Hand => staffHand(told, told.profile.clinician)

export const patientHand = ({ stage, portalUser }: Told): Hand => stage.cast.patient(portalUser)

export const rowsOf = async (
  { payload }: Stage,
  collection: string,
  where: Where,
  sort?: string,
): Promise<StoredRow[]> =>
  (await payload.db.find<StoredRow>({ collection, where, sort, limit: 0, pagination: false })).docs

export const ofPatient = ({ patient }: Told, more: Where = {}): Where => ({
  and: [{ patient: { equals: patient } }, more],
})

export const oneOf = async (
  stage: Stage,
  collection: string,
  where: Where,
  sort?: string,
): Promise<StoredRow> => {
  const [row] = await rowsOf(stage, collection, where, sort)
  if (!row) throw new Error(`The story expected a row in ${collection}.`)
  return row
}

/** The day after, weekends left out. */
export const nextWorkday = (day: string): string => workday(addDays(day, 1))

/** An instant of the morning after `day`, a little different for everybody. */
export const morningAfter = ({ profile }: Told, day: string): Date =>
  at(nextWorkday(day), clockTime(9, 5 + ((profile.index * 3) % 50)))
