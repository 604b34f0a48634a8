import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Which patients an event of the access log was about, where they were several. Made from the log. */
export const AuditSubjects: CollectionConfig = secureCollection(
  {
    slug: 'audit-subjects',
    admin: { hidden: true },
    indexes: [{ fields: ['patient', 'at'] }],
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'eventKey', type: 'text', required: true, index: true },
      { name: 'patient', type: 'text', required: true },
      { name: 'at', type: 'date', required: true, index: true },
    ],
  },
  // The patient here is plain text: nobody reaches these rows by it.
  { scope: { patient: '' }, audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
