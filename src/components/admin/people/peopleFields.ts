import type { ActionField } from '@/hooks/actions/define'
import { PROXY_BASES, PROXY_RIGHTS } from '@/src/domain/people/proxies'

export const personFields: ActionField[] = [
  { name: 'name', label: 'Name', type: 'text', isRequired: true },
  {
    name: 'relationship',
    label: 'Who they are to the patient',
    type: 'text',
    isRequired: true,
    help: 'Such as mother, partner or neighbor.',
  },
  { name: 'phone', label: 'Phone', type: 'text' },
  {
    name: 'email',
    label: 'E-mail',
    type: 'text',
    help: 'Their own address: nobody shares a login.',
  },
  { name: 'isEmergencyContact', label: 'Call in an emergency', type: 'checkbox' },
  { name: 'isGuardian', label: 'Parent or guardian', type: 'checkbox' },
]

type Choice = { value: string; label: string }

export const proxyFields = ({
  people,
  papers,
}: {
  people: readonly Choice[]
  papers: readonly Choice[]
}): ActionField[] => [
  {
    name: 'relatedPerson',
    label: 'Person',
    type: 'select',
    isRequired: true,
    options: people,
    help: 'Somebody from the people around this patient.',
  },
  {
    name: 'basis',
    label: 'Authority',
    type: 'select',
    isRequired: true,
    options: PROXY_BASES.map(({ value, label }) => ({ value, label })),
  },
  {
    name: 'document',
    label: 'Paper that shows it',
    type: 'select',
    options: papers,
    help: 'An order or deed is needed for all but a parent and somebody the patient chose.',
  },
  ...PROXY_RIGHTS.map(({ name, label }): ActionField => ({ name, label, type: 'checkbox' })),
  { name: 'startsOn', label: 'From', type: 'day', help: 'The day of approval when left empty.' },
  { name: 'endsOn', label: 'Last day', type: 'day' },
]

export const teamFields = (people: readonly Choice[]): ActionField[] => [
  { name: 'staff', label: 'Who', type: 'select', options: people, isRequired: true },
  {
    name: 'role',
    label: 'As',
    type: 'select',
    isRequired: true,
    options: [
      { value: 'primary', label: 'Primary clinician' },
      { value: 'cotreating', label: 'Co-treating' },
      { value: 'covering', label: 'Covering' },
    ],
  },
  { name: 'startsOn', label: 'From', type: 'day', isRequired: true },
  { name: 'endsOn', label: 'Last day', type: 'day' },
]
