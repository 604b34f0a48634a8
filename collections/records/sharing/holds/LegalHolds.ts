import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { holdReasons } from '@/src/domain/sharing/holdReasons'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { liftHold } from './actions/liftHold'
import { placeHold } from './actions/placeHold'

/** A chart that must stay as it is while a matter of law is open: nothing in it is voided or destroyed (R67). */
export const LegalHolds: CollectionConfig = secureCollection(
  {
    slug: 'legal-holds',
    labels: { singular: 'Legal hold', plural: 'Legal holds' },
    defaultSort: '-placedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'placedAt',
      defaultColumns: ['patient', 'reasonCode', 'status', 'placedAt', 'liftedAt'],
      description:
        'Charts that must stay exactly as they are. Each matter has its own hold; the chart is free when the last one is lifted.',
    },
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
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'On hold' },
          { value: 'lifted', label: 'Lifted' },
        ],
      }),
      managed({
        name: 'reasonCode',
        type: 'select',
        label: 'Why',
        required: true,
        options: [...holdReasons],
      }),
      confidentialText({ name: 'matter', label: 'The matter', readOnly: true }),
      managed({ name: 'placedAt', type: 'date', required: true, index: true }),
      managed({ name: 'placedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'liftedAt', type: 'date' }),
      managed({ name: 'liftedBy', type: 'relationship', relationTo: 'staff', index: true }),
      confidentialText({ name: 'liftReason', label: 'Why it was lifted', readOnly: true }),
    ],
  },
  {
    audit: 'chart',
    actions: [placeHold, liftHold],
    scope: { owner: 'placedBy' },
    confidential: { subject: 'patient' },
  },
)
