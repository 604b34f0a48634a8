import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** One row per job and period: whoever makes the row does the work, once. */
export const JobRuns: CollectionConfig = secureCollection(
  {
    slug: 'job-runs',
    admin: { group: 'System' },
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'job', type: 'text', required: true },
      { name: 'startedAt', type: 'date', required: true },
      { name: 'finishedAt', type: 'date' },
      { name: 'summary', type: 'text' },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
