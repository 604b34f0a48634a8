import type { Actor } from '@/access/principal'
import type { Row } from '@/src/domain/row'

const rolesOf = (row: Row | null): string[] => {
  const roles = row?.['roles']
  return Array.isArray(roles) ? roles.map(String) : []
}

/** Pre-licensed: an intern who does not also hold the role of a clinician. */
const isTraineeBy = (roles: readonly string[]): boolean =>
  roles.includes('intern') && !roles.includes('clinician')

export const isTrainee = (actor: Pick<Actor, 'principals'>): boolean =>
  isTraineeBy(actor.principals)

export const isTraineeRow = (staff: Row | null): boolean => isTraineeBy(rolesOf(staff))
