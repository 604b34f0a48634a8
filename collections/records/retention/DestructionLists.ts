import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { approveDestruction } from './actions/approveDestruction'
import { declineDestruction } from './actions/declineDestruction'
import { certificateEndpoint } from './certificateEndpoint'
import { upcomingEndpoint } from './upcomingEndpoint'

/** Charts whose time is over, once a month; destroyed after compliance and the owner agreed (R67). */
export const DestructionLists: CollectionConfig = secureCollection(
  {
    slug: 'destruction-lists',
    labels: { singular: 'Destruction list', plural: 'Destruction lists' },
    defaultSort: '-madeOn',
    admin: {
      group: 'System',
      useAsTitle: 'madeOn',
      defaultColumns: ['madeOn', 'chartCount', 'status', 'complianceAt', 'ownerAt', 'finishedAt'],
      description: 'Made once a month. Nothing is destroyed before two people agreed.',
    },
    fields: [
      uniqueKeyField(),
      managed({ name: 'madeOn', type: 'text', required: true, index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'To be approved' },
          { value: 'half', label: 'Approved by one of two' },
          { value: 'approved', label: 'Approved; being destroyed' },
          { value: 'done', label: 'Destroyed' },
          { value: 'declined', label: 'Declined' },
        ],
      }),
      managed({ name: 'chartCount', type: 'number', label: 'Charts' }),
      managed({ name: 'dueAt', type: 'date' }),
      managed({ name: 'complianceBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'complianceAt', type: 'date' }),
      managed({ name: 'ownerBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'ownerAt', type: 'date' }),
      managed({ name: 'declinedBy', type: 'relationship', relationTo: 'staff' }),
      confidentialText({ name: 'declineReason', label: 'Why it was declined', readOnly: true }),
      managed({ name: 'finishedAt', type: 'date' }),
    ],
    endpoints: [upcomingEndpoint, certificateEndpoint],
  },
  {
    audit: 'writes',
    actions: [approveDestruction, declineDestruction],
    confidential: { subject: 'record' },
  },
)
