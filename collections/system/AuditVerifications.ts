import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Every check of the access log: how far it held, and what did not. */
export const AuditVerifications: CollectionConfig = secureCollection(
  {
    slug: 'audit-verifications',
    labels: { singular: 'Access log check', plural: 'Access log checks' },
    defaultSort: '-startedAt',
    admin: {
      group: 'System',
      useAsTitle: 'result',
      defaultColumns: ['startedAt', 'extent', 'result', 'events', 'verifiedUpTo'],
    },
    fields: [
      { name: 'startedAt', type: 'date', required: true, index: true },
      { name: 'finishedAt', type: 'date' },
      { name: 'extent', type: 'text' },
      { name: 'result', type: 'text', index: true },
      { name: 'events', type: 'number' },
      { name: 'checkpoints', type: 'number' },
      { name: 'verifiedUpTo', type: 'date' },
      { name: 'problemCount', type: 'number' },
      { name: 'problems', type: 'textarea', maxLength: 100_000 },
      { name: 'notices', type: 'textarea', maxLength: 100_000 },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
