import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { revokeKey } from './actions/revokeKey'

/** One key of an API client. It was shown a single time; its keyed hash and its beginning are kept. */
export const ApiKeys: CollectionConfig = secureCollection(
  {
    slug: 'api-keys',
    labels: { singular: 'API key', plural: 'API keys' },
    defaultSort: '-issuedAt',
    admin: {
      group: 'System',
      useAsTitle: 'prefix',
      defaultColumns: ['prefix', 'client', 'issuedAt', 'expiresAt', 'lastUsedAt', 'revokedAt'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'client',
        type: 'relationship',
        relationTo: 'api-clients',
        required: true,
        index: true,
      }),
      managed({ name: 'prefix', type: 'text', required: true, label: 'Begins with tops_' }),
      managed({ name: 'keyHash', type: 'text', required: true, hidden: true, index: true }),
      managed({ name: 'issuedAt', type: 'date', required: true }),
      managed({ name: 'issuedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'expiresAt', type: 'date', required: true, label: 'Ends' }),
      managed({ name: 'revokedAt', type: 'date' }),
      managed({ name: 'revokedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'lastUsedAt', type: 'date', label: 'Last used' }),
      managed({ name: 'lastUsedFrom', type: 'text', label: 'Last used from' }),
    ],
  },
  { scope: { owner: 'issuedBy' }, audit: 'writes', actions: [revokeKey] },
)
