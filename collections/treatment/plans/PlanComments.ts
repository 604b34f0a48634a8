import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { fixedRelation, inheritedPatientField } from '../../records/fields/patientField'
import { answerComment } from './actions/answerComment'
import { askForAnswer, stampComment } from './stampComment'

/** What the client says about a plan, and what the clinician answers. Both see both. */
export const PlanComments: CollectionConfig = secureCollection(
  {
    slug: 'plan-comments',
    labels: { singular: 'Comment', plural: 'Comments' },
    defaultSort: '-writtenAt',
    admin: { group: 'Care', defaultColumns: ['plan', 'authorKind', 'writtenAt', 'answeredAt'] },
    fields: [
      fixedRelation({ name: 'plan', relationTo: 'treatment-plans', required: true }),
      inheritedPatientField(),
      { name: 'aboutKey', type: 'text', label: 'About', maxLength: 80 },
      confidentialText({ name: 'text', label: 'Comment', maxLength: 5000 }),
      managed({
        name: 'authorKind',
        type: 'select',
        options: [
          { value: 'patient', label: 'Client' },
          { value: 'staff', label: 'Staff' },
        ],
      }),
      managed({ name: 'writtenBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'writtenAt', type: 'date', index: true }),
      managed({
        name: 'status',
        type: 'select',
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'Waits for an answer' },
          { value: 'answered', label: 'Answered' },
        ],
      }),
      confidentialText({ name: 'answer', label: 'Answer', readOnly: true }),
      managed({ name: 'answeredAt', type: 'date' }),
      managed({ name: 'answeredBy', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: { beforeChange: [stampComment], afterChange: [askForAnswer] },
  },
  {
    scope: { owner: 'writtenBy' },
    audit: 'chart',
    actions: [answerComment],
    confidential: { subject: 'patient' },
  },
)
