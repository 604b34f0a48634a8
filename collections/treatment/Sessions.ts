import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { dayField, instantField } from '../fields/scalars'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { completeSession } from './actions/completeSession'
import { stopSession } from './actions/stopSession'
import { APPOINTMENT_KINDS, VISIT_FORMATS } from './appointmentCodes'
import { checkTechniqueTags } from './checkTechniqueTags'
import { episodeField, stampEpisode } from './episodes/episodeField'
import { titleVisit, visitTitleField } from './titleVisit'

/** A meeting that took place: when it began and ended, what was done, which service it was. */
export const Sessions: CollectionConfig = secureCollection(
  {
    slug: 'sessions',
    defaultSort: '-startedAt',
    admin: {
      group: 'Care',
      useAsTitle: 'title',
      defaultColumns: ['serviceDate', 'patient', 'clinician', 'minutes', 'serviceCode', 'status'],
    },
    indexes: [
      { fields: ['patient', 'serviceDate'] },
      { fields: ['clinician', 'serviceDate'] },
      // What time was spent, by day.
      { fields: ['status', 'serviceDate', 'minutes'] },
    ],
    fields: [
      uniqueKeyField(),
      visitTitleField(),
      managed({
        name: 'appointment',
        type: 'relationship',
        relationTo: 'appointments',
        required: true,
        index: true,
      }),
      managed({
        name: 'patient',
        type: 'relationship',
        relationTo: 'patients',
        required: true,
        index: true,
      }),
      managed({
        name: 'clinician',
        type: 'relationship',
        relationTo: 'staff',
        required: true,
        index: true,
      }),
      managed({ name: 'location', type: 'relationship', relationTo: 'locations', index: true }),
      managed(instantField({ name: 'startedAt', required: true, index: true })),
      managed(instantField({ name: 'endedAt' })),
      managed({ name: 'minutes', type: 'number' }),
      managed(dayField({ name: 'serviceDate', required: true, index: true })),
      managed({ name: 'zone', type: 'text', required: true, label: 'Time zone' }),
      managed({
        name: 'format',
        type: 'select',
        required: true,
        options: VISIT_FORMATS.map(({ value, label }) => ({ value, label })),
      }),
      managed({ name: 'placeOfService', type: 'text' }),
      managed({
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: APPOINTMENT_KINDS.map(({ value, label }) => ({ value, label })),
      }),
      managed({ name: 'isIntake', type: 'checkbox', defaultValue: false, index: true }),
      managed({ name: 'sequence', type: 'number', label: 'Session number' }),
      managed({
        name: 'attendance',
        type: 'select',
        defaultValue: 'present',
        options: [
          { value: 'present', label: 'Present' },
          { value: 'lateCancel', label: 'Canceled late' },
          { value: 'noShow', label: 'No-show' },
        ],
      }),
      {
        name: 'techniqueTags',
        type: 'text',
        label: 'Techniques',
        maxLength: 1000,
        admin: { description: 'Codes of the techniques used, with spaces between them.' },
      },
      confidentialText({ name: 'response', label: 'How the patient responded' }),
      managed({ name: 'serviceCode', type: 'text', index: true }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'inProgress',
        index: true,
        options: [
          { value: 'inProgress', label: 'In progress' },
          { value: 'stopped', label: 'Stopped' },
          { value: 'completed', label: 'Completed' },
        ],
      }),
      managed(instantField({ name: 'completedAt' })),
      episodeField(),
    ],
    hooks: {
      beforeChange: [
        checkTechniqueTags,
        stampEpisode({ appointment: 'appointments' }),
        titleVisit('startedAt'),
      ],
    },
  },
  {
    part2: [],
    audit: 'chart',
    scope: { owner: 'clinician' },
    confidential: { subject: 'patient' },
    actions: [stopSession, completeSession],
  },
)
