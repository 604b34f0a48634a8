import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'

/** People around a patient: emergency contacts and guardians. */
export const RelatedPersons: CollectionConfig = secureCollection(
  {
    slug: 'related-persons',
    labels: { singular: 'Related person', plural: 'Related persons' },
    defaultSort: 'name',
    admin: {
      group: 'Patients',
      useAsTitle: 'name',
      defaultColumns: ['name', 'relationship', 'patient', 'phone', 'isEmergencyContact'],
    },
    fields: [
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      { name: 'name', type: 'text', required: true, maxLength: 120 },
      { name: 'relationship', type: 'text', required: true, maxLength: 80 },
      { name: 'phone', type: 'text', maxLength: 40 },
      { name: 'email', type: 'email', label: 'E-mail' },
      { name: 'isEmergencyContact', type: 'checkbox', defaultValue: false, index: true },
      { name: 'isGuardian', type: 'checkbox', defaultValue: false },
      { name: 'mayAccessPortal', type: 'checkbox', defaultValue: false },
    ],
  },
  { audit: 'chart' },
)
