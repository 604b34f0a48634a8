import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { uniqueKeyField } from '../fields/uniqueKeyField'

/** One person who opened one patient's chart in the week of a review. */
export const AccessReviewLines: CollectionConfig = secureCollection(
  {
    slug: 'access-review-lines',
    labels: { singular: 'Reviewed access', plural: 'Reviewed accesses' },
    defaultSort: 'firstAt',
    admin: {
      group: 'System',
      useAsTitle: 'areas',
      defaultColumns: ['staff', 'patient', 'areas', 'times', 'firstAt', 'lastAt'],
    },
    fields: [
      uniqueKeyField(),
      {
        name: 'review',
        type: 'relationship',
        relationTo: 'access-reviews',
        required: true,
        index: true,
      },
      { name: 'staff', type: 'relationship', relationTo: 'staff', required: true, index: true },
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      { name: 'roles', type: 'text' },
      { name: 'areas', type: 'text', maxLength: 2000 },
      { name: 'times', type: 'number' },
      { name: 'firstAt', type: 'date', index: true },
      { name: 'lastAt', type: 'date' },
      { name: 'isEmergency', type: 'checkbox', label: 'Emergency access' },
    ],
  },
  { audit: 'chart', isSystemOnly: true },
)
