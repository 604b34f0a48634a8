import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { centsField, dayField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

export const postingKinds = [
  { value: 'charge', label: 'Charge' },
  { value: 'remittanceLine', label: 'Insurance decision' },
  { value: 'parkedMoney', label: 'Insurance money parked' },
  { value: 'providerAdjustment', label: 'Payer adjustment outside claims' },
  { value: 'patientPayment', label: 'Patient payment' },
  { value: 'applyUnapplied', label: 'Unapplied money applied' },
  { value: 'refund', label: 'Refund' },
  { value: 'writeOff', label: 'Write-off' },
  { value: 'transfer', label: 'Moved to another payer' },
  { value: 'reversal', label: 'Reversal' },
]

/**
 * Double entry: the lines of a posting sum to zero, and the row is the commit. `sequenceKey` numbers
 * the postings of a patient; who computed on an older state loses the unique key and computes again.
 */
export const Postings: CollectionConfig = secureCollection(
  {
    slug: 'postings',
    defaultSort: '-postedAt',
    admin: { group: 'Billing', defaultColumns: ['postedOn', 'kind', 'patient', 'totalCents'] },
    indexes: [{ fields: ['patient', 'sequence'] }],
    fields: [
      uniqueKeyField(),
      managed({
        name: 'sequenceKey',
        type: 'text',
        required: true,
        unique: true,
        admin: { hidden: true },
      }),
      managed({ name: 'sequence', type: 'number', defaultValue: 0 }),
      managed({
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: [...postingKinds],
      }),
      managed(dayField({ name: 'postedOn', index: true })),
      managed({ name: 'postedAt', type: 'date', index: true }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'claim', type: 'relationship', relationTo: 'claims', index: true }),
      managed({ name: 'charge', type: 'relationship', relationTo: 'charges', index: true }),
      managed({ name: 'remittance', type: 'relationship', relationTo: 'remittances', index: true }),
      managed({ name: 'payment', type: 'relationship', relationTo: 'payments', index: true }),
      managed({ name: 'reversalOf', type: 'relationship', relationTo: 'postings', index: true }),
      managed({ name: 'payerClaimNumber', type: 'text' }),
      managed(centsField({ name: 'paidCents', label: 'Paid by the payer', isSigned: true })),
      managed(centsField({ name: 'totalCents', label: 'Amount' })),
      managed({ name: 'isForwarded', type: 'checkbox', defaultValue: false }),
      managed({ name: 'lines', type: 'textarea', required: true, maxLength: 200_000 }),
    ],
  },
  { audit: 'chart', isAppendOnly: true, isSystemOnly: true },
)
