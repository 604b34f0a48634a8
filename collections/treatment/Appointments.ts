import type { CollectionConfig } from 'payload'
import { secureCollection } from '@/access/secureCollection'
import { confidentialText } from '../fields/confidentialText'
import { managed } from '../fields/managed'
import { dayField, instantField } from '../fields/scalars'
import { uniqueKeyField } from '../fields/uniqueKeyField'
import { bookAppointment } from './actions/bookAppointment'
import { cancelAppointment } from './actions/cancelAppointment'
import { checkIn } from './actions/checkIn'
import { markNoShow } from './actions/markNoShow'
import { rescheduleAppointment } from './actions/rescheduleAppointment'
import { startSession } from './actions/startSession'
import { undoCheckIn } from './actions/undoCheckIn'
import { APPOINTMENT_KINDS, CANCEL_KINDS, VISIT_FORMATS } from './appointmentCodes'
import { dayEndpoint } from './calendar/dayEndpoint'
import { freeSlotsEndpoint } from './calendar/freeSlotsEndpoint'
import { episodeField } from './episodes/episodeField'
import { titleVisit, visitTitleField } from './titleVisit'

/** A meeting in the calendar. Its slot is held by rows that no two bookings can both have. */
export const Appointments: CollectionConfig = secureCollection(
  {
    slug: 'appointments',
    defaultSort: 'startsAt',
    admin: {
      group: 'Work',
      useAsTitle: 'title',
      defaultColumns: ['startsAt', 'patient', 'clinician', 'kind', 'format', 'status'],
    },
    indexes: [
      { fields: ['serviceDate', 'location'] },
      { fields: ['clinician', 'startsAt'] },
      // What the days are counted by.
      { fields: ['serviceDate', 'status', 'cancelKind'] },
    ],
    fields: [
      uniqueKeyField(),
      visitTitleField(),
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
      managed(instantField({ name: 'startsAt', required: true, index: true })),
      managed(instantField({ name: 'endsAt', required: true, index: true })),
      managed({ name: 'minutes', type: 'number', required: true }),
      managed(dayField({ name: 'serviceDate', required: true, index: true })),
      managed({ name: 'zone', type: 'text', required: true, label: 'Time zone' }),
      managed({
        name: 'location',
        type: 'relationship',
        relationTo: 'locations',
        required: true,
        index: true,
      }),
      managed({ name: 'room', type: 'relationship', relationTo: 'rooms', index: true }),
      managed({
        name: 'format',
        type: 'select',
        required: true,
        options: VISIT_FORMATS.map(({ value, label }) => ({ value, label })),
      }),
      managed({
        name: 'kind',
        type: 'select',
        required: true,
        index: true,
        options: APPOINTMENT_KINDS.map(({ value, label }) => ({ value, label })),
      }),
      confidentialText({ name: 'note', label: 'Office note', readOnly: true, maxLength: 300 }),
      managed({
        name: 'status',
        type: 'select',
        required: true,
        defaultValue: 'booked',
        index: true,
        options: [
          { value: 'booked', label: 'Booked' },
          { value: 'checkedIn', label: 'Checked in' },
          { value: 'inSession', label: 'In session' },
          { value: 'completed', label: 'Completed' },
          { value: 'cancelled', label: 'Canceled' },
          { value: 'noShow', label: 'No-show' },
        ],
      }),
      managed({
        name: 'cancelKind',
        type: 'select',
        options: CANCEL_KINDS.map(({ value, label }) => ({ value, label })),
      }),
      confidentialText({ name: 'cancelReason', readOnly: true, maxLength: 300 }),
      managed(instantField({ name: 'cancelledAt' })),
      managed(instantField({ name: 'checkedInAt' })),
      managed({ name: 'missingAtCheckIn', type: 'text', label: 'Papers missing at check-in' }),
      managed({ name: 'isEmergencyCheckIn', type: 'checkbox', defaultValue: false }),
      managed(instantField({ name: 'sessionStartedAt' })),
      managed({ name: 'sequence', type: 'number', label: 'Meeting number', defaultValue: 1 }),
      // The key of the first one; those booked by themselves have none.
      managed({ name: 'seriesKey', type: 'text', index: true, label: 'Series' }),
      episodeField(),
    ],
    endpoints: [freeSlotsEndpoint, dayEndpoint],
    hooks: { beforeChange: [titleVisit('startsAt')] },
  },
  {
    audit: 'chart',
    scope: { owner: 'clinician' },
    confidential: { subject: 'patient' },
    actions: [
      bookAppointment,
      rescheduleAppointment,
      cancelAppointment,
      checkIn,
      undoCheckIn,
      markNoShow,
      startSession,
    ],
  },
)
