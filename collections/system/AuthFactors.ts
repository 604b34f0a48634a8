import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'

/** Second factors: what an authenticator app shares with us is sealed, of a passkey only its public half is here. */
export const AuthFactors: CollectionConfig = secureCollection(
  {
    slug: 'auth-factors',
    labels: { singular: 'Second factor', plural: 'Second factors' },
    admin: { group: 'System' },
    fields: [
      { name: 'surface', type: 'text', required: true },
      { name: 'userId', type: 'text', required: true, index: true },
      { name: 'kind', type: 'select', required: true, options: ['code', 'passkey'] },
      { name: 'label', type: 'text' },
      // Empty until it was used once: only then it counts.
      { name: 'confirmedAt', type: 'date' },
      { name: 'lastUsedAt', type: 'date' },
      confidentialText({ name: 'secret', maxLength: 200 }),
      // The half minute of the last code: no code works twice.
      { name: 'lastUsedStep', type: 'number' },
      { name: 'credentialId', type: 'text', index: true },
      { name: 'publicKey', type: 'textarea' },
      { name: 'signCount', type: 'number' },
      { name: 'transports', type: 'text' },
    ],
  },
  {
    audit: 'none',
    isSystemOnly: true,
    isAppendOnly: true,
    confidential: { subject: 'record' },
  },
)
