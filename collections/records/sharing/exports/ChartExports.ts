import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { exportFormats } from '@/src/domain/sharing/exports'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { buildEndpoint } from './buildEndpoint'
import { fileEndpoint } from './fileEndpoint'

/** The file of a disclosure: put together in the background, ciphertext on the disk, handed out once. */
export const ChartExports: CollectionConfig = secureCollection(
  {
    slug: 'chart-exports',
    labels: { singular: 'Export', plural: 'Exports' },
    defaultSort: '-askedAt',
    admin: { group: 'Patients', defaultColumns: ['patient', 'status', 'format', 'askedAt'] },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({
        name: 'disclosure',
        type: 'relationship',
        relationTo: 'disclosures',
        required: true,
        index: true,
      }),
      managed({
        name: 'portalUser',
        type: 'relationship',
        relationTo: 'portal-users',
        index: true,
        label: 'For who acts for the patient',
      }),
      managed({ name: 'format', type: 'select', required: true, options: [...exportFormats] }),
      managed({
        name: 'isShared',
        type: 'checkbox',
        label: 'For the private page',
        defaultValue: false,
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'waiting',
        index: true,
        options: [
          { value: 'waiting', label: 'Waiting' },
          { value: 'building', label: 'Being put together' },
          { value: 'ready', label: 'Ready' },
          { value: 'taken', label: 'Taken' },
          { value: 'expired', label: 'Not taken in time' },
          { value: 'dropped', label: 'Destroyed unsent' },
          { value: 'failed', label: 'Could not be put together' },
        ],
      }),
      managed({ name: 'doneCount', type: 'number', defaultValue: 0 }),
      managed({ name: 'totalCount', type: 'number', defaultValue: 0 }),
      managed({ name: 'askedAt', type: 'date', index: true }),
      managed({ name: 'readyAt', type: 'date' }),
      managed({ name: 'expiresAt', type: 'date', index: true }),
      managed({ name: 'takenAt', type: 'date' }),
      managed({ name: 'takenBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'leasedUntil', type: 'date', index: true }),
      managed({ name: 'fileName', type: 'text' }),
      managed({ name: 'fileSize', type: 'number' }),
      managed({ name: 'fileHash', type: 'text', label: 'Fingerprint of the file (SHA-256)' }),
    ],
    endpoints: [buildEndpoint, fileEndpoint],
  },
  { audit: 'chart', scope: { owner: 'takenBy' }, isSystemOnly: true },
)
