import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { openKinds } from '@/hooks/rules/people/openWork'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

/** One line of what happened when somebody left: what went to whom, what stayed and why (R97). */
export const Handovers: CollectionConfig = secureCollection(
  {
    slug: 'handovers',
    labels: { singular: 'Line of a hand-over', plural: 'Hand-overs' },
    defaultSort: '-at',
    admin: {
      group: 'People',
      defaultColumns: ['at', 'staff', 'kind', 'successor', 'outcome', 'sentence'],
      description: 'Made by the page of somebody who leaves.',
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'staff',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
        label: 'Who left',
      }),
      managed({ name: 'successor', type: 'relationship', relationTo: 'staff' }),
      managed({
        name: 'kind',
        type: 'select',
        required: true,
        options: [...openKinds, 'left'].map((value) => ({ value, label: value })),
      }),
      managed({ name: 'recordId', type: 'text' }),
      managed({
        name: 'outcome',
        type: 'select',
        required: true,
        options: [
          { value: 'moved', label: 'Handed over' },
          { value: 'ended', label: 'Ended' },
          { value: 'stays', label: 'Stays' },
        ],
      }),
      managed({ name: 'sentence', type: 'text' }),
      managed({ name: 'doneBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'at', type: 'date', required: true, index: true }),
    ],
  },
  { audit: 'writes', isAppendOnly: true, isSystemOnly: true },
)
