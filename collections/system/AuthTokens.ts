import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Single-use links for invitations and new passwords; only a hash is kept. */
export const AuthTokens: CollectionConfig = secureCollection(
  {
    slug: 'auth-tokens',
    admin: { group: 'System' },
    fields: [
      { name: 'tokenHash', type: 'text', required: true, unique: true, index: true },
      { name: 'purpose', type: 'text', required: true },
      { name: 'surface', type: 'text', required: true },
      { name: 'userId', type: 'text', required: true, index: true },
      { name: 'nonce', type: 'text', required: true },
      // The new address, where the link proves one; the mail about it goes there.
      { name: 'email', type: 'email' },
      { name: 'expiresAt', type: 'date', required: true },
      { name: 'usedAt', type: 'date' },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
