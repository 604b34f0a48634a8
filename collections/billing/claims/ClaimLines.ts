import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { centsField, dayField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

/** Service lines of a claim; their numbers come back in the remittance. */
export const ClaimLines: CollectionConfig = secureCollection(
  {
    slug: 'claim-lines',
    labels: { singular: 'Claim line', plural: 'Claim lines' },
    defaultSort: 'lineNumber',
    admin: {
      group: 'Billing',
      defaultColumns: ['claim', 'serviceDate', 'code', 'modifiers', 'chargeCents'],
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'claim', type: 'relationship', relationTo: 'claims', index: true }),
      managed({ name: 'charge', type: 'relationship', relationTo: 'charges', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'lineNumber', type: 'number' }),
      managed({ name: 'lineControlNumber', type: 'text', index: true }),
      managed(dayField({ name: 'serviceDate' })),
      managed({ name: 'code', type: 'text', label: 'Service code' }),
      managed({ name: 'modifiers', type: 'text' }),
      managed({ name: 'placeOfService', type: 'text' }),
      managed({ name: 'units', type: 'number' }),
      managed(centsField({ name: 'chargeCents', label: 'Charge' })),
    ],
  },
  { audit: 'chart', isSystemOnly: true },
)
