import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { patientField } from '../../records/fields/patientField'
import { signatureFields } from '../../records/fields/signatureFields'
import { episodeField, stampEpisode } from '../episodes/episodeField'
import { approvePlan } from './actions/approvePlan'
import { declinePlan } from './actions/declinePlan'
import { extendPlan } from './actions/extendPlan'
import { readyPlan } from './actions/readyPlan'
import { recordAgreement } from './actions/recordAgreement'
import { returnPlan } from './actions/returnPlan'
import { revisePlan } from './actions/revisePlan'
import { sharePlan } from './actions/sharePlan'
import { signPlan } from './actions/signPlan'
import { planReadinessEndpoint } from './planReadinessEndpoint'
import { startPlan } from './startPlan'

/**
 * One version of a treatment plan. A version is a row of its own, so that notes keep pointing at the
 * one that was in force; problems, goals, objectives and interventions are rows that point here.
 */
export const TreatmentPlans: CollectionConfig = secureCollection(
  {
    slug: 'treatment-plans',
    labels: { singular: 'Treatment plan', plural: 'Treatment plans' },
    defaultSort: '-version',
    admin: {
      group: 'Care',
      useAsTitle: 'title',
      defaultColumns: ['patient', 'version', 'status', 'effectiveDate', 'reviewOn'],
    },
    indexes: [{ fields: ['patient', 'status'] }],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      managed({ name: 'title', type: 'text' }),
      patientField(),
      managed({ name: 'planKey', type: 'text', index: true, admin: { hidden: true } }),
      managed({ name: 'version', type: 'number', defaultValue: 1 }),
      managed({
        name: 'supersedes',
        type: 'relationship',
        relationTo: 'treatment-plans',
        index: true,
      }),
      managed({ name: 'nextVersion', type: 'number', admin: { hidden: true } }),
      managed({
        name: 'intakeAssessment',
        type: 'relationship',
        relationTo: 'intake-assessments',
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'draft',
        index: true,
        options: [
          { value: 'draft', label: 'Draft' },
          { value: 'underReview', label: 'With the supervisor' },
          { value: 'ready', label: 'Ready to share' },
          { value: 'shared', label: 'Waiting for the signature' },
          { value: 'active', label: 'Active' },
          { value: 'declined', label: 'Declined' },
          { value: 'superseded', label: 'Replaced' },
          { value: 'closed', label: 'Closed' },
        ],
      }),
      confidentialText({ name: 'strengths', label: 'Strengths' }),
      confidentialText({ name: 'barriers', label: 'Barriers' }),
      confidentialText({ name: 'natureOfService', label: 'Nature of the service', rows: 2 }),
      confidentialText({ name: 'frequency', label: 'Frequency', rows: 1 }),
      confidentialText({ name: 'schedule', label: 'Length of sessions and treatment', rows: 2 }),
      confidentialText({ name: 'dischargeCriteria', label: 'Treatment is complete when', rows: 2 }),
      confidentialText({ name: 'coordination', label: 'Coordination with others', rows: 2 }),
      managed({ name: 'author', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'effectiveDate', type: 'text', index: true, label: 'In force from' }),
      managed({ name: 'endedOn', type: 'text', index: true, label: 'In force until' }),
      managed({ name: 'reviewOn', type: 'text', index: true, label: 'Review due' }),
      managed({
        name: 'dueExtensionDays',
        type: 'number',
        defaultValue: 0,
        label: 'Extension in days',
      }),
      managed({ name: 'isShared', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'sharedAt', type: 'date' }),
      ...signatureFields(),
      confidentialText({
        name: 'returnComment',
        label: "Supervisor's comment",
        rows: 2,
        readOnly: true,
      }),
      managed({
        name: 'agreement',
        type: 'select',
        options: [
          { value: 'signed', label: 'Signed' },
          { value: 'verbal', label: 'Agreed by word of mouth' },
          { value: 'refused', label: 'Refused or disagreed' },
        ],
      }),
      confidentialText({
        name: 'agreementNote',
        label: 'What was said about it',
        rows: 2,
        readOnly: true,
      }),
      managed({ name: 'agreedAt', type: 'date' }),
      managed({ name: 'agreedByName', type: 'text' }),
      managed({ name: 'agreedHash', type: 'text' }),
      managed({ name: 'agreementRecordedBy', type: 'relationship', relationTo: 'staff' }),
      episodeField(),
    ],
    endpoints: [planReadinessEndpoint],
    hooks: { beforeChange: [startPlan, stampEpisode({ supersedes: 'treatment-plans' })] },
  },
  {
    scope: { owner: 'author' },
    audit: 'chart',
    actions: [
      readyPlan,
      sharePlan,
      signPlan,
      declinePlan,
      recordAgreement,
      approvePlan,
      returnPlan,
      revisePlan,
      extendPlan,
    ],
    confidential: { subject: 'patient' },
  },
)
