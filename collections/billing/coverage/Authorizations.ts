import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { dayField } from '../../fields/scalars'
import { recheckClaims } from '../claims/recheckClaims'
import { closeAuthorization } from './actions/closeAuthorization'
import { patientOfPolicy } from './patientOfPolicy'
import { reserveForBookings } from './reserveForBookings'

/** Sessions a payer agreed to pay for. One unit is one session; units move only by bookings. */
export const Authorizations: CollectionConfig = secureCollection(
  {
    slug: 'authorizations',
    defaultSort: '-effectiveFrom',
    admin: {
      group: 'Billing',
      useAsTitle: 'number',
      defaultColumns: [
        'number',
        'patient',
        'unitsApproved',
        'unitsReserved',
        'unitsUsed',
        'effectiveTo',
        'status',
      ],
    },
    indexes: [{ fields: ['policy', 'status'] }],
    fields: [
      {
        name: 'policy',
        type: 'relationship',
        relationTo: 'insurance-policies',
        required: true,
        index: true,
      },
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      { name: 'number', type: 'text', label: 'Number', required: true, index: true, maxLength: 50 },
      {
        name: 'serviceCodes',
        type: 'text',
        admin: { description: 'Separated by spaces, such as 90834 90837. Empty: any service.' },
        validate: (value: unknown) =>
          !value || (typeof value === 'string' && /^[0-9A-Z]{5}([ ,]+[0-9A-Z]{5})*$/.test(value))
            ? true
            : 'Service codes of five characters, separated by spaces.',
      },
      {
        name: 'unitsApproved',
        type: 'number',
        label: 'Sessions approved',
        required: true,
        min: 1,
        max: 500,
        validate: (value: unknown) =>
          typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 500
            ? true
            : 'Enter how many sessions were approved, from 1 to 500.',
      },
      dayField({ name: 'effectiveFrom', label: 'From', required: true, index: true }),
      dayField({ name: 'effectiveTo', label: 'To', required: true, index: true }),
      managed({ name: 'unitsReserved', type: 'number', label: 'Reserved', defaultValue: 0 }),
      managed({ name: 'unitsUsed', type: 'number', label: 'Used', defaultValue: 0 }),
      managed({
        name: 'status',
        type: 'select',
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'Active' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
    ],
    hooks: {
      beforeChange: [patientOfPolicy],
      afterChange: [reserveForBookings, recheckClaims('patient')],
    },
  },
  { audit: 'chart', actions: [closeAuthorization] },
)
