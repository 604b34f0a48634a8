import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { uniqueKeyField } from '../fields/uniqueKeyField'

/** Every time a rule was gone past: who, which rule, why. */
export const Overrides: CollectionConfig = secureCollection(
  {
    slug: 'overrides',
    defaultSort: '-at',
    admin: {
      group: 'System',
      useAsTitle: 'ruleId',
      defaultColumns: ['at', 'ruleId', 'ruleMessage', 'staff'],
    },
    fields: [
      uniqueKeyField(),
      { name: 'ruleId', type: 'text', required: true, index: true },
      { name: 'ruleMessage', type: 'textarea', required: true },
      confidentialText({ name: 'reason', label: 'Reason', readOnly: true }),
      { name: 'collectionSlug', type: 'text', required: true },
      { name: 'recordId', type: 'text', index: true },
      { name: 'door', type: 'text', required: true },
      { name: 'staff', type: 'relationship', relationTo: 'staff', index: true },
      { name: 'roles', type: 'text' },
      { name: 'at', type: 'date', required: true, index: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true, confidential: { subject: 'record' } },
)
