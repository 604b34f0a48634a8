import type { CollectionConfig, Field } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { exportEndpoint } from './accessLog/exportEndpoint'
import { searchEndpoint } from './accessLog/searchEndpoint'

const text = (name: string, index = false): Field => ({ name, type: 'text', index })

/** Append-only: no door creates, changes or deletes a row, and the database itself refuses to. */
export const AuditEvents: CollectionConfig = secureCollection(
  {
    slug: 'audit-events',
    labels: { singular: 'Access log entry', plural: 'Access log' },
    defaultSort: '-at',
    // `at` says when; every index more is paid by every request that reads a chart.
    timestamps: false,
    admin: {
      group: 'System',
      useAsTitle: 'action',
      defaultColumns: [
        'at',
        'actorId',
        'action',
        'outcome',
        'collectionSlug',
        'patient',
        'surface',
      ],
    },
    // The last three serve the screens: newest first, of one patient, person or action.
    indexes: [
      { fields: ['chainId', 'seq'], unique: true },
      { fields: ['patient', 'at'] },
      { fields: ['actorId', 'at'] },
      { fields: ['action', 'at'] },
    ],
    endpoints: [searchEndpoint, exportEndpoint],
    fields: [
      { name: 'seq', type: 'number', required: true },
      { name: 'chainId', type: 'text', required: true },
      { name: 'at', type: 'date', required: true, index: true },
      text('actorKind'),
      text('actorId'),
      text('actorRoles'),
      text('sessionId'),
      text('onBehalfOf'),
      text('purpose'),
      text('action'),
      text('outcome'),
      text('surface'),
      text('collectionSlug'),
      { name: 'recordIds', type: 'textarea' },
      { name: 'patientIds', type: 'textarea' },
      text('patient'),
      { name: 'fields', type: 'textarea' },
      text('reason'),
      text('rules'),
      { name: 'rev', type: 'number' },
      text('writeId', true),
      text('breakGlassId'),
      { name: 'resultCount', type: 'number' },
      text('queryShape'),
      text('ip'),
      text('uaHash'),
      text('requestId'),
      { name: 'canonical', type: 'textarea', hidden: true },
      { name: 'prevHash', type: 'text', hidden: true },
      { name: 'hmac', type: 'text', hidden: true },
      { name: 'keyId', type: 'text', hidden: true },
    ],
  },
  { audit: 'none', isSystemOnly: true, isAppendOnly: true },
)
