import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Which patients somebody's lists of a day were about, where they were several. Made from the log. */
export const AuditSubjects: CollectionConfig = secureCollection(
  {
    slug: 'audit-subjects',
    admin: { hidden: true },
    indexes: [{ fields: ['patient', 'at'] }],
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'chainId', type: 'text', required: true, index: true },
      { name: 'actorId', type: 'text' },
      { name: 'patient', type: 'text', required: true },
      { name: 'at', type: 'date', required: true },
    ],
  },
  // The patient here is plain text: nobody reaches these rows by it.
  { scope: { patient: '' }, audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
