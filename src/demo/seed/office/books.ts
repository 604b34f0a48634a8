import type { StoredRow } from '@/src/domain/row'
import type { Clinic, Stage } from '../clinic'
import type { Profile } from '../profile'

export type ProfileFinder = (patient: string) => Promise<Profile | null>

export type Books = {
  stage: Stage
  clinic: Clinic
  profileOf: ProfileFinder
  /** The payers' number of the first week's remittances. */
  firstRemittance: number
}

/** Finds whose story a patient's record belongs to. */
export const profileFinder = ({ payload }: Stage, profiles: readonly Profile[]): ProfileFinder => {
  const byEmail = new Map(profiles.map((profile) => [profile.email, profile]))
  return async (patient) => {
    const where = { id: { equals: patient } }
    const row = await payload.db.findOne<StoredRow>({ collection: 'patients', where })
    return byEmail.get(String(row?.['email'])) ?? null
  }
}
