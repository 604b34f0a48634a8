import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** One wrapped key per person and ring; the key that opens them is not in the database. */
export const DataKeys: CollectionConfig = secureCollection(
  {
    slug: 'data-keys',
    admin: { group: 'System' },
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'ring', type: 'text', required: true },
      { name: 'subject', type: 'text', required: true, index: true },
      { name: 'kid', type: 'text', required: true, index: true },
      { name: 'wrapped', type: 'text', required: true },
      { name: 'providerKeyId', type: 'text', required: true, index: true },
      { name: 'issuedAt', type: 'date', required: true, index: true },
      { name: 'retiredAt', type: 'date', index: true },
      // Retired, but something that cannot be read refers to it.
      { name: 'isNeeded', type: 'checkbox', defaultValue: false },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
