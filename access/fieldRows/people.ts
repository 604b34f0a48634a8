import type { FieldRows } from '../fieldRights'

/** Who works here. */
export const people: FieldRows = {
  staff: { default: 'desk', fields: { passwordHash: 'secret', employmentNote: 'people' } },
  handovers: { default: 'desk' },
  'role-grants': { default: 'desk' },
  credentials: { default: 'people' },
  'supervision-agreements': { default: 'people' },
  'on-call-shifts': { default: 'desk' },
}
