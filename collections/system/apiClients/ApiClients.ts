import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { apiKeyStrategy } from '@/access/session/apiKeys'
import { managed } from '../../fields/managed'
import { changeAccess } from './actions/changeAccess'
import { issueKey } from './actions/issueKey'
import { registerClient } from './actions/registerClient'
import { revokeClient } from './actions/revokeClient'
import { rotateKey } from './actions/rotateKey'
import { takeOver } from './actions/takeOver'

/** Other software: what it may do, from where, how often, and who answers for it. Its keys are rows of their own. */
export const ApiClients: CollectionConfig = secureCollection(
  {
    slug: 'api-clients',
    labels: { singular: 'API client', plural: 'API clients' },
    auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
    defaultSort: 'name',
    admin: {
      group: 'System',
      useAsTitle: 'name',
      defaultColumns: ['name', 'owner', 'scopes', 'isActive'],
      description: 'Other software that works with the practice’s records. Keys: see API clients.',
    },
    fields: [
      managed({ name: 'name', type: 'text', required: true, unique: true, index: true }),
      managed({ name: 'purpose', type: 'text' }),
      managed({
        name: 'owner',
        type: 'relationship',
        relationTo: 'staff',
        label: 'Who answers for it',
        index: true,
      }),
      managed({ name: 'scopes', type: 'text', required: true, label: 'What it may do' }),
      managed({
        name: 'allowedAddresses',
        type: 'textarea',
        admin: { description: 'Addresses and networks, one a line. Empty: from anywhere.' },
      }),
      managed({ name: 'callsPerMinute', type: 'number', defaultValue: 120 }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: true }),
      managed({ name: 'revokedAt', type: 'date', label: 'Stopped at' }),
    ],
  },
  {
    scope: { owner: 'owner' },
    audit: 'writes',
    actions: [registerClient, changeAccess, issueKey, rotateKey, revokeClient, takeOver],
  },
)
