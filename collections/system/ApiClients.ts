import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { apiKeyStrategy } from '@/access/session/strategies'
import { managed } from '../fields/managed'
import { issueKey } from './actions/issueKey'
import { revokeClient } from './actions/revokeClient'

/** Other software. Its key is made here, shown once and kept as a keyed hash. */
export const ApiClients: CollectionConfig = secureCollection(
  {
    slug: 'api-clients',
    labels: { singular: 'API client', plural: 'API clients' },
    auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
    admin: {
      group: 'System',
      useAsTitle: 'name',
      defaultColumns: ['name', 'keyPrefix', 'scopes', 'isActive'],
    },
    fields: [
      { name: 'name', type: 'text', required: true },
      {
        name: 'scopes',
        type: 'text',
        required: true,
        admin: {
          description: 'What it may do, for example inquiries:create. Notes can never be granted.',
        },
        validate: (value: unknown) =>
          typeof value === 'string' &&
          /^[a-z-]+:(create|read)(\s+[a-z-]+:(create|read))*$/.test(value)
            ? true
            : 'Write collection:operation pairs separated by spaces, for example inquiries:create.',
      },
      managed({ name: 'keyPrefix', type: 'text' }),
      managed({ name: 'keyHash', type: 'text', hidden: true, index: true }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: false }),
      managed({ name: 'expiresAt', type: 'date' }),
      managed({ name: 'revokedAt', type: 'date' }),
    ],
  },
  { audit: 'writes', actions: [issueKey, revokeClient] },
)
