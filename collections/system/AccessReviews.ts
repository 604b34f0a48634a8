import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { closeAccessReview, reviewOutcomes } from './actions/closeAccessReview'

/** One week's charts that were opened by people who were not on the care team (R108). */
export const AccessReviews: CollectionConfig = secureCollection(
  {
    slug: 'access-reviews',
    labels: { singular: 'Review of accesses', plural: 'Reviews of accesses' },
    defaultSort: '-weekStartsOn',
    admin: {
      group: 'System',
      useAsTitle: 'weekStartsOn',
      defaultColumns: ['weekStartsOn', 'lineCount', 'status', 'outcome', 'dueAt'],
      description: 'Made every week. Charts opened by somebody without an assignment or duty then.',
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'weekStartsOn', type: 'text', required: true, index: true }),
      managed({ name: 'weekEndsOn', type: 'text', required: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'To be reviewed' },
          { value: 'closed', label: 'Reviewed' },
        ],
      }),
      managed({ name: 'lineCount', type: 'number', label: 'Charts opened' }),
      managed({ name: 'people', type: 'textarea', admin: { hidden: true } }),
      managed({ name: 'dueAt', type: 'date', index: true }),
      managed({
        name: 'outcome',
        type: 'select',
        options: [{ value: 'nothing', label: 'Nothing to review' }, ...reviewOutcomes],
      }),
      confidentialText({ name: 'finding', label: 'Finding', readOnly: true }),
      managed({ name: 'closedAt', type: 'date' }),
      managed({ name: 'closedBy', type: 'relationship', relationTo: 'staff', index: true }),
    ],
  },
  { audit: 'writes', actions: [closeAccessReview], confidential: { subject: 'record' } },
)
