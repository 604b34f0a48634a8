import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** That a record was really deleted or destroyed, by its id alone; told by the changes of its kind. */
export const RemovedRecords: CollectionConfig = secureCollection(
  {
    slug: 'removed-records',
    timestamps: false,
    admin: { hidden: true },
    indexes: [{ fields: ['collectionSlug', 'removedAt', 'recordId'] }],
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'collectionSlug', type: 'text', required: true },
      { name: 'recordId', type: 'text', required: true },
      { name: 'removedAt', type: 'date', required: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
