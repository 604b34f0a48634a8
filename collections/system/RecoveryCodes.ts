import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Ten single-use codes for who lost their factor; only a keyed hash of each is kept. */
export const RecoveryCodes: CollectionConfig = secureCollection(
  {
    slug: 'recovery-codes',
    admin: { group: 'System' },
    fields: [
      { name: 'codeHash', type: 'text', required: true, unique: true, index: true },
      { name: 'surface', type: 'text', required: true },
      { name: 'userId', type: 'text', required: true, index: true },
      { name: 'issuedAt', type: 'date', required: true },
      { name: 'usedAt', type: 'date' },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
