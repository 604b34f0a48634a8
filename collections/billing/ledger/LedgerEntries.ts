import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { type Account, accounts } from '@/src/domain/billing/ledger'
import { managed } from '../../fields/managed'
import { centsField, dayField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { agingEndpoint } from './agingEndpoint'
import { postingKinds } from './Postings'

const accountNames = Object.keys(accounts) as Account[] // keys of the table

/** The lines of the postings as rows, for lists and sums. Follows from the postings, never written by hand. */
export const LedgerEntries: CollectionConfig = secureCollection(
  {
    slug: 'ledger-entries',
    labels: { singular: 'Ledger entry', plural: 'Ledger' },
    defaultSort: '-postedOn',
    admin: {
      group: 'Billing',
      defaultColumns: ['postedOn', 'account', 'amountCents', 'patient', 'payer', 'kind'],
    },
    // Each holds all that a sum of the books needs, so that no row is read for it: by day, and by charge.
    indexes: [
      { fields: ['account', 'postedOn', 'kind', 'amountCents'] },
      { fields: ['account', 'charge', 'payer', 'amountCents'] },
    ],
    fields: [
      uniqueKeyField(),
      managed({ name: 'posting', type: 'relationship', relationTo: 'postings', index: true }),
      managed({ name: 'kind', type: 'select', index: true, options: [...postingKinds] }),
      managed({
        name: 'account',
        type: 'select',
        required: true,
        options: accountNames.map((value) => ({ value, label: accounts[value].label })),
      }),
      managed(
        centsField({
          name: 'amountCents',
          label: 'Amount (debit positive)',
          required: true,
          isSigned: true,
        }),
      ),
      managed(dayField({ name: 'postedOn', index: true })),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'charge', type: 'relationship', relationTo: 'charges', index: true }),
      managed({ name: 'payer', type: 'relationship', relationTo: 'payers', index: true }),
      managed({ name: 'claim', type: 'relationship', relationTo: 'claims', index: true }),
    ],
    endpoints: [agingEndpoint],
  },
  { audit: 'chart', isAppendOnly: true, isSystemOnly: true },
)
