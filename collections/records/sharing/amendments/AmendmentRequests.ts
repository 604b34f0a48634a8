import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { amendableClasses, amendmentGrounds } from '@/src/domain/sharing/amendments'
import { requestChannels } from '@/src/domain/sharing/requests'
import { confidentialText } from '../../../fields/confidentialText'
import { managed } from '../../../fields/managed'
import { uniqueKeyField } from '../../../fields/uniqueKeyField'
import { acceptAmendment } from './actions/acceptAmendment'
import { askAmendment } from './actions/askAmendment'
import { denyAmendment } from './actions/denyAmendment'
import { disagree } from './actions/disagree'
import { enterAmendment } from './actions/enterAmendment'
import { extendAmendment } from './actions/extendAmendment'
import { withdrawAmendment } from './actions/withdrawAmendment'

const options = (list: readonly { value: string; label: string }[]) =>
  list.map(({ value, label }) => ({ value, label }))

/**
 * A patient asks to change what the record says (45 CFR 164.526). Nothing that was signed changes: what is
 * right is added to it, and where it is not, what the patient says about it travels with the record. Who acts for
 * the patient with the right to records asks for them, and sees no request but their own.
 */
export const AmendmentRequests: CollectionConfig = secureCollection(
  {
    slug: 'amendment-requests',
    labels: { singular: 'Request to change the record', plural: 'Requests to change records' },
    defaultSort: 'dueOn',
    admin: {
      group: 'Patients',
      useAsTitle: 'receivedOn',
      defaultColumns: ['patient', 'about', 'status', 'receivedOn', 'dueOn'],
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
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'To be answered' },
          { value: 'accepted', label: 'Accepted' },
          { value: 'denied', label: 'Denied' },
          { value: 'withdrawn', label: 'Withdrawn' },
        ],
      }),
      managed({
        name: 'about',
        type: 'select',
        label: 'About',
        required: true,
        options: options(amendableClasses),
      }),
      managed({ name: 'note', type: 'relationship', relationTo: 'progress-notes', index: true }),
      managed({
        name: 'portalUser',
        type: 'relationship',
        relationTo: 'portal-users',
        index: true,
        label: 'Asked by, for the patient',
      }),
      managed({ name: 'channel', type: 'select', label: 'How', options: options(requestChannels) }),
      confidentialText({ name: 'wrong', label: 'What is wrong or missing', readOnly: true }),
      confidentialText({ name: 'wish', label: 'What it should say', readOnly: true }),
      confidentialText({
        name: 'toTell',
        label: 'Whom to tell when it was changed',
        rows: 2,
        readOnly: true,
      }),
      managed({ name: 'receivedOn', type: 'text', required: true, index: true, label: 'Received' }),
      managed({ name: 'dueOn', type: 'text', required: true, index: true, label: 'Due on' }),
      managed({ name: 'extendedAt', type: 'date' }),
      confidentialText({
        name: 'extensionReason',
        label: 'Why it takes longer',
        rows: 2,
        readOnly: true,
      }),
      managed({ name: 'closedAt', type: 'date' }),
      managed({ name: 'closedBy', type: 'relationship', relationTo: 'staff', index: true }),
      managed({
        name: 'addendum',
        type: 'relationship',
        relationTo: 'addenda',
        index: true,
        label: 'What was added',
      }),
      confidentialText({ name: 'answer', label: 'What was done', rows: 3, readOnly: true }),
      confidentialText({ name: 'told', label: 'Who was told', rows: 2, readOnly: true }),
      managed({
        name: 'denialGround',
        type: 'select',
        label: 'Ground',
        options: options(amendmentGrounds),
      }),
      confidentialText({
        name: 'denialReason',
        label: 'Why it was denied',
        rows: 3,
        readOnly: true,
      }),
      managed({ name: 'disagreedAt', type: 'date', index: true }),
      confidentialText({ name: 'statement', label: 'Statement of disagreement', readOnly: true }),
    ],
  },
  {
    audit: 'chart',
    actions: [
      askAmendment,
      enterAmendment,
      extendAmendment,
      acceptAmendment,
      denyAmendment,
      disagree,
      withdrawAmendment,
    ],
    part2: [{ column: 'note', slug: 'progress-notes' }],
    scope: { owner: 'closedBy' },
    confidential: { subject: 'patient' },
  },
)
