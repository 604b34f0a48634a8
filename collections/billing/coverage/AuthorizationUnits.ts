import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'

/**
 * One row per appointment. `slotKey` is unique and names the n-th unit of the authorization, so that
 * no race can hand out more units than were approved.
 */
export const AuthorizationUnits: CollectionConfig = secureCollection(
  {
    slug: 'authorization-units',
    labels: { singular: 'Authorized session', plural: 'Authorized sessions' },
    admin: {
      group: 'Billing',
      defaultColumns: ['authorization', 'patient', 'appointment', 'state'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'slotKey',
        type: 'text',
        required: true,
        unique: true,
        admin: { hidden: true },
      }),
      managed({
        name: 'authorization',
        type: 'relationship',
        relationTo: 'authorizations',
        index: true,
      }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({
        name: 'appointment',
        type: 'relationship',
        relationTo: 'appointments',
        index: true,
      }),
      managed({ name: 'session', type: 'relationship', relationTo: 'sessions', index: true }),
      managed({
        name: 'state',
        type: 'select',
        index: true,
        options: [
          { value: 'reserved', label: 'Reserved' },
          { value: 'used', label: 'Used' },
          { value: 'released', label: 'Released' },
        ],
      }),
      managed({ name: 'changedAt', type: 'date' }),
    ],
  },
  { audit: 'writes', isSystemOnly: true },
)
