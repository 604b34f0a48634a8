import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { instantField } from '../fields/scalars'
import { endAfterStart } from './endAfterStart'

/** Who answers when somebody cannot wait. */
export const OnCallShifts: CollectionConfig = secureCollection(
  {
    slug: 'on-call-shifts',
    labels: { singular: 'On-call shift', plural: 'On-call roster' },
    defaultSort: '-startsAt',
    admin: { group: 'People', defaultColumns: ['staff', 'startsAt', 'endsAt'] },
    fields: [
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      instantField({ name: 'startsAt', required: true, index: true }),
      instantField({ name: 'endsAt', required: true, index: true }),
    ],
    hooks: { beforeChange: [endAfterStart] },
  },
  { audit: 'writes' },
)
