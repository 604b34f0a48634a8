import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

export const AuthSessions: CollectionConfig = secureCollection(
  {
    slug: 'auth-sessions',
    admin: { group: 'System' },
    fields: [
      { name: 'sessionId', type: 'text', required: true, unique: true, index: true },
      { name: 'tokenHash', type: 'text', required: true, unique: true, index: true },
      { name: 'surface', type: 'text', required: true },
      { name: 'userId', type: 'text', required: true, index: true },
      { name: 'startedAt', type: 'date', required: true },
      { name: 'absoluteExpiresAt', type: 'date', required: true },
      { name: 'lastSeenAt', type: 'date' },
      { name: 'passwordAt', type: 'date' },
      { name: 'mfaAt', type: 'date' },
      { name: 'revokedAt', type: 'date' },
      // The patient whose pages a portal account has open, where it may open several.
      { name: 'actingFor', type: 'text' },
      { name: 'uaHash', type: 'text' },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
