import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'

/**
 * What somebody typed above a list, sealed under a key of that person, for as long as a day at work lasts. The
 * address of the list names it and holds no word of it (hooks/listSearches).
 */
export const KeptSearches: CollectionConfig = secureCollection(
  {
    slug: 'kept-searches',
    labels: { singular: 'Search above a list', plural: 'Searches above lists' },
    admin: { group: 'System' },
    fields: [
      { name: 'uniqueKey', type: 'text', required: true, unique: true, index: true },
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      { name: 'list', type: 'text', required: true },
      confidentialText({ name: 'typed' }),
      { name: 'expiresAt', type: 'date', required: true, index: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true, confidential: { subject: 'staff' } },
)
