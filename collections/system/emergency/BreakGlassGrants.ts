import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { endAccess } from './actions/endAccess'
import { reviewAccess } from './actions/reviewAccess'
import { startAccess } from './actions/startAccess'
import { emergencyOutcomes, emergencyReasons } from './reasons'

/** One person's emergency access to one chart: to read it, for an hour, and then to be reviewed (R106). */
export const BreakGlassGrants: CollectionConfig = secureCollection(
  {
    slug: 'break-glass-grants',
    labels: { singular: 'Emergency access', plural: 'Emergency access' },
    defaultSort: '-startedAt',
    admin: {
      group: 'System',
      useAsTitle: 'startedAt',
      defaultColumns: ['startedAt', 'staff', 'patient', 'reasonCode', 'status', 'outcome', 'dueAt'],
      description: 'Every chart that was opened in an emergency, why, and what its review came to.',
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'staff',
        type: 'relationship',
        label: 'Opened by',
        relationTo: 'staff',
        required: true,
        index: true,
      }),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'Open' },
          { value: 'ended', label: 'To be reviewed' },
          { value: 'reviewed', label: 'Reviewed' },
        ],
      }),
      managed({
        name: 'reasonCode',
        type: 'select',
        label: 'Kind of emergency',
        required: true,
        options: [...emergencyReasons],
      }),
      confidentialText({ name: 'reasonText', label: 'Reason', readOnly: true }),
      managed({ name: 'startedAt', type: 'date', required: true, index: true }),
      managed({ name: 'expiresAt', type: 'date', required: true, index: true }),
      managed({ name: 'endedAt', type: 'date' }),
      managed({
        name: 'endedBy',
        type: 'select',
        options: [
          { value: 'person', label: 'By the person' },
          { value: 'time', label: 'By itself' },
        ],
      }),
      managed({ name: 'dueAt', type: 'date', label: 'Review due', required: true, index: true }),
      managed({ name: 'outcome', type: 'select', options: [...emergencyOutcomes] }),
      confidentialText({ name: 'finding', label: 'Finding', readOnly: true }),
      managed({ name: 'reviewedAt', type: 'date' }),
      managed({ name: 'reviewedBy', type: 'relationship', relationTo: 'staff', index: true }),
    ],
  },
  {
    audit: 'chart',
    actions: [startAccess, endAccess, reviewAccess],
    confidential: { subject: 'patient' },
  },
)
