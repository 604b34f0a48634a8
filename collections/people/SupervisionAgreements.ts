import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { dayField } from '../fields/scalars'
import { endSupervision } from './actions/endSupervision'

/** Who supervises whom, from when to when; what a co-signature rests on. */
export const SupervisionAgreements: CollectionConfig = secureCollection(
  {
    slug: 'supervision-agreements',
    defaultSort: '-startsOn',
    admin: { group: 'People', defaultColumns: ['supervisor', 'supervisee', 'startsOn', 'endsOn'] },
    fields: [
      {
        name: 'supervisor',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      },
      {
        name: 'supervisee',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      },
      dayField({ name: 'startsOn', required: true }),
      dayField({ name: 'endsOn' }),
    ],
  },
  { scope: { owner: 'supervisor' }, audit: 'writes', actions: [endSupervision] },
)
