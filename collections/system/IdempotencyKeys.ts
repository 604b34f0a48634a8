import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

export const IdempotencyKeys: CollectionConfig = secureCollection(
  {
    slug: 'idempotency-keys',
    admin: { group: 'System' },
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'bodyHash', type: 'text', required: true },
      { name: 'door', type: 'text', required: true },
      { name: 'state', type: 'text', required: true },
      { name: 'recordId', type: 'text' },
      { name: 'owner', type: 'text' },
      { name: 'startedAt', type: 'date', required: true, index: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
