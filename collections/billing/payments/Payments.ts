import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, dayField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { applyPayment } from './actions/applyPayment'
import { payStatement } from './actions/payStatement'
import { recordPayment } from './actions/recordPayment'
import { refundPayment } from './actions/refundPayment'

/** Money from patients. It goes to the oldest charges first; what is left stays unapplied. */
export const Payments: CollectionConfig = secureCollection(
  {
    slug: 'payments',
    defaultSort: '-receivedAt',
    admin: {
      group: 'Billing',
      defaultColumns: ['receivedOn', 'patient', 'amountCents', 'method', 'status', 'refundedCents'],
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'statement', type: 'relationship', relationTo: 'statements', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'pending',
        index: true,
        options: [
          { value: 'pending', label: 'Being made' },
          { value: 'received', label: 'Received' },
          { value: 'declined', label: 'Declined' },
        ],
      }),
      managed(centsField({ name: 'amountCents', label: 'Amount', required: true })),
      managed({
        name: 'method',
        type: 'select',
        required: true,
        options: [
          { value: 'cash', label: 'Cash' },
          { value: 'check', label: 'Check' },
          { value: 'terminal', label: 'Card terminal' },
          { value: 'card', label: 'Card on the private page' },
        ],
      }),
      managed(dayField({ name: 'receivedOn', index: true })),
      managed(instantField({ name: 'receivedAt', index: true })),
      managed({ name: 'reference', type: 'text', label: 'Check number or receipt' }),
      managed({ name: 'provider', type: 'text' }),
      managed({ name: 'providerReference', type: 'text' }),
      managed({ name: 'providerToken', type: 'text', admin: { hidden: true } }),
      managed({ name: 'declineMessage', type: 'text' }),
      managed(centsField({ name: 'refundedCents', label: 'Given back' })),
      confidentialText({ name: 'refundReason', readOnly: true }),
      managed({
        name: 'refundFailed',
        type: 'checkbox',
        defaultValue: false,
        admin: { hidden: true },
      }),
      managed(instantField({ name: 'appliedAt' })),
      managed({ name: 'takenBy', type: 'relationship', relationTo: 'staff' }),
    ],
  },
  {
    audit: 'chart',
    confidential: { subject: 'patient' },
    actions: [recordPayment, payStatement, applyPayment, refundPayment],
  },
)
