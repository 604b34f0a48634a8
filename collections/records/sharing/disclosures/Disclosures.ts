import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { legalBases } from '@/src/domain/sharing/legalBases'
import {
  recipientKinds,
  sendMethods,
  sharingPurposes,
  verifications,
} from '@/src/domain/sharing/recipients'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { cancelDisclosure } from './actions/cancelDisclosure'
import { hideDisclosure } from './actions/hideDisclosure'
import { prepareDisclosure } from './actions/prepareDisclosure'
import { recordDisclosure } from './actions/recordDisclosure'
import { sendDisclosure } from './actions/sendDisclosure'

/** Everything that left a chart or waits to: to whom, what, why, on what ground. Once sent it stands still. */
export const Disclosures: CollectionConfig = secureCollection(
  {
    slug: 'disclosures',
    defaultSort: '-preparedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'recipientName',
      defaultColumns: ['recipientName', 'patient', 'basis', 'status', 'sentOn', 'isCountable'],
      description: 'What was shared with whom, and what waits to be sent.',
    },
    indexes: [{ fields: ['patient', 'sentOn'] }],
    fields: [
      uniqueKeyField(),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'prepared',
        index: true,
        options: [
          { value: 'prepared', label: 'Waits to be sent' },
          { value: 'sent', label: 'Sent' },
          { value: 'cancelled', label: 'Not sent' },
        ],
      }),
      managed({
        name: 'basis',
        type: 'select',
        label: 'On what ground',
        required: true,
        index: true,
        options: legalBases.map(({ value, label }) => ({ value, label })),
      }),
      managed({
        name: 'isCountable',
        type: 'checkbox',
        label: 'Listed for the patient (45 CFR 164.528)',
        defaultValue: false,
      }),
      managed({ name: 'release', type: 'relationship', relationTo: 'releases', index: true }),
      managed({
        name: 'request',
        type: 'relationship',
        relationTo: 'record-requests',
        index: true,
      }),
      managed({
        name: 'isPart2',
        type: 'checkbox',
        label: 'With Part 2 records',
        defaultValue: false,
      }),
      managed({
        name: 'part2Consent',
        type: 'relationship',
        relationTo: 'releases',
        label: 'Part 2 consent',
        index: true,
      }),
      managed({ name: 'classes', type: 'text', label: 'What' }),
      managed({ name: 'recordsFrom', type: 'text', label: 'Records from' }),
      managed({ name: 'recordsTo', type: 'text', label: 'Records up to' }),
      confidentialText({ name: 'what', label: 'What, in words', rows: 2, readOnly: true }),
      managed({
        name: 'recipientKind',
        type: 'select',
        label: 'Kind of recipient',
        required: true,
        options: [...recipientKinds],
      }),
      managed({ name: 'recipientName', type: 'text', label: 'Recipient', required: true }),
      confidentialText({
        name: 'recipientAddress',
        label: 'Address, fax or e-mail',
        rows: 2,
        readOnly: true,
      }),
      managed({
        name: 'purposeCode',
        type: 'select',
        label: 'What for',
        required: true,
        options: [...sharingPurposes],
      }),
      confidentialText({ name: 'purpose', label: 'More about it', rows: 2, readOnly: true }),
      managed({ name: 'method', type: 'select', label: 'How', options: [...sendMethods] }),
      managed({
        name: 'verifiedBy',
        type: 'select',
        label: 'How we made sure who it is',
        options: [...verifications],
      }),
      managed({ name: 'preparedAt', type: 'date', index: true }),
      managed({ name: 'preparedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'sentAt', type: 'date' }),
      managed({ name: 'sentOn', type: 'text', index: true, label: 'Sent on' }),
      managed({ name: 'sentBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'contentHash', type: 'text', label: 'Fingerprint of this entry (SHA-256)' }),
      managed({ name: 'cancelledAt', type: 'date' }),
      managed({ name: 'cancelReason', type: 'text', label: 'Why it was not sent' }),
      managed({
        name: 'hiddenUntil',
        type: 'text',
        index: true,
        label: 'Not told to the patient before',
      }),
      confidentialText({
        name: 'hiddenReason',
        label: 'Who asked for that',
        rows: 2,
        readOnly: true,
      }),
    ],
  },
  {
    audit: 'chart',
    actions: [
      prepareDisclosure,
      recordDisclosure,
      sendDisclosure,
      cancelDisclosure,
      hideDisclosure,
    ],
    scope: { owner: 'preparedBy' },
    confidential: { subject: 'patient' },
  },
)
