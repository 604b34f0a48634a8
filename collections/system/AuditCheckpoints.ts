import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Signed marks of how far the access log goes; they outlast the days they stand for. */
export const AuditCheckpoints: CollectionConfig = secureCollection(
  {
    slug: 'audit-checkpoints',
    labels: { singular: 'Access log checkpoint', plural: 'Access log checkpoints' },
    defaultSort: '-number',
    admin: {
      group: 'System',
      useAsTitle: 'number',
      defaultColumns: ['number', 'at', 'kind', 'day', 'lastSeq'],
      description: 'Each is signed with a key outside the database and names the one before it.',
    },
    fields: [
      { name: 'number', type: 'number', required: true, unique: true, index: true },
      { name: 'at', type: 'date', required: true, index: true },
      { name: 'kind', type: 'text', required: true, index: true },
      { name: 'chainId', type: 'text', index: true },
      { name: 'day', type: 'text', index: true },
      { name: 'lastSeq', type: 'number' },
      { name: 'lastHash', type: 'text', admin: { hidden: true } },
      { name: 'note', type: 'text' },
      { name: 'canonical', type: 'textarea', hidden: true },
      { name: 'prevHash', type: 'text', hidden: true },
      { name: 'signature', type: 'text', hidden: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
