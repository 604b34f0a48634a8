import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { dismissItem } from './actions/dismissItem'
import { matchItem } from './actions/matchItem'

/** One claim of a remittance: matched and posted, or parked with its reason until somebody looks. */
export const RemittanceItems: CollectionConfig = secureCollection(
  {
    slug: 'remittance-items',
    labels: { singular: 'Remittance item', plural: 'Remittance items' },
    defaultSort: 'position',
    admin: {
      group: 'Billing',
      defaultColumns: ['remittance', 'claimNumber', 'amountCents', 'status', 'code', 'claim'],
    },
    indexes: [{ fields: ['remittance', 'status'] }],
    fields: [
      uniqueKeyField(),
      managed({ name: 'remittance', type: 'relationship', relationTo: 'remittances', index: true }),
      managed({ name: 'position', type: 'number' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'matched', label: 'Matched and posted' },
          { value: 'parked', label: 'Parked' },
          { value: 'dismissed', label: 'Dismissed' },
        ],
      }),
      managed({ name: 'code', type: 'text', label: 'Why it is parked', index: true }),
      managed({ name: 'result', type: 'text', label: 'Answer of the payer' }),
      managed({ name: 'matchedBy', type: 'text' }),
      managed({ name: 'claim', type: 'relationship', relationTo: 'claims', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'claimNumber', type: 'text', label: 'Claim number as returned' }),
      managed({ name: 'payerClaimNumber', type: 'text' }),
      managed(centsField({ name: 'chargeCents', label: 'Charged', isSigned: true })),
      managed(centsField({ name: 'amountCents', label: 'Paid', isSigned: true })),
      managed(centsField({ name: 'patientShareCents', label: "Patient's share", isSigned: true })),
      managed(instantField({ name: 'resolvedAt' })),
      managed({ name: 'resolvedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'dismissReason', type: 'text' }),
      confidentialText({ name: 'reason', label: 'What to do about it', readOnly: true }),
      confidentialText({ name: 'detail', maxLength: 500_000, readOnly: true }),
      confidentialText({ name: 'plan', maxLength: 500_000, readOnly: true }),
    ],
  },
  { audit: 'chart', confidential: { subject: 'record' }, actions: [matchItem, dismissItem] },
)
