import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { episodeField, stampEpisode } from '../../treatment/episodes/episodeField'
import { fixedRelation, inheritedPatientField } from '../fields/patientField'
import { signatureFields } from '../fields/signatureFields'
import { cosignAction } from '../signing/cosignAction'
import { signAddendum } from './actions/signAddendum'
import { addendumHash } from './addendumHash'
import { numberAddendum } from './numberAddendum'

/** What is added to a signed note or intake assessment; the original stays as it is. */
export const Addenda: CollectionConfig = secureCollection(
  {
    slug: 'addenda',
    labels: { singular: 'Addendum', plural: 'Addenda' },
    defaultSort: 'number',
    admin: {
      group: 'Records',
      useAsTitle: 'kind',
      defaultColumns: ['patient', 'kind', 'number', 'author', 'status', 'signedAt'],
    },
    fields: [
      managed({
        name: 'uniqueKey',
        type: 'text',
        unique: true,
        index: true,
        admin: { hidden: true },
      }),
      fixedRelation({ name: 'note', relationTo: 'progress-notes' }),
      fixedRelation({
        name: 'assessment',
        relationTo: 'intake-assessments',
        label: 'Intake assessment',
      }),
      inheritedPatientField(),
      managed({ name: 'author', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'number', type: 'number', index: true }),
      managed({ name: 'serviceDate', type: 'text', label: 'Service date' }),
      {
        name: 'kind',
        type: 'select',
        required: true,
        defaultValue: 'addendum',
        options: [
          { value: 'addendum', label: 'Addendum' },
          { value: 'correction', label: 'Correction' },
          { value: 'lateEntry', label: 'Late entry' },
          { value: 'clarification', label: 'Clarification' },
          { value: 'patientRequest', label: "At the patient's request" },
        ],
      },
      confidentialText({ name: 'text', label: 'Text' }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'draft',
        index: true,
        options: [
          { value: 'draft', label: 'Draft' },
          { value: 'pendingCosign', label: 'Waiting for co-signature' },
          { value: 'signed', label: 'Signed' },
        ],
      }),
      managed({ name: 'isFinal', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'isShared', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'isOpenToProxies', type: 'checkbox', defaultValue: true, index: true }),
      episodeField(),
      ...signatureFields(),
    ],
    hooks: {
      beforeChange: [
        numberAddendum,
        stampEpisode({ note: 'progress-notes', assessment: 'intake-assessments' }),
      ],
    },
  },
  {
    scope: { owner: 'author' },
    audit: 'chart',
    actions: [signAddendum, cosignAction({ slug: 'addenda', hashOf: addendumHash })],
    part2: [
      { column: 'note', slug: 'progress-notes' },
      { column: 'assessment', slug: 'intake-assessments' },
    ],
    confidential: { subject: 'patient' },
  },
)
