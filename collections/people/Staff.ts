import type { CollectionConfig } from 'payload'
import { roleLabels, staffRoles } from '@/access/roles'
import { secureCollection } from '@/access/secureCollection'
import { sessionStrategy } from '@/access/session/strategies'
import { npiField } from '../fields/identifiers'
import { managed } from '../fields/managed'
import { endSessionsOf, resetFactorsOf } from '../system/auth/accountActions'
import { adminAuthEndpoints } from '../system/auth/endpoints'
import { changeEmail } from './actions/changeEmail'
import { deactivateStaff } from './actions/deactivateStaff'
import { inviteStaff } from './actions/inviteStaff'
import { reactivateStaff } from './actions/reactivateStaff'
import { handOverEndpoint } from './leaving/handOverEndpoint'
import { openWorkEndpoint } from './leaving/openWorkEndpoint'
import { lowerEmail } from './lowerEmail'
import { grantRoles } from './roles/actions/grantRoles'

/** The login of employees. Roles change by an action, passwords by their owner. */
export const Staff: CollectionConfig = secureCollection(
  {
    slug: 'staff',
    labels: { singular: 'Staff member', plural: 'Staff' },
    auth: { disableLocalStrategy: true, strategies: [sessionStrategy('staff')] },
    defaultSort: 'name',
    admin: {
      group: 'People',
      useAsTitle: 'name',
      defaultColumns: ['name', 'credentials', 'roles', 'hasFactor', 'isActive'],
    },
    fields: [
      { name: 'name', type: 'text', required: true, index: true },
      {
        name: 'email',
        type: 'email',
        required: true,
        unique: true,
        index: true,
        // By an action alone: whoever holds the address can set a new password.
        access: { update: () => false },
        hooks: { beforeValidate: [lowerEmail] },
      },
      {
        name: 'credentials',
        type: 'text',
        admin: { description: 'As they appear behind a signature, for example LCSW.' },
      },
      { name: 'phone', type: 'text' },
      npiField('NPI'),
      { name: 'taxonomy', type: 'text', label: 'Taxonomy code' },
      managed({
        name: 'roles',
        type: 'select',
        hasMany: true,
        options: staffRoles.map((value) => ({ value, label: roleLabels[value] })),
      }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: true, index: true }),
      managed({
        name: 'roleEnds',
        type: 'text',
        label: 'Last days of roles',
        admin: { description: 'Roles that end by themselves; they are gone the day after.' },
      }),
      managed({ name: 'rolesAskedBy', type: 'text', admin: { hidden: true } }),
      managed({ name: 'rolesChangedBy', type: 'text', admin: { hidden: true } }),
      managed({ name: 'deactivatedAt', type: 'date' }),
      { name: 'caseloadCap', type: 'number', min: 0, max: 200, defaultValue: 30 },
      { name: 'isAcceptingPatients', type: 'checkbox', defaultValue: true },
      { name: 'isOnLeave', type: 'checkbox', defaultValue: false },
      { name: 'employmentNote', type: 'textarea' },
      managed({
        name: 'hasFactor',
        type: 'checkbox',
        label: 'Signs in with a second factor',
        defaultValue: false,
      }),
      managed({ name: 'passwordHash', type: 'text', hidden: true }),
    ],
    endpoints: [...adminAuthEndpoints('staff'), openWorkEndpoint, handOverEndpoint],
  },
  {
    scope: { owner: 'id' },
    audit: 'writes',
    actions: [
      inviteStaff,
      deactivateStaff,
      reactivateStaff,
      changeEmail,
      grantRoles,
      endSessionsOf('staff'),
      resetFactorsOf('staff'),
    ],
  },
)
