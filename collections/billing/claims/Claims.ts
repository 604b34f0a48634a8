import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../../fields/confidentialText'
import { managed } from '../../fields/managed'
import { centsField, dayField, instantField } from '../../fields/scalars'
import { uniqueKeyField } from '../../fields/uniqueKeyField'
import { markAccepted } from './actions/markAccepted'
import { prepareClaim } from './actions/prepareClaim'
import { rejectClaim } from './actions/rejectClaim'
import { replaceClaim } from './actions/replaceClaim'
import { submitClaim } from './actions/submitClaim'
import { voidClaim } from './actions/voidClaim'
import { readinessEndpoint } from './readinessEndpoint'

export const claimStatuses = [
  { value: 'draft', label: 'Draft' },
  { value: 'needsAttention', label: 'Needs attention' },
  { value: 'ready', label: 'Ready to send' },
  { value: 'submitted', label: 'Sent' },
  { value: 'accepted', label: 'Accepted by the payer' },
  { value: 'rejected', label: 'Rejected: fix and send again' },
  { value: 'paid', label: 'Paid' },
  { value: 'partiallyPaid', label: 'Paid in part' },
  { value: 'denied', label: 'Denied' },
  { value: 'patientOwes', label: 'Answered: the patient owes' },
  { value: 'closed', label: 'Closed' },
  { value: 'voided', label: 'Voided' },
]

/** What is asked of a payer for a service. Lines are rows of their own (`claim-lines`). */
export const Claims: CollectionConfig = secureCollection(
  {
    slug: 'claims',
    defaultSort: 'filingDeadline',
    admin: {
      group: 'Billing',
      useAsTitle: 'controlNumber',
      defaultColumns: [
        'controlNumber',
        'patient',
        'payer',
        'serviceDate',
        'totalCents',
        'status',
        'openFindings',
        'filingDeadline',
      ],
    },
    indexes: [{ fields: ['status', 'filingDeadline'] }, { fields: ['answeredOn', 'status'] }],
    fields: [
      uniqueKeyField(),
      managed({
        name: 'controlNumber',
        type: 'text',
        label: 'Claim number',
        required: true,
        unique: true,
        index: true,
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'draft',
        index: true,
        options: claimStatuses,
      }),
      managed({ name: 'patient', type: 'relationship', relationTo: 'patients', index: true }),
      managed({ name: 'clinician', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'session', type: 'relationship', relationTo: 'sessions', index: true }),
      managed({ name: 'charge', type: 'relationship', relationTo: 'charges', index: true }),
      managed({
        name: 'policy',
        type: 'relationship',
        relationTo: 'insurance-policies',
        index: true,
      }),
      managed({ name: 'payer', type: 'relationship', relationTo: 'payers', index: true }),
      managed(dayField({ name: 'serviceDate', index: true })),
      managed(centsField({ name: 'totalCents', label: 'Total' })),
      managed({ name: 'diagnosisCodes', type: 'text' }),
      managed({
        name: 'frequency',
        type: 'select',
        label: 'Kind',
        defaultValue: '1',
        options: [
          { value: '1', label: 'Original' },
          { value: '7', label: 'Replaces an earlier one' },
          { value: '8', label: 'Voids an earlier one' },
        ],
      }),
      managed({ name: 'originalClaim', type: 'relationship', relationTo: 'claims', index: true }),
      managed({ name: 'isReplaced', type: 'checkbox', defaultValue: false }),
      managed({
        name: 'payerClaimNumber',
        type: 'text',
        label: "The payer's claim number",
        index: true,
      }),
      managed({
        name: 'isGreen',
        type: 'checkbox',
        label: 'Nothing is missing',
        defaultValue: false,
      }),
      managed({ name: 'openFindings', type: 'number', label: 'Still missing', defaultValue: 0 }),
      managed(instantField({ name: 'checkedAt' })),
      managed(dayField({ name: 'filingDeadline', label: 'File by', index: true })),
      managed(dayField({ name: 'filingAlarmFrom', label: 'Urgent from', index: true })),
      { name: 'referralNumber', type: 'text', maxLength: 50 },
      {
        name: 'hasProofOfTimelyFiling',
        type: 'checkbox',
        label: 'Proof of timely filing is on file',
        defaultValue: false,
      },
      managed(instantField({ name: 'submittedAt', index: true })),
      managed({ name: 'submittedBy', type: 'relationship', relationTo: 'staff' }),
      managed({ name: 'batch', type: 'relationship', relationTo: 'claim-batches', index: true }),
      managed({ name: 'batchNumber', type: 'number', admin: { hidden: true } }),
      managed(dayField({ name: 'acceptedOn' })),
      managed({ name: 'reason', type: 'text', label: 'Why it was rejected or voided' }),
      managed(centsField({ name: 'paidCents', label: 'Paid', isSigned: true })),
      managed(centsField({ name: 'patientShareCents', label: "Patient's share", isSigned: true })),
      managed(centsField({ name: 'contractualCents', label: 'Contractual', isSigned: true })),
      managed(centsField({ name: 'deniedCents', label: 'Denied', isSigned: true })),
      managed({ name: 'denialCodes', type: 'text', label: 'Reasons of the payer' }),
      managed({
        name: 'isForwarded',
        type: 'checkbox',
        label: 'The payer sent it on to another one',
        defaultValue: false,
      }),
      managed(dayField({ name: 'answeredOn', label: 'Payer answered on' })),
      managed({ name: 'lastPosting', type: 'text', admin: { hidden: true } }),
      managed({ name: 'fileProblem', type: 'text', admin: { hidden: true } }),
      confidentialText({ name: 'fileText', maxLength: 4_000_000, readOnly: true }),
    ],
    endpoints: [readinessEndpoint],
  },
  {
    scope: { owner: 'clinician' },
    audit: 'chart',
    confidential: { subject: 'patient' },
    actions: [prepareClaim, submitClaim, markAccepted, rejectClaim, replaceClaim, voidClaim],
  },
)
