import type { CollectionConfig, Field } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import {
  type IntakePart,
  PATIENT_PARTS,
  PLAN_PARTS,
  REQUIRED_PARTS,
  REVIEWED_PARTS,
} from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { fixedRelation, patientField } from '../fields/patientField'
import { signatureFields } from '../fields/signatureFields'
import { cosignAction } from '../signing/cosignAction'
import { returnIntake } from './actions/returnIntake'
import { signIntake } from './actions/signIntake'
import { submitHistory } from './actions/submitHistory'
import { afterFinalIntake } from './afterFinalIntake'
import { assessmentReadinessEndpoint } from './assessmentReadinessEndpoint'
import { intakeHash } from './canonicalIntake'
import { keepIntake } from './keepIntake'

const textOf = ({ help, key, label }: IntakePart): Field =>
  confidentialText({ name: key, label, description: help })

const code = (name: string, label: string, description?: string): Field =>
  confidentialText({ name, label, description, rows: 1, maxLength: 500 })

/** The first assessment: what the patient wrote before, and what the clinician found. */
export const IntakeAssessments: CollectionConfig = secureCollection(
  {
    slug: 'intake-assessments',
    labels: { singular: 'Intake assessment', plural: 'Intake assessments' },
    defaultSort: '-startedAt',
    admin: {
      group: 'Records',
      useAsTitle: 'serviceDate',
      defaultColumns: ['patient', 'status', 'serviceDate', 'author', 'signedAt'],
    },
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      patientField(),
      fixedRelation({ name: 'appointment', relationTo: 'appointments' }),
      managed({ name: 'session', type: 'relationship', relationTo: 'sessions', index: true }),
      managed({ name: 'author', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'serviceDate', type: 'text', index: true, label: 'Service date' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'Waiting for the patient' },
          { value: 'submittedByPatient', label: 'Handed in by the patient' },
          { value: 'draft', label: 'Draft' },
          { value: 'returned', label: 'Returned' },
          { value: 'pendingCosign', label: 'Waiting for co-signature' },
          { value: 'signed', label: 'Signed' },
        ],
      }),
      managed({ name: 'startedAt', type: 'date', index: true }),
      managed({ name: 'submittedAt', type: 'date' }),
      {
        type: 'collapsible',
        label: 'What the patient wrote',
        admin: { initCollapsed: true },
        fields: PATIENT_PARTS.map(textOf),
      },
      {
        type: 'collapsible',
        label: 'Presenting problem, risk, formulation, plan',
        fields: REQUIRED_PARTS.map(textOf),
      },
      {
        type: 'collapsible',
        label: 'History',
        admin: { initCollapsed: true },
        fields: [
          ...REVIEWED_PARTS.map(textOf),
          code(
            'reviews',
            'Answers about these sections',
            'Such as trauma:deferred allergies:none.',
          ),
        ],
      },
      {
        type: 'collapsible',
        label: 'Mental status',
        admin: { initCollapsed: true },
        fields: MENTAL_STATUS.map(({ codes, key, label }) =>
          code(key, label, codes.map(({ value }) => value).join(', ')),
        ),
      },
      {
        type: 'collapsible',
        label: 'Risk codes and what the plan starts from',
        fields: [
          code('riskIdeation', 'Thoughts of suicide or harm'),
          code('riskAcute', 'Acute risk'),
          code('riskChronic', 'Chronic risk'),
          ...PLAN_PARTS.map(textOf),
        ],
      },
      managed({ name: 'isFinal', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'isLateEntry', type: 'checkbox', defaultValue: false }),
      managed({ name: 'lateLabel', type: 'text' }),
      ...signatureFields(),
      confidentialText({
        name: 'returnComment',
        label: "Supervisor's comment",
        rows: 2,
        readOnly: true,
      }),
    ],
    endpoints: [assessmentReadinessEndpoint],
    hooks: { beforeChange: [keepIntake] },
  },
  {
    scope: { owner: 'author' },
    audit: 'chart',
    actions: [
      submitHistory,
      signIntake,
      cosignAction({
        slug: 'intake-assessments',
        hashOf: intakeHash,
        afterwards: afterFinalIntake,
      }),
      returnIntake,
    ],
    part2: [{ column: 'session', slug: 'sessions' }],
    confidential: { subject: 'patient' },
  },
)
