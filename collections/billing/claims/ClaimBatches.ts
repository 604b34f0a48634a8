import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { submitBatch } from './actions/submitBatch'
import { fileEndpoint } from './fileEndpoint'

/** One 837P file with the claims in it. Its text is sealed; the file is fetched by its own address. */
export const ClaimBatches: CollectionConfig = secureCollection(
  {
    slug: 'claim-batches',
    labels: { singular: 'Claim file', plural: 'Claim files' },
    defaultSort: '-submittedAt',
    admin: {
      group: 'Billing',
      useAsTitle: 'fileName',
      defaultColumns: ['fileName', 'submittedAt', 'claimCount', 'totalCents', 'isTest', 'status'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'assembling',
        index: true,
        options: [
          { value: 'assembling', label: 'Being put together' },
          { value: 'ready', label: 'Ready to upload' },
          { value: 'empty', label: 'Nothing to send' },
        ],
      }),
      managed({ name: 'fileName', type: 'text' }),
      managed({ name: 'interchangeNumber', type: 'number', index: true }),
      managed({ name: 'claimIds', type: 'textarea', maxLength: 50_000, admin: { hidden: true } }),
      managed({ name: 'claimCount', type: 'number', label: 'Claims', defaultValue: 0 }),
      managed(centsField({ name: 'totalCents', label: 'Total' })),
      managed({ name: 'isTest', type: 'checkbox', label: 'Marked as test', defaultValue: false }),
      managed(instantField({ name: 'submittedAt', index: true })),
      managed({ name: 'submittedBy', type: 'relationship', relationTo: 'staff' }),
      confidentialText({ name: 'fileText', maxLength: 4_000_000, readOnly: true }),
    ],
    endpoints: [fileEndpoint],
  },
  { audit: 'writes', confidential: { subject: 'record' }, actions: [submitBatch] },
)
