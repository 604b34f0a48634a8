import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { forgetScopeAfterChange } from '@/hooks/forgetScopeAfterChange'
import { managed } from '../fields/managed'
import { dayField } from '../fields/scalars'
import { endAssignment } from './actions/endAssignment'

/** Who cares for whom, from when to when. Everybody's caseload follows from these rows. */
export const CareTeamAssignments: CollectionConfig = secureCollection(
  {
    slug: 'care-team-assignments',
    labels: { singular: 'Care team member', plural: 'Care team' },
    defaultSort: '-startsOn',
    admin: { group: 'Care', defaultColumns: ['patient', 'staff', 'role', 'startsOn', 'endsOn'] },
    indexes: [{ fields: ['staff', 'patient'] }],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      {
        name: 'role',
        type: 'select',
        required: true,
        defaultValue: 'primary',
        options: [
          { value: 'primary', label: 'Primary clinician' },
          { value: 'cotreating', label: 'Co-treating' },
          { value: 'covering', label: 'Covering' },
        ],
      },
      dayField({ name: 'startsOn', required: true }),
      dayField({ name: 'endsOn' }),
    ],
    hooks: { afterChange: [forgetScopeAfterChange] },
  },
  { audit: 'chart', actions: [endAssignment] },
)
