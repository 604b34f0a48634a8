import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { giveExternalId } from './actions/giveExternalId'
import { releaseExternalId } from './actions/releaseExternalId'

/** How other software names a record of ours: one name per client and record, none of them twice. */
export const ExternalIds: CollectionConfig = secureCollection(
  {
    slug: 'external-ids',
    labels: { singular: 'External id', plural: 'External ids' },
    defaultSort: '-createdAt',
    admin: {
      group: 'System',
      useAsTitle: 'value',
      defaultColumns: ['client', 'collectionSlug', 'value', 'recordId', 'isCurrent'],
    },
    fields: [
      uniqueKeyField(),
      // Free again once released: both keys then carry the row's own mark.
      managed({ name: 'recordKey', type: 'text', required: true, unique: true, index: true }),
      managed({
        name: 'client',
        type: 'relationship',
        relationTo: 'api-clients',
        required: true,
        index: true,
      }),
      managed({ name: 'collectionSlug', type: 'text', required: true, label: 'Kind of record' }),
      managed({ name: 'recordId', type: 'text', required: true, index: true }),
      managed({ name: 'value', type: 'text', required: true, label: 'Its name there' }),
      managed({ name: 'isCurrent', type: 'checkbox', defaultValue: true, index: true }),
    ],
  },
  {
    scope: { owner: 'client' },
    audit: 'writes',
    actions: [giveExternalId, releaseExternalId],
  },
)
