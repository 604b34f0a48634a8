import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

export const Rooms: CollectionConfig = secureCollection(
  {
    slug: 'rooms',
    defaultSort: 'name',
    admin: {
      group: 'Settings',
      useAsTitle: 'name',
      defaultColumns: ['name', 'location', 'isActive'],
    },
    fields: [
      { name: 'name', type: 'text', required: true, index: true, maxLength: 80 },
      {
        name: 'location',
        type: 'relationship',
        relationTo: 'locations',
        required: true,
        index: true,
      },
      { name: 'isActive', type: 'checkbox', defaultValue: true, index: true },
      {
        name: 'isVideoOnly',
        type: 'checkbox',
        defaultValue: false,
        label: 'Only for video sessions',
      },
    ],
  },
  { audit: 'writes' },
)
