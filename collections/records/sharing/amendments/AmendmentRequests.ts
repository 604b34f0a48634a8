import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { amendableClasses, amendmentGrounds } from '@/src/domain/sharing/amendments'
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
import { acceptAmendment } from './actions/acceptAmendment'
import { askAmendment } from './actions/askAmendment'
import { denyAmendment } from './actions/denyAmendment'
import { disagree } from './actions/disagree'
import { enterAmendment } from './actions/enterAmendment'
import { extendAmendment } from './actions/extendAmendment'
import { withdrawAmendment } from './actions/withdrawAmendment'

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
        options: optionsOf(amendableClasses),
      }),
      managed({ name: 'note', type: 'relationship', relationTo: 'progress-notes', index: true }),
      askerField(),
      channelField(),
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
      ...extensionFields(),
      ...closingFields(),
      managed({
        name: 'addendum',
        type: 'relationship',
        relationTo: 'addenda',
        index: true,
        label: 'What was added',
      }),
      confidentialText({ name: 'answer', label: 'What was done', rows: 3, readOnly: true }),
      confidentialText({ name: 'told', label: 'Who was told', rows: 2, readOnly: true }),
      ...denialFields(amendmentGrounds),
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
