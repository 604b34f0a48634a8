import { isStaffRole, roleLabels } from '@/access/roles'
import { roleEndsIn } from '@/src/domain/people/roleEnds'

const word = (role: string, ends: Readonly<Record<string, string>>): string => {
  const label = isStaffRole(role) ? roleLabels[role] : role
  return ends[role] ? `${label} until ${ends[role]}` : label
}

/** "Clinician, Compliance until 2026-06-30"; "None" when there is none. */
export const roleWords = (roles: readonly string[] | string, ends: unknown): string => {
  const list = typeof roles === 'string' ? roles.split(' ').filter(Boolean) : roles
  return list.map((role) => word(role, roleEndsIn(ends))).join(', ') || 'None'
}
