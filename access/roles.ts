/** What a member of staff may hold; a person may hold several. */
export const staffRoles = [
  'owner',
  'director',
  'clinician',
  'supervisor',
  'intern',
  'frontDesk',
  'biller',
  'hr',
  'marketing',
  'compliance',
] as const

/** What an owner without an office does besides. */
export const officeRoles = ['frontDesk', 'biller'] as const

export type StaffRole = (typeof staffRoles)[number]

/** Everyone the policy table has a column for. */
export const principals = [...staffRoles, 'patient', 'proxy', 'apiClient', 'anonymous'] as const

export type Principal = (typeof principals)[number]

export const roleLabels: Record<Principal, string> = {
  owner: 'Owner',
  director: 'Clinical director',
  clinician: 'Clinician',
  supervisor: 'Supervisor',
  intern: 'Intern (pre-licensed)',
  frontDesk: 'Intake and front desk',
  biller: 'Biller',
  hr: 'HR and training',
  marketing: 'Marketing',
  compliance: 'Compliance',
  patient: 'Patient',
  proxy: "Patient's proxy",
  apiClient: 'API client',
  anonymous: 'Anyone',
}

export const isStaffRole = (value: unknown): value is StaffRole =>
  staffRoles.some((role) => role === value)
