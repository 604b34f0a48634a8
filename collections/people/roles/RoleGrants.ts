import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { confirmGrant } from './actions/confirmGrant'
import { declineGrant } from './actions/declineGrant'
import { withdrawGrant } from './actions/withdrawGrant'

/** One change of somebody's roles: what they held, what they shall hold, who asked and who confirmed it (R98). */
export const RoleGrants: CollectionConfig = secureCollection(
  {
    slug: 'role-grants',
    labels: { singular: 'Change of roles', plural: 'Changes of roles' },
    defaultSort: '-requestedAt',
    admin: {
      group: 'People',
      useAsTitle: 'requestedAt',
      defaultColumns: ['staff', 'rolesBefore', 'rolesAfter', 'endsOn', 'status', 'requestedBy'],
      description: 'Who may do what is decided by two. Changes are asked for under Roles.',
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'staff',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'requested',
        index: true,
        options: [
          { value: 'requested', label: 'Waits for a second person' },
          { value: 'active', label: 'In force' },
          { value: 'declined', label: 'Declined' },
          { value: 'withdrawn', label: 'Withdrawn' },
          { value: 'ended', label: 'Ended by its date' },
        ],
      }),
      managed({ name: 'rolesBefore', type: 'text' }),
      managed({ name: 'rolesAfter', type: 'text', required: true }),
      managed({ name: 'endsBefore', type: 'text' }),
      managed({ name: 'endsAfter', type: 'text' }),
      managed({ name: 'endsOn', type: 'text', label: 'Last day', index: true }),
      managed({ name: 'reason', type: 'text' }),
      managed({
        name: 'isSingleHanded',
        type: 'checkbox',
        defaultValue: false,
        label: 'Without a second person',
      }),
      managed({
        name: 'isReduction',
        type: 'checkbox',
        defaultValue: false,
        label: 'Only takes away',
      }),
      managed({ name: 'requestedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'requestedAt', type: 'date', required: true, index: true }),
      managed({ name: 'decidedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'decidedAt', type: 'date' }),
      managed({ name: 'endedAt', type: 'date' }),
    ],
  },
  { audit: 'writes', actions: [confirmGrant, declineGrant, withdrawGrant] },
)
