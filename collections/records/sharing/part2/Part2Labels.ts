import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { labelRecord } from './actions/labelRecord'
import { unlabelRecord } from './actions/unlabelRecord'

/** Who put a record under 42 CFR part 2, or took it out, and why. The label itself stands on the record (R64). */
export const Part2Labels: CollectionConfig = secureCollection(
  {
    slug: 'part2-labels',
    labels: { singular: 'Part 2 label', plural: 'Part 2 labels' },
    defaultSort: '-at',
    admin: {
      group: 'Patients',
      useAsTitle: 'at',
      defaultColumns: ['at', 'patient', 'change', 'collectionSlug', 'by'],
      description: 'Records that were put under 42 CFR part 2 or taken out of it by hand.',
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
      managed({ name: 'collectionSlug', type: 'text', label: 'Kind of record', required: true }),
      managed({ name: 'recordId', type: 'text', label: 'Record', required: true, index: true }),
      managed({
        name: 'change',
        type: 'select',
        required: true,
        options: [
          { value: 'label', label: 'Put under Part 2' },
          { value: 'unlabel', label: 'Taken out' },
        ],
      }),
      confidentialText({ name: 'reason', label: 'Why', rows: 2, readOnly: true }),
      managed({ name: 'at', type: 'date', index: true }),
      managed({ name: 'by', type: 'relationship', relationTo: 'staff', index: true }),
    ],
  },
  {
    audit: 'chart',
    actions: [labelRecord, unlabelRecord],
    scope: { owner: 'by' },
    confidential: { subject: 'patient' },
  },
)
