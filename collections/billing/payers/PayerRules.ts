import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { dayField } from '../../fields/scalars'

/** What a payer wants on a telehealth line, dated; a row without payer is the practice's default. */
export const PayerRules: CollectionConfig = secureCollection(
  {
    slug: 'payer-rules',
    labels: { singular: 'Payer rule', plural: 'Payer rules' },
    defaultSort: '-effectiveFrom',
    admin: {
      group: 'Billing',
      defaultColumns: [
        'payer',
        'modality',
        'patientPlace',
        'placeOfService',
        'modifiers',
        'effectiveFrom',
      ],
      description: 'Place of service and modifiers of telehealth lines, by payer and date.',
    },
    fields: [
      { name: 'payer', type: 'relationship', relationTo: 'payers', index: true },
      {
        name: 'modality',
        type: 'select',
        label: 'How the session is held',
        required: true,
        index: true,
        options: [
          { value: 'video', label: 'Video' },
          { value: 'audio', label: 'Phone' },
        ],
      },
      {
        name: 'patientPlace',
        type: 'select',
        label: 'Where the patient is',
        required: true,
        defaultValue: 'home',
        options: [
          { value: 'home', label: 'At home' },
          { value: 'elsewhere', label: 'Elsewhere' },
        ],
      },
      { name: 'isCovered', type: 'checkbox', label: 'The payer pays for it', defaultValue: true },
      {
        name: 'placeOfService',
        type: 'text',
        required: true,
        validate: (value: unknown) =>
          typeof value === 'string' && /^\d{2}$/.test(value)
            ? true
            : 'A place of service is two digits, such as 10.',
      },
      {
        name: 'modifiers',
        type: 'text',
        admin: { description: 'Separated by spaces, such as 95.' },
        validate: (value: unknown) =>
          !value || (typeof value === 'string' && /^[A-Z0-9]{2}( [A-Z0-9]{2}){0,3}$/.test(value))
            ? true
            : 'Up to four modifiers of two characters, separated by spaces.',
      },
      dayField({ name: 'effectiveFrom', label: 'From', required: true, index: true }),
      dayField({ name: 'effectiveTo', label: 'To' }),
      {
        name: 'source',
        type: 'text',
        required: true,
        admin: { description: 'Where the payer says so.' },
      },
    ],
  },
  { audit: 'writes' },
)
