import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { addOutsidePerson } from './actions/addOutsidePerson'
import { endOutsidePerson } from './actions/endOutsidePerson'

/** People outside the practice who care for a patient too; each rests on a release (R33) and ends with it. */
export const OutsideCare: CollectionConfig = secureCollection(
  {
    slug: 'outside-care',
    labels: { singular: 'Outside caregiver', plural: 'Outside caregivers' },
    defaultSort: '-addedAt',
    admin: {
      group: 'Care',
      useAsTitle: 'name',
      defaultColumns: ['name', 'profession', 'patient', 'status', 'release'],
    },
    fields: [
      uniqueKeyField(),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({ name: 'name', type: 'text', required: true }),
      managed({ name: 'profession', type: 'text' }),
      confidentialText({ name: 'contact', label: 'Phone, fax or e-mail', rows: 2, readOnly: true }),
      managed({ name: 'release', type: 'relationship', relationTo: 'releases', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'active',
        index: true,
        options: [
          { value: 'active', label: 'On the team' },
          { value: 'ended', label: 'Ended' },
        ],
      }),
      managed({ name: 'addedAt', type: 'date', index: true }),
      managed({ name: 'addedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'endedAt', type: 'date' }),
    ],
  },
  {
    audit: 'chart',
    actions: [addOutsidePerson, endOutsidePerson],
    scope: { owner: 'addedBy' },
    confidential: { subject: 'patient' },
  },
)
