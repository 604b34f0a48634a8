import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../fields/managed'
import { dayField } from '../fields/scalars'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { closeWaitlistEntry } from './actions/closeWaitlistEntry'

/** Who waits, how urgently and since when; made by the inquiry's action. */
export const WaitlistEntries: CollectionConfig = secureCollection(
  {
    slug: 'waitlist-entries',
    labels: { singular: 'Waitlist entry', plural: 'Waitlist' },
    defaultSort: 'addedOn',
    admin: {
      group: 'Patients',
      defaultColumns: ['inquiry', 'tier', 'addedOn', 'nextCheckInOn', 'status'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'inquiry',
        type: 'relationship',
        relationTo: 'inquiries',
        required: true,
        index: true,
      }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({
        name: 'tier',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'priority', label: 'Priority' },
          { value: 'standard', label: 'Standard' },
          { value: 'urgent', label: 'Urgent' },
        ],
      }),
      managed(dayField({ name: 'addedOn', required: true, index: true })),
      managed(dayField({ name: 'nextCheckInOn', label: 'Next check-in', index: true })),
      managed({ name: 'estimatedWaitTold', type: 'text', label: 'Wait they were told' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'waiting',
        index: true,
        options: [
          { value: 'waiting', label: 'Waiting' },
          { value: 'booked', label: 'Booked' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
      managed({ name: 'closeReason', type: 'text' }),
    ],
  },
  { audit: 'chart', actions: [closeWaitlistEntry] },
)
