import type { ActionField } from '@/hooks/actions/define'
import { MEASURES } from '@/src/domain/measures/catalog'

export const diagnosisFields: readonly ActionField[] = [
  {
    name: 'code',
    label: 'ICD-10-CM code',
    type: 'text',
    isRequired: true,
    help: 'For example F41.1',
  },
  { name: 'description', label: 'Words', type: 'text', isRequired: true },
  {
    name: 'rank',
    label: 'Rank',
    type: 'number',
    isRequired: true,
    help: '1 is the principal diagnosis.',
  },
  { name: 'diagnosedOn', label: 'Diagnosed on', type: 'day', isRequired: true },
  { name: 'isProvisional', label: 'Provisional', type: 'checkbox' },
  { name: 'basis', label: 'Criteria and history it rests on', type: 'textarea' },
]

const measureOptions = [...new Set(MEASURES.map(({ id }) => id))].map((value) => ({
  value,
  label: value,
}))

const order: ActionField = { name: 'order', label: 'Position', type: 'number' }

export const planFields = {
  problem: [
    { name: 'text', label: 'Problem', type: 'textarea', isRequired: true },
    { name: 'evidence', label: 'How it shows', type: 'textarea' },
    { name: 'diagnosis', label: 'Diagnosis', type: 'relationship', relationTo: 'diagnoses' },
    order,
  ],
  goal: [
    { name: 'text', label: "Goal, in the patient's words", type: 'textarea', isRequired: true },
    order,
  ],
  objective: [
    { name: 'text', label: 'Objective', type: 'textarea', isRequired: true },
    { name: 'measureId', label: 'Measured by', type: 'select', options: measureOptions },
    { name: 'behavior', label: 'Or by this behavior', type: 'textarea' },
    { name: 'baselineValue', label: 'Value at the start', type: 'number' },
    { name: 'targetValue', label: 'Target value', type: 'number' },
    { name: 'targetDate', label: 'Target date', type: 'day' },
    order,
  ],
  intervention: [
    { name: 'text', label: 'Method', type: 'textarea', isRequired: true },
    { name: 'frequency', label: 'How often', type: 'text' },
    { name: 'responsible', label: 'Who', type: 'text' },
    order,
  ],
  plan: [
    { name: 'strengths', label: 'Strengths', type: 'textarea' },
    { name: 'barriers', label: 'Barriers', type: 'textarea' },
    { name: 'natureOfService', label: 'Nature of the service', type: 'textarea' },
    { name: 'frequency', label: 'Frequency', type: 'text' },
    { name: 'schedule', label: 'Length of sessions and treatment', type: 'textarea' },
    { name: 'dischargeCriteria', label: 'Treatment is complete when', type: 'textarea' },
    { name: 'coordination', label: 'Coordination with others', type: 'textarea' },
  ],
} as const satisfies Record<string, readonly ActionField[]>

export const policyFields: readonly ActionField[] = [
  { name: 'payer', label: 'Insurer', type: 'relationship', relationTo: 'payers', isRequired: true },
  { name: 'memberId', label: 'Member ID', type: 'text', isRequired: true },
  { name: 'groupNumber', label: 'Group number', type: 'text' },
  {
    name: 'priority',
    label: 'Order',
    type: 'select',
    isRequired: true,
    options: [
      { value: 'primary', label: 'Pays first' },
      { value: 'secondary', label: 'Pays second' },
    ],
  },
  {
    name: 'relationship',
    label: 'The patient is the policy holder’s',
    type: 'select',
    isRequired: true,
    options: [
      { value: 'self', label: 'Self' },
      { value: 'spouse', label: 'Spouse' },
      { value: 'child', label: 'Child' },
      { value: 'other', label: 'Other' },
    ],
  },
  { name: 'copayCents', label: 'Copay', type: 'money' },
  { name: 'effectiveOn', label: 'From', type: 'day' },
  { name: 'terminatedOn', label: 'To', type: 'day' },
]

export const eligibilityFields: readonly ActionField[] = [
  { name: 'checkedOn', label: 'Asked on', type: 'day', help: 'Today when empty.' },
  {
    name: 'result',
    label: 'Coverage is',
    type: 'select',
    isRequired: true,
    options: [
      { value: 'active', label: 'Active' },
      { value: 'inactive', label: 'Inactive' },
      { value: 'unknown', label: 'Not known' },
    ],
  },
  { name: 'copayCents', label: 'Copay', type: 'money' },
  { name: 'deductibleLeftCents', label: 'Deductible left', type: 'money' },
  { name: 'reference', label: 'Reference or name at the payer', type: 'text' },
]

export const authorizationFields: readonly ActionField[] = [
  { name: 'number', label: 'Number', type: 'text', isRequired: true },
  {
    name: 'serviceCodes',
    label: 'Service codes',
    type: 'text',
    help: 'With spaces between them; all when empty.',
  },
  { name: 'unitsApproved', label: 'Units approved', type: 'number', isRequired: true },
  { name: 'effectiveFrom', label: 'From', type: 'day', isRequired: true },
  { name: 'effectiveTo', label: 'To', type: 'day', isRequired: true },
]
