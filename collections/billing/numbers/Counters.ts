import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

/** Running numbers of claims, files and statements. Nobody has a door to them. */
export const Counters: CollectionConfig = secureCollection(
  {
    slug: 'counters',
    admin: { hidden: true },
    fields: [uniqueKeyField(), { name: 'value', type: 'number', required: true, defaultValue: 0 }],
  },
  { audit: 'none', isAppendOnly: true, isSystemOnly: true },
)
