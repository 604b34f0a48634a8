import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { rotatedRings, rotationKinds, rotationPhases } from './rotationCodes'
import { startRotation } from './startRotation'

/** Changes of keys: what was asked for, how far it is, what could not be read. */
export const KeyRotations: CollectionConfig = secureCollection(
  {
    slug: 'key-rotations',
    labels: { singular: 'Change of keys', plural: 'Changes of keys' },
    defaultSort: '-startedAt',
    admin: {
      group: 'System',
      useAsTitle: 'title',
      defaultColumns: ['title', 'phase', 'doneCount', 'totalCount', 'startedAt', 'finishedAt'],
      description:
        'New keys for what is kept encrypted. The work goes on in the background, survives a restart and disturbs nobody.',
    },
    fields: [
      // One at a time for a ring.
      uniqueKeyField(),
      managed({ name: 'title', type: 'text', label: 'What' }),
      managed({ name: 'kind', type: 'select', required: true, options: [...rotationKinds] }),
      managed({ name: 'ring', type: 'select', required: true, options: [...rotatedRings] }),
      managed({
        name: 'phase',
        type: 'select',
        label: 'Step',
        required: true,
        index: true,
        options: [...rotationPhases],
      }),
      managed({ name: 'doneCount', type: 'number', label: 'Done', defaultValue: 0 }),
      managed({ name: 'totalCount', type: 'number', label: 'Of', defaultValue: 0 }),
      managed({
        name: 'unreadableCount',
        type: 'number',
        label: 'Could not be read',
        defaultValue: 0,
        admin: {
          description:
            'Damaged before, and left as they are under their old key. Look for ALERT in the log.',
        },
      }),
      managed({ name: 'result', type: 'textarea' }),
      managed({ name: 'startedAt', type: 'date' }),
      managed({ name: 'startedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'finishedAt', type: 'date' }),
      managed({ name: 'phaseSince', type: 'date', admin: { hidden: true } }),
      managed({ name: 'oldKeyId', type: 'text', admin: { hidden: true } }),
      managed({ name: 'leasedUntil', type: 'date', admin: { hidden: true } }),
    ],
  },
  { audit: 'writes', actions: [startRotation] },
)
