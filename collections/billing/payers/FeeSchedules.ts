import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { centsField, dayField } from '../../fields/scalars'
import { priceWaitingCharges } from '../charges/priceWaitingCharges'

/** The practice's usual fee per service code, and what differs for a payer. */
export const FeeSchedules: CollectionConfig = secureCollection(
  {
    slug: 'fee-schedules',
    labels: { singular: 'Fee', plural: 'Fees' },
    defaultSort: 'code',
    admin: {
      group: 'Billing',
      useAsTitle: 'code',
      defaultColumns: ['code', 'payer', 'amountCents', 'effectiveFrom', 'effectiveTo'],
      description: 'A fee without payer is the usual one.',
    },
    fields: [
      {
        name: 'code',
        type: 'text',
        label: 'Service code',
        required: true,
        index: true,
        validate: (value: unknown) =>
          typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value)
            ? true
            : 'A service code has five characters, such as 90834.',
      },
      { name: 'payer', type: 'relationship', relationTo: 'payers', index: true },
      centsField({ name: 'amountCents', label: 'Fee', required: true }),
      dayField({ name: 'effectiveFrom', label: 'From', required: true, index: true }),
      dayField({ name: 'effectiveTo', label: 'To' }),
    ],
    hooks: { afterChange: [priceWaitingCharges] },
  },
  { audit: 'writes' },
)
