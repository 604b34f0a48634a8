import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { dayField } from '../../fields/scalars'

/** Which clinician a payer knows, from when to when. */
export const PayerEnrollments: CollectionConfig = secureCollection(
  {
    slug: 'payer-enrollments',
    labels: { singular: 'Payer enrollment', plural: 'Payer enrollments' },
    defaultSort: '-effectiveFrom',
    admin: {
      group: 'Billing',
      defaultColumns: ['staff', 'payer', 'status', 'effectiveFrom', 'effectiveTo'],
    },
    indexes: [{ fields: ['staff', 'payer'] }],
    fields: [
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      { name: 'payer', type: 'relationship', relationTo: 'payers', required: true, index: true },
      {
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'pending',
        index: true,
        options: [
          { value: 'pending', label: 'Pending' },
          { value: 'active', label: 'Active' },
          { value: 'ended', label: 'Ended' },
        ],
      },
      dayField({ name: 'effectiveFrom', label: 'From' }),
      dayField({ name: 'effectiveTo', label: 'To' }),
      { name: 'providerNumber', type: 'text', label: "The payer's number for the clinician" },
    ],
  },
  { audit: 'writes' },
)
