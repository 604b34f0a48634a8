import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { sessionStrategy } from '@/access/session/strategies'
import { managed } from '../fields/managed'
import { deactivatePortalUser } from './actions/deactivatePortalUser'
import { adminAuthEndpoints } from './auth/endpoints'

/** The login of a patient, of somebody who acts for patients, or of both; made by invitation, apart from staff. */
export const PortalUsers: CollectionConfig = secureCollection(
  {
    slug: 'portal-users',
    labels: { singular: 'Portal account', plural: 'Portal accounts' },
    auth: { disableLocalStrategy: true, strategies: [sessionStrategy('portal')] },
    admin: {
      group: 'System',
      useAsTitle: 'email',
      defaultColumns: ['email', 'patient', 'isActive', 'acceptedAt'],
    },
    fields: [
      managed({ name: 'email', type: 'email', required: true, unique: true, index: true }),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        index: true,
      }),
      managed({ name: 'isActive', type: 'checkbox', defaultValue: true }),
      managed({ name: 'acceptedAt', type: 'date' }),
      managed({ name: 'passwordHash', type: 'text', hidden: true }),
    ],
    endpoints: adminAuthEndpoints('portal'),
  },
  { audit: 'writes', actions: [deactivatePortalUser] },
)
