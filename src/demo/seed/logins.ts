import type { StaffName } from './clinic'

/** One password for every login of the demo; a production server never gets these accounts. */
export const demoPassword = 'lighthouse over calm water'

export const staffEmail = (name: StaffName): string => `${name}@harbour.example`

export type Login = { who: string; address: string; email: string; password: string }

// One of each job; the five other clinicians sign in as Kim does.
const staffRoles: Partial<Record<StaffName, string>> = {
  rosa: 'Rosa, owner',
  imani: 'Dr Imani, clinical director',
  kim: 'Kim, clinician and supervisor',
  theo: 'Theo, clinician',
  leo: 'Leo, intern',
  ben: 'Ben, front desk',
  dana: 'Dana, biller',
  priya: 'Priya, HR',
  mo: 'Mo, marketing',
  sam: 'Sam, compliance',
}

/** Three patients of the seed whose private page anybody may try. */
export const portalLogins = {
  /** In weekly therapy, with a plan and nothing to pay. */
  steady: { name: 'Nora Castellano', email: 'nora.castellano@example.com' },
  /** Has a statement to pay. */
  owing: { name: 'Elliot Bauer', email: 'elliot.bauer@example.com' },
  /** Lets her doctor have parts of her record. */
  sharing: { name: 'Ana Silva', email: 'ana.silva@example.com' },
} as const

/** The parents of Maya, who is fifteen: an order gives each of them other rights. */
export const guardianLogins = {
  mother: { name: 'Ingrid Lindqvist', email: 'ingrid.lindqvist@example.com' },
  father: { name: 'Marcus Lindqvist', email: 'marcus.lindqvist@example.com' },
} as const

/** Who can sign in where, for the end of the seed and the start of the demo. */
export const demoLogins = (): Login[] => [
  ...Object.entries(staffRoles).map(([name, who]) => ({
    who,
    address: '/admin',
    email: staffEmail(name as StaffName), // a key of the table
    password: demoPassword,
  })),
  {
    who: 'Nora, patient',
    address: '/portal',
    email: portalLogins.steady.email,
    password: demoPassword,
  },
  {
    who: 'Elliot, patient with a bill',
    address: '/portal',
    email: portalLogins.owing.email,
    password: demoPassword,
  },
  {
    who: 'Ana, patient with a release',
    address: '/portal',
    email: portalLogins.sharing.email,
    password: demoPassword,
  },
  {
    who: 'Ingrid, mother of Maya, with all rights',
    address: '/portal',
    email: guardianLogins.mother.email,
    password: demoPassword,
  },
  {
    who: 'Marcus, father of Maya, who may read',
    address: '/portal',
    email: guardianLogins.father.email,
    password: demoPassword,
  },
]
