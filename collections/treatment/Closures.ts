import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { instantField } from '../fields/scalars'
import { endAfterStart } from './endAfterStart'

/** Time in which nothing is booked: for one person, one place, or the whole practice. */
export const Closures: CollectionConfig = secureCollection(
  {
    slug: 'closures',
    defaultSort: '-startsAt',
    admin: {
      group: 'Care',
      useAsTitle: 'reason',
      defaultColumns: ['reason', 'startsAt', 'endsAt', 'staff', 'location'],
      description: 'Without a person and a place it closes the whole practice.',
    },
    fields: [
      { name: 'staff', type: 'relationship', relationTo: 'staff', index: true, label: 'Person' },
      {
        name: 'location',
        type: 'relationship',
        relationTo: 'locations',
        index: true,
        label: 'Place',
      },
      instantField({ name: 'startsAt', required: true, index: true }),
      instantField({ name: 'endsAt', required: true, index: true }),
      { name: 'reason', type: 'text', required: true, maxLength: 200 },
    ],
    hooks: { beforeChange: [endAfterStart] },
  },
  { audit: 'writes' },
)
