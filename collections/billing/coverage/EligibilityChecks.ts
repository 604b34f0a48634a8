import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, dayField } from '../../fields/scalars'
import { noteCheckOnPolicy } from './noteCheckOnPolicy'
import { patientOfPolicy } from './patientOfPolicy'
import { stampCheck } from './stampCheck'

/** What the payer said about coverage on a day, noted by hand or by a later connection. */
export const EligibilityChecks: CollectionConfig = secureCollection(
  {
    slug: 'eligibility-checks',
    labels: { singular: 'Eligibility check', plural: 'Eligibility checks' },
    defaultSort: '-checkedOn',
    admin: {
      group: 'Billing',
      defaultColumns: ['patient', 'policy', 'checkedOn', 'result', 'copayCents'],
    },
    fields: [
      {
        name: 'policy',
        type: 'relationship',
        relationTo: 'insurance-policies',
        required: true,
        index: true,
      },
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      dayField({ name: 'checkedOn', index: true, description: 'Empty: today.' }),
      {
        name: 'result',
        type: 'select',
        label: 'Coverage is',
        required: true,
        options: [
          { value: 'active', label: 'Active' },
          { value: 'inactive', label: 'Inactive' },
          { value: 'unknown', label: 'Not known' },
        ],
      },
      {
        type: 'row',
        fields: [
          centsField({ name: 'copayCents', label: 'Copay' }),
          { name: 'coinsurancePercent', type: 'number', min: 0, max: 100 },
          centsField({ name: 'deductibleCents', label: 'Deductible' }),
          centsField({ name: 'deductibleLeftCents', label: 'Deductible left' }),
        ],
      },
      { name: 'reference', type: 'text', label: 'Reference or name at the payer', maxLength: 120 },
      confidentialText({ name: 'note', maxLength: 500 }),
      managed({ name: 'checkedBy', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: {
      beforeChange: [patientOfPolicy, stampCheck],
      afterChange: [noteCheckOnPolicy],
    },
  },
  { audit: 'chart', confidential: { subject: 'patient' } },
)
