import type { Clinic, Stage } from '../clinic'
import type { Profile } from '../profile'
import type { Row } from '../stage'

export type ProfileFinder = (patient: string) => Promise<Profile | null>

export type Books = { stage: Stage; clinic: Clinic; profileOf: ProfileFinder }

/** Finds whose story a patient's record belongs to. */
export const profileFinder = ({ payload }: Stage, profiles: readonly Profile[]): ProfileFinder => {
  const byEmail = new Map(profiles.map((profile) => [profile.email, profile]))
  return async (patient) => {
    const where = { id: { equals: patient } }
    const row = await payload.db.findOne<Row>({ collection: 'patients', where })
    return byEmail.get(String(row?.['email'])) ?? null
  }
}
