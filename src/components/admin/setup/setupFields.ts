import type { ActionField } from '@/hooks/actions/define'
import { isAmount, settingWords } from '@/hooks/rules/settings'
import { specialties, stateNames } from '@/src/domain/outreach/vocabulary'

const commonZones = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Arizona'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
] as const

const optionsOf = (names: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const zone: ActionField = {
  name: 'timeZone',
  label: 'Time zone',
  type: 'select',
  isRequired: true,
  help: 'Appointments are shown as the clocks there go.',
  options: [
    ...commonZones.map(([value, name]) => ({ value, label: `${name} (${value})` })),
    ...Intl.supportedValuesOf('timeZone')
      .filter((value) => !commonZones.some(([common]) => common === value))
      .map((value) => ({ value, label: value })),
  ],
}

const address: readonly ActionField[] = [
  { name: 'addressLine1', label: 'Street and number', type: 'text' },
  { name: 'city', label: 'City', type: 'text' },
  { name: 'region', label: 'State', type: 'select', options: optionsOf(stateNames) },
  { name: 'postalCode', label: 'ZIP', type: 'text', help: 'With its four more digits for claims.' },
]

export const practiceFields: readonly ActionField[] = [
  {
    name: 'name',
    label: 'Name of the practice',
    type: 'text',
    isRequired: true,
    help: 'As patients read it on the website and in every message.',
  },
  {
    name: 'legalName',
    label: 'Legal name',
    type: 'text',
    help: 'As contracts and claims have it.',
  },
  { name: 'phone', label: 'Phone', type: 'text', isRequired: true },
  { name: 'email', label: 'E-mail for everybody', type: 'text' },
  zone,
  ...address,
  { name: 'npi', label: 'Group NPI', type: 'text', help: 'Ten digits. Claims name it.' },
  { name: 'taxId', label: 'Tax id (EIN)', type: 'text' },
]

/** Asked of what is there already; what is new is in use. */
export const inUse: ActionField = {
  name: 'isActive',
  label: 'In use',
  type: 'checkbox',
  help: 'Without the mark nobody can choose it any more; what points at it stays.',
}

export const locationFields: readonly ActionField[] = [
  { name: 'name', label: 'Name', type: 'text', isRequired: true },
  ...address,
  { name: 'phone', label: 'Phone', type: 'text' },
  zone,
  {
    name: 'hours',
    label: 'Opening hours',
    type: 'weekHours',
    help: 'As the clocks there show them. A day without hours is closed.',
  },
]

export const roomFields: readonly ActionField[] = [
  { name: 'name', label: 'Name', type: 'text', isRequired: true },
  {
    name: 'location',
    label: 'Location',
    type: 'relationship',
    relationTo: 'locations',
    isRequired: true,
  },
  { name: 'isVideoOnly', label: 'Only for video sessions', type: 'checkbox' },
]

export const serviceFields: readonly ActionField[] = [
  {
    name: 'title',
    label: 'Service',
    type: 'text',
    isRequired: true,
    help: 'For example: Therapy for couples.',
  },
  { name: 'summary', label: 'In two sentences', type: 'textarea', isRequired: true },
  { name: 'specialty', label: 'Focus', type: 'select', options: optionsOf(specialties) },
]

export const feeFields: readonly ActionField[] = [
  { name: 'code', label: 'Service code', type: 'text', isRequired: true },
  { name: 'amountCents', label: 'Fee', type: 'money', isRequired: true },
  { name: 'effectiveFrom', label: 'From', type: 'day', isRequired: true },
]

export const payerFields: readonly ActionField[] = [
  { name: 'name', label: 'Name', type: 'text', isRequired: true },
  {
    name: 'payerId',
    label: 'Payer id at the clearinghouse',
    type: 'text',
    help: 'Your clearinghouse has a list of them.',
  },
  {
    name: 'filingLimitDays',
    label: 'Filing limit (days from the service)',
    type: 'number',
    help: 'From your contract. Empty: the number in the rules.',
  },
  { name: 'requiresAuthorization', label: 'Wants an authorization', type: 'checkbox' },
  { name: 'requiresPlan', label: 'Wants an active treatment plan', type: 'checkbox' },
  { name: 'phone', label: 'Phone', type: 'text' },
]

/** What practices decide differently; all other numbers are in the rule settings. */
const decided = [
  'firstResponseBusinessDays',
  'planDueSessions',
  'planReviewDays',
  'noteDueHours',
  'lateCancelHours',
  'filingLimitDays',
  'approvalLimitCents',
  'caseloadExtra',
] as const

export const ruleFields: readonly ActionField[] = decided.map((name) => {
  const { label, bounds, standard, rule } = settingWords(name)
  return {
    name,
    label,
    type: isAmount(name) ? 'money' : 'number',
    isRequired: true,
    help: `${rule}. From ${bounds}; the product starts with ${standard}.`,
  }
})
