import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { exportFormats } from '@/src/domain/sharing/exports'
import { legalBases } from '@/src/domain/sharing/legalBases'
import {
  recipientKinds,
  sendMethods,
  sharingPurposes,
  verifications,
} from '@/src/domain/sharing/recipients'
import {
  blockingExceptions,
  denialGrounds,
  requesterKinds,
  requestKinds,
} from '@/src/domain/sharing/requests'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import {
  askerField,
  channelField,
  closingFields,
  denialFields,
  extensionFields,
  optionsOf,
} from '../requestFields'
import { askForRecords } from './actions/askForRecords'
import { askReview } from './actions/askReview'
import { denyRequest } from './actions/denyRequest'
import { enterRequest } from './actions/enterRequest'
import { extendRequest } from './actions/extendRequest'
import { fulfilRequest } from './actions/fulfilRequest'
import { refuseRequest } from './actions/refuseRequest'
import { reviewDenial } from './actions/reviewDenial'
import { verifyRequest } from './actions/verifyRequest'
import { withdrawRequest } from './actions/withdrawRequest'
import { letterEndpoint } from './letterEndpoint'

/**
 * Somebody asks for records, or for a list of who got them; the clock of the law runs from that day (R62). Who acts
 * for the patient with the right to records asks on the private page, sees no request but their own, and is given
 * no more than they may read there.
 */
export const RecordRequests: CollectionConfig = secureCollection(
  {
    slug: 'record-requests',
    labels: { singular: 'Request for records', plural: 'Requests for records' },
    defaultSort: 'dueOn',
    admin: {
      group: 'Patients',
      useAsTitle: 'requesterName',
      defaultColumns: ['requesterName', 'patient', 'kind', 'status', 'receivedOn', 'dueOn'],
    },
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
        name: 'kind',
        type: 'select',
        label: 'For what',
        required: true,
        options: optionsOf(requestKinds),
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'To be answered' },
          { value: 'fulfilled', label: 'Answered' },
          { value: 'denied', label: 'Denied' },
          { value: 'refused', label: 'Refused: no authorization' },
          { value: 'withdrawn', label: 'Withdrawn' },
        ],
      }),
      managed({
        name: 'requesterKind',
        type: 'select',
        label: 'Who asks',
        required: true,
        options: optionsOf(requesterKinds),
      }),
      askerField(),
      managed({ name: 'requesterName', type: 'text', label: 'Name', required: true }),
      confidentialText({ name: 'requesterAddress', label: 'Address', rows: 2, readOnly: true }),
      channelField(),
      confidentialText({ name: 'wishes', label: 'In their words', readOnly: true }),
      managed({
        name: 'receivedOn',
        type: 'text',
        required: true,
        index: true,
        label: 'Received on',
      }),
      managed({ name: 'dueOn', type: 'text', required: true, index: true, label: 'Due on' }),
      managed({
        name: 'verifiedHow',
        type: 'select',
        label: 'How we know who asks',
        options: optionsOf(verifications),
      }),
      managed({ name: 'verifiedAt', type: 'date' }),
      managed({ name: 'verifiedBy', type: 'relationship', relationTo: 'staff', index: true }),
      ...extensionFields(),
      managed({
        name: 'exception',
        type: 'select',
        label: 'Exception relied on (45 CFR 171)',
        options: optionsOf(blockingExceptions),
      }),
      managed({ name: 'classes', type: 'text', label: 'What' }),
      managed({ name: 'recordsFrom', type: 'text', label: 'Records from' }),
      managed({ name: 'recordsTo', type: 'text', label: 'Records up to' }),
      managed({ name: 'format', type: 'select', label: 'Form', options: optionsOf(exportFormats) }),
      managed({
        name: 'method',
        type: 'select',
        label: 'How it gets there',
        options: optionsOf(sendMethods),
      }),
      managed({
        name: 'basis',
        type: 'select',
        label: 'On what ground',
        options: optionsOf(legalBases),
      }),
      managed({ name: 'release', type: 'relationship', relationTo: 'releases', index: true }),
      managed({
        name: 'isPart2',
        type: 'checkbox',
        label: 'With Part 2 records',
        defaultValue: false,
      }),
      managed({
        name: 'recipientKind',
        type: 'select',
        label: 'Kind of recipient',
        options: optionsOf(recipientKinds),
      }),
      managed({ name: 'recipientName', type: 'text', label: 'Recipient' }),
      managed({
        name: 'purposeCode',
        type: 'select',
        label: 'What for',
        options: optionsOf(sharingPurposes),
      }),
      confidentialText({ name: 'purpose', label: 'More about it', rows: 2, readOnly: true }),
      ...closingFields(),
      managed({ name: 'deliveredAt', type: 'date', label: 'Taken by the patient' }),
      ...denialFields(denialGrounds),
      managed({ name: 'reviewAskedAt', type: 'date' }),
      managed({ name: 'reviewedAt', type: 'date' }),
      managed({ name: 'reviewedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({
        name: 'reviewOutcome',
        type: 'select',
        options: [
          { value: 'upheld', label: 'The denial stands' },
          { value: 'overturned', label: 'The records are given after all' },
        ],
      }),
      confidentialText({
        name: 'reviewReason',
        label: 'What the second look found',
        rows: 3,
        readOnly: true,
      }),
    ],
    endpoints: [letterEndpoint],
  },
  {
    audit: 'chart',
    actions: [
      askForRecords,
      enterRequest,
      verifyRequest,
      extendRequest,
      fulfilRequest,
      denyRequest,
      refuseRequest,
      askReview,
      reviewDenial,
      withdrawRequest,
    ],
    scope: { owner: 'closedBy' },
    confidential: { subject: 'patient' },
  },
)
