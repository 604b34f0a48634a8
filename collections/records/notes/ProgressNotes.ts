import type { CollectionConfig, Field } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { RISK_IDEATION } from '@/src/domain/records/intakeSections'
import { NOTE_FIELD_LABELS, NOTE_FIELDS, NOTE_FORMATS } from '@/src/domain/records/noteFormats'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { instantField } from '../../fields/scalars'
import { checkTechniqueTags } from '../../treatment/checkTechniqueTags'
import { episodeField, stampEpisode } from '../../treatment/episodes/episodeField'
import { fixedRelation, patientField } from '../fields/patientField'
import { signatureFields } from '../fields/signatureFields'
import { cosignAction } from '../signing/cosignAction'
import { findWordsEndpoint } from '../words/findWordsEndpoint'
import { hideNote } from './actions/hideNote'
import { returnNote } from './actions/returnNote'
import { shareNote } from './actions/shareNote'
import { signNote } from './actions/signNote'
import { unhideNote } from './actions/unhideNote'
import { voidNote } from './actions/voidNote'
import { afterFinalNote } from './afterFinalNote'
import { noteHash } from './canonicalNote'
import { checkNoteCodes } from './checkNoteCodes'
import { noteReadinessEndpoint } from './noteReadinessEndpoint'
import { prefillNote } from './prefillNote'

const codes = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'text',
  maxLength: 2000,
  admin: { description },
})

/** Facts of the session, taken over when the note is made and once more when it is signed. */
const sessionSnapshot: Field[] = [
  managed({ name: 'serviceDate', type: 'text', index: true, label: 'Service date' }),
  managed({ name: 'startedAt', type: 'date' }),
  managed({ name: 'endedAt', type: 'date' }),
  managed({ name: 'minutes', type: 'number' }),
  managed({ name: 'zone', type: 'text' }),
  managed({ name: 'serviceCode', type: 'text' }),
  managed({ name: 'placeOfService', type: 'text' }),
  managed({ name: 'attendance', type: 'text' }),
]

/** One note in one set of fields; SOAP, DAP, BIRP and GIRP are views of it. */
export const ProgressNotes: CollectionConfig = secureCollection(
  {
    slug: 'progress-notes',
    labels: { singular: 'Progress note', plural: 'Progress notes' },
    defaultSort: '-serviceDate',
    admin: {
      group: 'Records',
      useAsTitle: 'serviceDate',
      defaultColumns: ['serviceDate', 'patient', 'author', 'kind', 'status', 'isLateEntry'],
    },
    indexes: [
      { fields: ['patient', 'serviceDate'] },
      { fields: ['author', 'status'] },
      // When the notes of many sessions were signed, without reading what is in them.
      { fields: ['session', 'status', 'signedAt'] },
    ],
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'session',
        index: true,
        options: [
          { value: 'session', label: 'Session' },
          { value: 'contact', label: 'Contact outside a session' },
        ],
        access: { update: () => false },
      },
      fixedRelation({ name: 'session', relationTo: 'sessions' }),
      managed({
        name: 'appointment',
        type: 'relationship',
        relationTo: 'appointments',
        index: true,
      }),
      patientField(),
      managed({
        name: 'author',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      }),
      {
        name: 'format',
        type: 'select',
        required: true,
        defaultValue: 'DAP',
        options: NOTE_FORMATS.map((value) => ({ value, label: value })),
      },
      ...NOTE_FIELDS.map((name) => confidentialText({ name, label: NOTE_FIELD_LABELS[name] })),
      codes('techniqueTags', 'Techniques', 'Codes of the techniques, with spaces between them.'),
      codes('objectiveKeys', 'Objectives worked on', 'Keys of objectives of the plan in force.'),
      codes(
        'diagnosisIds',
        'Diagnoses addressed',
        'Ids of diagnoses of the patient, principal first.',
      ),
      { name: 'riskStatus', type: 'select', label: 'Risk line', options: [...RISK_IDEATION] },
      confidentialText({ name: 'riskLine', label: 'About risk, for the team', rows: 2 }),
      instantField({ name: 'contactAt', label: 'Contact at' }),
      { name: 'contactMinutes', type: 'number', label: 'Minutes', min: 0, max: 600 },
      {
        name: 'contactKind',
        type: 'select',
        label: 'Kind of contact',
        options: [
          { value: 'phone', label: 'Call' },
          { value: 'message', label: 'Message' },
          { value: 'collateral', label: 'Talk with somebody else' },
          { value: 'missedVisit', label: 'Missed visit' },
        ],
      },
      confidentialText({ name: 'contactWith', label: 'Contact with', rows: 1, maxLength: 500 }),
      ...sessionSnapshot,
      managed({
        name: 'treatmentPlan',
        type: 'relationship',
        relationTo: 'treatment-plans',
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
          { value: 'returned', label: 'Returned' },
          { value: 'pendingCosign', label: 'Waiting for co-signature' },
          { value: 'signed', label: 'Signed' },
          { value: 'voided', label: 'Entered in error' },
        ],
      }),
      managed({ name: 'isFinal', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'isShared', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'sharedAt', type: 'date' }),
      managed({
        name: 'isOpenToProxies',
        type: 'checkbox',
        defaultValue: true,
        index: true,
        label: 'Those who act for the patient see it once it is shared',
      }),
      managed({
        name: 'hiddenFrom',
        type: 'select',
        label: 'Hidden in the portal from',
        options: [
          { value: 'proxies', label: 'Parents and proxies' },
          { value: 'everybody', label: 'Everybody' },
        ],
      }),
      managed({ name: 'hiddenAt', type: 'date' }),
      managed({ name: 'hiddenBy', type: 'relationship', relationTo: 'staff' }),
      confidentialText({
        name: 'hiddenReason',
        label: 'Why it is hidden in the portal',
        rows: 2,
        readOnly: true,
      }),
      episodeField(),
      managed({ name: 'isLateEntry', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'lateLabel', type: 'text' }),
      ...signatureFields(),
      confidentialText({
        name: 'returnComment',
        label: "Supervisor's comment",
        rows: 2,
        readOnly: true,
      }),
      managed({ name: 'voidedAt', type: 'date' }),
      managed({ name: 'voidedBy', type: 'relationship', relationTo: 'staff' }),
      confidentialText({
        name: 'voidReason',
        label: 'Why it was entered in error',
        rows: 2,
        readOnly: true,
      }),
    ],
    endpoints: [noteReadinessEndpoint, findWordsEndpoint],
    hooks: {
      beforeChange: [
        prefillNote,
        stampEpisode({ session: 'sessions' }),
        checkTechniqueTags,
        checkNoteCodes,
      ],
    },
  },
  {
    scope: { owner: 'author' },
    audit: 'chart',
    actions: [
      signNote,
      cosignAction({ slug: 'progress-notes', hashOf: noteHash, afterwards: afterFinalNote }),
      returnNote,
      shareNote,
      hideNote,
      unhideNote,
      voidNote,
    ],
    part2: [{ column: 'session', slug: 'sessions' }],
    confidential: { subject: 'patient' },
  },
)
