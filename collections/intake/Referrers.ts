import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** Doctors, schools and others who send people to the practice. */
export const Referrers: CollectionConfig = secureCollection(
  {
    slug: 'referrers',
    defaultSort: 'name',
    admin: {
      group: 'Outreach',
      useAsTitle: 'name',
      defaultColumns: ['name', 'organization', 'kind'],
    },
    fields: [
      { name: 'name', type: 'text', required: true, index: true },
      { name: 'organization', type: 'text', index: true },
      {
        name: 'kind',
        type: 'select',
        defaultValue: 'doctor',
        index: true,
        options: [
          { value: 'doctor', label: 'Doctor' },
          { value: 'therapist', label: 'Therapist' },
          { value: 'school', label: 'School' },
          { value: 'hospital', label: 'Hospital' },
          { value: 'court', label: 'Court' },
          { value: 'employer', label: 'Employer' },
          { value: 'other', label: 'Other' },
        ],
      },
      { name: 'phone', type: 'text' },
      { name: 'email', type: 'email', label: 'E-mail' },
    ],
  },
  { audit: 'writes' },
)
