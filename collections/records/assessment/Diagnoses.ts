import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { dayField } from '../../fields/scalars'
import { patientField } from '../fields/patientField'
import { confirmDiagnosis } from './actions/confirmDiagnosis'
import { resolveDiagnosis } from './actions/resolveDiagnosis'
import { sayProvisional, stampDiagnosis } from './stampDiagnosis'

// ICD-10-CM: letter, digit, digit or A/B, then up to four more after the dot.
const codePattern = /^[A-TV-Z]\d[0-9AB](\.[0-9A-TV-Z]{1,4})?$/

const isFixed = () => false

/** The diagnosis list of a patient, principal first. */
export const Diagnoses: CollectionConfig = secureCollection(
  {
    slug: 'diagnoses',
    labels: { singular: 'Diagnosis', plural: 'Diagnoses' },
    defaultSort: 'rank',
    admin: {
      group: 'Care',
      useAsTitle: 'code',
      defaultColumns: ['patient', 'rank', 'code', 'description', 'status', 'diagnosedOn'],
    },
    indexes: [{ fields: ['patient', 'status'] }],
    fields: [
      patientField(),
      {
        name: 'code',
        type: 'text',
        required: true,
        index: true,
        label: 'ICD-10-CM code',
        access: { update: isFixed },
        validate: (value: unknown) =>
          typeof value === 'string' && codePattern.test(value)
            ? true
            : 'Enter an ICD-10-CM code with its dot, for example F41.1.',
      },
      { name: 'description', type: 'text', required: true },
      { name: 'rank', type: 'number', required: true, defaultValue: 1, min: 1, max: 12 },
      dayField({ name: 'diagnosedOn', label: 'Diagnosed on', required: true, index: true }),
      {
        name: 'isProvisional',
        type: 'checkbox',
        defaultValue: false,
        label: 'Not certain yet',
        admin: { description: 'A provisional diagnosis waits for confirmation.' },
        access: { update: isFixed },
      },
      { name: 'isShared', type: 'checkbox', defaultValue: false, label: 'Show to the patient' },
      confidentialText({ name: 'specifiers', rows: 2 }),
      confidentialText({ name: 'basis', label: 'Criteria and history it rests on' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'provisional',
        index: true,
        options: [
          { value: 'provisional', label: 'Provisional' },
          { value: 'active', label: 'Active' },
          { value: 'resolved', label: 'Resolved' },
          { value: 'ruledOut', label: 'Ruled out' },
        ],
      }),
      managed({ name: 'endedOn', type: 'text', index: true }),
      managed({ name: 'diagnosedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'confirmedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'confirmedAt', type: 'date' }),
      { name: 'notice', type: 'text', virtual: true, admin: { readOnly: true } },
    ],
    hooks: { beforeChange: [stampDiagnosis], afterRead: [sayProvisional] },
  },
  {
    scope: { owner: 'diagnosedBy' },
    part2: [],
    audit: 'chart',
    actions: [confirmDiagnosis, resolveDiagnosis],
    confidential: { subject: 'patient' },
  },
)
