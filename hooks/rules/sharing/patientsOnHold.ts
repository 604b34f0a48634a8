import { idIn } from '@/src/domain/row'
import type { FactReader } from '../rule'

/** Of these patients, those whose chart stands still for a matter of law; one question for all of them. */
export const patientsOnHold = async (
  read: FactReader,
  patients: readonly string[],
): Promise<Set<string>> => {
  if (!patients.length) return new Set()
  const holds = await read.many('legal-holds', {
    and: [{ patient: { in: [...patients] } }, { status: { equals: 'active' } }],
  })
  return new Set(
    holds.map((hold) => idIn(hold, 'patient')).filter((id): id is string => id !== null),
  )
}
