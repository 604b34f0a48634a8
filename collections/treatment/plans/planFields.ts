import type { Field } from 'payload'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { fixedRelation, inheritedPatientField } from '../../records/fields/patientField'
import { episodeField } from '../episodes/episodeField'

const keyPattern = /^[a-z0-9-]{1,80}$/

/** A key of a row within its plan, the same in every version, such as `objective-1-1-1`. */
export const isRowKey = (value: unknown): value is string =>
  typeof value === 'string' && keyPattern.test(value)

/** Key of the row one level up in the same plan. */
export const parentKeyField = (label: string): Field => ({
  name: 'parentKey',
  type: 'text',
  label,
  required: true,
  index: true,
  validate: (value: unknown) => (isRowKey(value) ? true : `Choose the ${label.toLowerCase()}.`),
})

/** What problems, goals, objectives and interventions have in common. */
export const planRowFields = ({
  text,
  more,
}: {
  text: string
  more: readonly Field[]
}): Field[] => [
  managed({ name: 'uniqueKey', type: 'text', unique: true, index: true, admin: { hidden: true } }),
  fixedRelation({
    name: 'plan',
    relationTo: 'treatment-plans',
    label: 'Treatment plan',
    required: true,
  }),
  inheritedPatientField(),
  managed({ name: 'key', type: 'text', index: true }),
  { name: 'order', type: 'number', defaultValue: 1, min: 1, max: 100, index: true },
  confidentialText({ name: 'text', label: text }),
  ...more,
  managed({ name: 'isShared', type: 'checkbox', defaultValue: false, index: true }),
  episodeField(),
]
