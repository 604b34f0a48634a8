import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, dayField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { enterRemittance } from './actions/enterRemittance'
import { importRemittance } from './actions/importRemittance'
import { postRemittance } from './actions/postRemittance'
import { importEndpoint } from './importEndpoint'
import { maxPackedLength } from './packed'

/** One payment of a payer with its explanation: one 835 transaction. Its text is sealed. */
export const Remittances: CollectionConfig = secureCollection(
  {
    slug: 'remittances',
    defaultSort: '-importedAt',
    admin: {
      group: 'Billing',
      useAsTitle: 'traceNumber',
      defaultColumns: [
        'paymentDate',
        'payerName',
        'traceNumber',
        'paymentCents',
        'postedCents',
        'parkedCents',
        'status',
      ],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'imported',
        index: true,
        options: [
          { value: 'imported', label: 'Imported' },
          { value: 'posting', label: 'Being posted' },
          { value: 'posted', label: 'Posted' },
          { value: 'parked', label: 'Parked as a whole' },
        ],
      }),
      managed({ name: 'fileHash', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'fileName', type: 'text' }),
      managed({
        name: 'source',
        type: 'relationship',
        relationTo: 'remittances',
        label: 'Keeps the text of the file',
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'position', type: 'number', label: 'Position in the file' }),
      managed(instantField({ name: 'importedAt', index: true })),
      managed({ name: 'importedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'payer', type: 'relationship', relationTo: 'payers', index: true }),
      managed({ name: 'payerName', type: 'text' }),
      managed({ name: 'payerIdentifier', type: 'text' }),
      managed({
        name: 'traceNumber',
        type: 'text',
        label: 'Check or transfer number',
        index: true,
      }),
      managed({ name: 'paymentKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'paymentMethod', type: 'text' }),
      managed(dayField({ name: 'paymentDate', index: true })),
      managed(centsField({ name: 'paymentCents', label: 'Payment', isSigned: true })),
      managed({ name: 'claimCount', type: 'number', label: 'Claims' }),
      managed({ name: 'matchedCount', type: 'number', label: 'Matched' }),
      managed({ name: 'parkedCount', type: 'number', label: 'Parked' }),
      managed(centsField({ name: 'matchedCents', label: 'Matched with claims', isSigned: true })),
      managed(
        centsField({
          name: 'providerAdjustmentCents',
          label: 'Adjustments outside claims',
          isSigned: true,
        }),
      ),
      managed(centsField({ name: 'postedCents', label: 'Posted', isSigned: true })),
      managed(centsField({ name: 'parkedCents', label: 'Parked', isSigned: true })),
      managed(instantField({ name: 'postedAt' })),
      confidentialText({
        name: 'findings',
        label: 'What the file says wrong',
        maxLength: 100_000,
        readOnly: true,
      }),
      confidentialText({ name: 'raw', maxLength: maxPackedLength, readOnly: true }),
      confidentialText({ name: 'plan', maxLength: maxPackedLength, readOnly: true }),
    ],
    endpoints: [importEndpoint],
  },
  {
    audit: 'writes',
    confidential: { subject: 'record' },
    actions: [importRemittance, enterRemittance, postRemittance],
  },
)
