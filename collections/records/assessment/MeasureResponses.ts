import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { findMeasure, MEASURES } from '@/src/domain/measures/catalog'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { dayField } from '../../fields/scalars'
import { fixedRelation, patientField } from '../fields/patientField'
import { saveAnswers } from './actions/saveAnswers'
import { submitMeasure } from './actions/submitMeasure'
import { stampAssignment } from './stampAssignment'

/** One questionnaire for one patient: asked for, then answered and scored once. */
export const MeasureResponses: CollectionConfig = secureCollection(
  {
    slug: 'measure-responses',
    labels: { singular: 'Questionnaire', plural: 'Questionnaires' },
    defaultSort: '-assignedAt',
    admin: {
      group: 'Care',
      useAsTitle: 'measureId',
      defaultColumns: ['patient', 'measureId', 'status', 'total', 'band', 'submittedAt'],
    },
    indexes: [{ fields: ['patient', 'measureId'] }],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
        defaultValue: () => crypto.randomUUID(),
      }),
      patientField(),
      {
        name: 'measureId',
        label: 'Measure',
        type: 'select',
        required: true,
        index: true,
        options: [...new Set(MEASURES.map(({ id }) => id))].map((value) => ({
          value,
          label: findMeasure(value)?.title ?? value,
        })),
        access: { update: () => false },
      },
      managed({ name: 'measureVersion', type: 'text' }),
      fixedRelation({ name: 'appointment', relationTo: 'appointments' }),
      dayField({ name: 'dueOn', label: 'Due on' }),
      managed({ name: 'assignedAt', type: 'date', index: true }),
      managed({ name: 'assignedBy', type: 'relationship', relationTo: 'staff' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'assigned',
        index: true,
        options: [
          { value: 'assigned', label: 'To be answered' },
          { value: 'submitted', label: 'Answered' },
        ],
      }),
      confidentialText({ name: 'answers', label: 'Answers', readOnly: true }),
      managed({ name: 'submittedAt', type: 'date', index: true }),
      managed({ name: 'total', type: 'number', label: 'Score' }),
      managed({ name: 'band', type: 'text', label: 'Severity' }),
      managed({ name: 'missingCount', type: 'number', label: 'Empty questions' }),
      managed({ name: 'isProrated', type: 'checkbox', defaultValue: false }),
      managed({ name: 'isPositive', type: 'checkbox', defaultValue: false }),
      managed({ name: 'hasCritical', type: 'checkbox', defaultValue: false, index: true }),
      managed({
        name: 'enteredBy',
        type: 'select',
        options: [
          { value: 'patient', label: 'The patient' },
          { value: 'staff', label: 'Staff, for the patient' },
          { value: 'software', label: 'A device or form' },
        ],
      }),
      managed({ name: 'enteredByStaff', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: { beforeChange: [stampAssignment] },
  },
  { audit: 'chart', actions: [saveAnswers, submitMeasure], confidential: { subject: 'patient' } },
)
