import type { Principal } from './roles'
import { principals, staffRoles } from './roles'

/** What kind of thing a field says; who may read or write it depends on the person alone. */
export type FieldClass =
  | 'open'
  | 'public'
  | 'contact'
  | 'personal'
  | 'own'
  | 'desk'
  | 'schedule'
  | 'asked'
  | 'notice'
  | 'clinical'
  | 'workup'
  | 'billing'
  | 'settled'
  | 'people'
  | 'legal'
  | 'asking'
  | 'author'
  | 'secret'

const clinical = ['director', 'clinician', 'supervisor', 'intern'] as const
const office = ['owner', 'director', 'frontDesk', 'biller', 'compliance'] as const
const staff = staffRoles

type Rights = { read: readonly Principal[]; write: readonly Principal[] }

export const classRights: Readonly<Record<FieldClass, Rights>> = {
  /** Anybody who may reach the row. */
  open: { read: principals, write: principals },
  /** Shown to the world, written by staff. */
  public: { read: principals, write: staff },
  /** Names, addresses, numbers. */
  contact: {
    read: [...clinical, ...office, 'patient', 'proxy', 'apiClient'],
    write: [...clinical, ...office, 'patient', 'apiClient', 'anonymous'],
  },
  /** Where a patient lives, how to reach them and what they are called: a proxy may be the other parent. */
  personal: {
    read: [...clinical, ...office, 'patient', 'apiClient'],
    write: [...clinical, ...office, 'patient', 'apiClient'],
  },
  /** What the office keeps about a patient, for themselves and staff: not for a proxy, who may be the other parent. */
  own: { read: [...staff, 'patient'], write: staff },
  /** What the office keeps about a person; the patient reads along. */
  desk: { read: [...staff, 'patient', 'proxy'], write: staff },
  /** Who somebody is and when people meet: what other software may be granted to read along. */
  schedule: { read: [...staff, 'patient', 'proxy', 'apiClient'], write: staff },
  /** Which questionnaire is asked of whom; a device or form may say so and never reads the answers. */
  asked: {
    read: [...clinical, 'patient', 'apiClient'],
    write: [...clinical, 'patient', 'apiClient'],
  },
  /** What only staff may see about a person. */
  notice: { read: staff, write: [] },
  /** What the treatment is about; shared with the patient once the row is shared. */
  clinical: { read: [...clinical, 'patient', 'proxy'], write: [...clinical, 'patient'] },
  /** The team's working view, never the patient's. */
  workup: { read: clinical, write: clinical },
  billing: {
    read: [...office, 'clinician', 'intern', 'patient', 'proxy'],
    write: ['owner', 'biller', 'frontDesk', 'patient'],
  },
  /** Where money stands and how much it is: what other software may be granted to read along. */
  settled: {
    read: [...office, 'clinician', 'intern', 'patient', 'proxy', 'apiClient'],
    write: ['owner', 'biller', 'frontDesk', 'patient'],
  },
  /** Files about staff. */
  people: {
    read: [
      'owner',
      'director',
      'hr',
      'compliance',
      'supervisor',
      'clinician',
      'intern',
      'frontDesk',
      'biller',
    ],
    write: ['owner', 'director', 'hr', 'clinician', 'intern'],
  },
  /** What is asked about a record and answered: for whoever asked, those who treat and those who answer. */
  asking: {
    read: [...clinical, 'compliance', 'patient', 'proxy'],
    write: [],
  },
  /** Matters of law around a chart: for those who answer for the practice. */
  legal: {
    read: ['owner', 'director', 'compliance'],
    write: [],
  },
  /** The author's alone; the row's scope says who that is. */
  author: { read: ['clinician', 'intern'], write: ['clinician', 'intern'] },
  secret: { read: [], write: [] },
}

/** Whether a chart that is open in an emergency (R106) shows the class: an author's own and secrets stay shut. */
export const isOpenInEmergency = (fieldClass: FieldClass): boolean =>
  fieldClass !== 'author' && fieldClass !== 'secret'

type ClassRow = { default: FieldClass; fields?: Readonly<Record<string, FieldClass>> }

/** By collection or global: the class of its fields, with the exceptions by dotted path. */
export type FieldRows = Readonly<Record<string, ClassRow>>

export const mayRead = (held: readonly Principal[], fieldClass: FieldClass): boolean =>
  held.some((principal) => classRights[fieldClass].read.includes(principal))

export const mayWrite = (held: readonly Principal[], fieldClass: FieldClass): boolean =>
  held.some((principal) => classRights[fieldClass].write.includes(principal))
