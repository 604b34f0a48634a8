import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { patientField } from '../../records/fields/patientField'
import { shareSafetyPlan } from './actions/shareSafetyPlan'
import { keepSharedSafetyPlan } from './keepSharedSafetyPlan'

/**
 * What somebody does when a crisis comes, in six steps and own words, after the model of Stanley and
 * Brown (the labels are ours). Every version is kept; the patient sees the shared one.
 */
export const SafetyPlans: CollectionConfig = secureCollection(
  {
    slug: 'safety-plans',
    labels: { singular: 'Safety plan', plural: 'Safety plans' },
    defaultSort: '-writtenAt',
    admin: {
      group: 'Care',
      defaultColumns: ['patient', 'status', 'writtenAt', 'sharedAt'],
    },
    fields: [
      patientField(),
      confidentialText({ name: 'warningSigns', label: '1. Signs that a crisis may be coming' }),
      confidentialText({ name: 'ownSteps', label: '2. What I can do by myself' }),
      confidentialText({
        name: 'peopleAndPlaces',
        label: '3. People and places that take my mind off it',
      }),
      confidentialText({ name: 'helpers', label: '4. People I can ask for help' }),
      confidentialText({ name: 'professionals', label: '5. Professionals and services to call' }),
      confidentialText({ name: 'saferPlace', label: '6. Making my surroundings safer' }),
      confidentialText({ name: 'reasonsForLiving', label: 'What is worth living for' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'draft',
        index: true,
        options: [
          { value: 'draft', label: 'Draft' },
          { value: 'shared', label: 'Shared' },
          { value: 'superseded', label: 'Replaced' },
        ],
      }),
      managed({ name: 'isShared', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'sharedAt', type: 'date' }),
      managed({ name: 'writtenAt', type: 'date', index: true }),
      managed({ name: 'author', type: 'relationship', relationTo: 'staff', index: true }),
    ],
    hooks: { beforeChange: [keepSharedSafetyPlan] },
  },
  {
    scope: { owner: 'author' },
    part2: [],
    audit: 'chart',
    actions: [shareSafetyPlan],
    confidential: { subject: 'patient' },
  },
)
