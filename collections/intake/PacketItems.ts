import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { instantField } from '../fields/scalars'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { episodeField, stampEpisode } from '../treatment/episodes/episodeField'
import { completePacket } from './actions/completePacket'
import { waivePacketItem } from './actions/waivePacketItem'
import { keyPacketItem } from './keyPacketItem'

/**
 * What a patient has to do before the first visit, one row per thing. What a minor did for care they consented to
 * alone is not there for a parent, done or not.
 */
export const PacketItems: CollectionConfig = secureCollection(
  {
    slug: 'packet-items',
    labels: { singular: 'Packet item', plural: 'Packet' },
    defaultSort: 'order',
    admin: {
      group: 'Patients',
      useAsTitle: 'title',
      defaultColumns: ['title', 'patient', 'kind', 'status'],
    },
    fields: [
      uniqueKeyField(),
      {
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      },
      { name: 'appointment', type: 'relationship', relationTo: 'appointments', index: true },
      {
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: [
          { value: 'consent', label: 'Text to sign' },
          { value: 'history', label: 'History' },
          { value: 'measure', label: 'Questionnaire' },
          { value: 'details', label: 'Date of birth and address' },
          { value: 'insuranceCard', label: 'Insurance card' },
          { value: 'emergencyContact', label: 'Emergency contact' },
        ],
      },
      { name: 'title', type: 'text', required: true },
      {
        name: 'reference',
        type: 'text',
        admin: { description: 'Which text or questionnaire it is about.' },
      },
      { name: 'order', type: 'number', defaultValue: 0 },
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'open',
        index: true,
        options: [
          { value: 'open', label: 'Open' },
          { value: 'done', label: 'Done' },
          { value: 'waived', label: 'Waived' },
        ],
      }),
      managed(instantField({ name: 'doneAt' })),
      episodeField(),
      confidentialText({ name: 'waiveReason', readOnly: true }),
      managed({ name: 'waivedBy', type: 'relationship', relationTo: 'staff' }),
    ],
    hooks: {
      beforeValidate: [keyPacketItem],
      beforeChange: [stampEpisode({ appointment: 'appointments' })],
    },
  },
  {
    audit: 'chart',
    actions: [completePacket, waivePacketItem],
    confidential: { subject: 'patient' },
  },
)
