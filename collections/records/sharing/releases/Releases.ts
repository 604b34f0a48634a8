import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { releaseKinds } from '@/src/domain/sharing/releaseKinds'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { cancelRelease } from './actions/cancelRelease'
import { declineRelease } from './actions/declineRelease'
import { giveRelease } from './actions/giveRelease'
import { prepareRelease } from './actions/prepareRelease'
import { revokeRelease } from './actions/revokeRelease'
import { signRelease } from './actions/signRelease'

/** What a patient allows to be shared with whom, what for and until when; signed once, then it stands still. */
export const Releases: CollectionConfig = secureCollection(
  {
    slug: 'releases',
    defaultSort: '-preparedAt',
    admin: {
      group: 'Patients',
      useAsTitle: 'recipientName',
      defaultColumns: ['recipientName', 'patient', 'kind', 'status', 'expiresOn'],
      description:
        'What patients allow us to share. Ending one stops everything that waits to be sent under it.',
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
        required: true,
        defaultValue: 'general',
        index: true,
        options: releaseKinds.map(({ value, label }) => ({ value, label })),
      }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'pending',
        index: true,
        options: [
          { value: 'pending', label: 'Waiting for the signature' },
          { value: 'active', label: 'Signed' },
          { value: 'declined', label: 'The patient said no' },
          { value: 'cancelled', label: 'Withdrawn before it was signed' },
          { value: 'revoked', label: 'Taken back' },
          { value: 'expired', label: 'Over' },
        ],
      }),
      managed({ name: 'classes', type: 'text', label: 'What' }),
      managed({ name: 'recordsFrom', type: 'text', label: 'Records from' }),
      managed({ name: 'recordsTo', type: 'text', label: 'Records up to' }),
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
      managed({ name: 'expiresOn', type: 'text', index: true, label: 'Until' }),
      managed({ name: 'preparedAt', type: 'date', index: true }),
      managed({ name: 'preparedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({ name: 'signedAt', type: 'date' }),
      managed({ name: 'signerName', type: 'text' }),
      managed({
        name: 'signerKind',
        type: 'select',
        options: [
          { value: 'patient', label: 'Patient, on the private page' },
          { value: 'paper', label: 'On paper, seen by staff' },
        ],
      }),
      managed({ name: 'witness', type: 'relationship', relationTo: 'staff', index: true }),
      managed({
        name: 'contentHash',
        type: 'text',
        label: 'Fingerprint of what was signed (SHA-256)',
      }),
      managed({ name: 'endedAt', type: 'date' }),
      managed({ name: 'endedBy', type: 'relationship', relationTo: 'staff', index: true }),
      confidentialText({ name: 'endReason', label: 'Why it ended', rows: 2, readOnly: true }),
    ],
  },
  {
    audit: 'chart',
    actions: [
      prepareRelease,
      giveRelease,
      signRelease,
      declineRelease,
      cancelRelease,
      revokeRelease,
    ],
    scope: { owner: 'preparedBy' },
    confidential: { subject: 'patient' },
  },
)
