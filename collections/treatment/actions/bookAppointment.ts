import { z } from 'zod'
import { hasRole } from '@/access/principal'
import { reserveUnit } from '@/collections/billing/effects/reserveUnit'
import {
  flag,
  instantText,
  optionalChoice,
  optionalText,
  requiredChoice,
  requiredText,
  wholeNumber,
} from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { notFound, Refusal } from '@/src/lib/errors'
import { APPOINTMENT_KINDS, MEETING_STATUSES, VISIT_FORMATS } from '../appointmentCodes'
import { holdSlot, releaseAttempt } from '../bookSlot'
import { requireMet, requireOnTeam } from '../careTeam'
import { CARE_CHOICES, episodeFor } from '../episodes/episodeFor'
import { adviceOn, planVisit, resourcesOf } from '../planVisit'
import { markFirst, seriesJoined, tellOfVisit } from '../series'

const input = z.object({
  patient: requiredText('Choose a patient.', 64),
  clinician: requiredText('Choose a clinician.', 64),
  startsAt: instantText(),
  minutes: wholeNumber({ min: 10, max: 240, message: 'Enter 10 to 240 minutes.' }),
  kind: requiredChoice(['intake', 'individual', 'family', 'group']),
  format: requiredChoice(['inPerson', 'video', 'phone']),
  location: requiredText('Choose a location.', 64),
  room: optionalText(64),
  note: optionalText(300),
  care: optionalChoice(['usual', 'alone']),
  /** Id of an appointment of the same patient that this one repeats. */
  repeats: optionalText(64),
  isQuiet: flag(),
})

const keyOf = (key: string): string => `book|${key}`

export const bookAppointment = defineAction({
  slug: 'appointments',
  name: 'book',
  label: 'Book appointment',
  tone: 'primary',
  on: 'collection',
  input,
  fields: [
    {
      name: 'patient',
      label: 'Patient',
      type: 'relationship',
      relationTo: 'patients',
      isRequired: true,
    },
    {
      name: 'clinician',
      label: 'Clinician',
      type: 'relationship',
      relationTo: 'staff',
      isRequired: true,
    },
    { name: 'startsAt', label: 'Starts', type: 'datetime', isRequired: true },
    { name: 'minutes', label: 'Minutes', type: 'number', isRequired: true },
    { name: 'kind', label: 'Kind', type: 'select', isRequired: true, options: APPOINTMENT_KINDS },
    { name: 'format', label: 'Format', type: 'select', isRequired: true, options: VISIT_FORMATS },
    {
      name: 'location',
      label: 'Location',
      type: 'relationship',
      relationTo: 'locations',
      isRequired: true,
    },
    { name: 'room', label: 'Room', type: 'relationship', relationTo: 'rooms' },
    { name: 'note', label: 'Office note', type: 'text', help: 'For the office. Nothing clinical.' },
    {
      name: 'care',
      label: 'Part of which care',
      type: 'select',
      options: CARE_CHOICES,
      help: 'Only where a minor consented alone to some of it.',
    },
    {
      name: 'isQuiet',
      label: 'Do not e-mail the patient',
      type: 'checkbox',
      help: 'They know already.',
    },
  ],
  prepare: async ({ actor, input: wish, key, now, read, req }) => {
    if (actor.kind === 'proxy' && wish.patient !== actor.patientId) throw notFound()
    const patient = await read.one('patients', wish.patient)
    if (!patient)
      throw new Refusal('invalid', [
        { path: 'patient', message: 'Choose a patient from the list.' },
      ])
    // A visit that took place without being booked is entered afterwards by the one who held it.
    const isOwn = actor.id === wish.clinician && hasRole(actor, 'clinician', 'intern')
    const { maxBackdateDays } = await loadSettings(req, {})
    const visit = await planVisit({ read, now, backDays: isOwn ? maxBackdateDays : 0 }, wish)
    const team = { patient: wish.patient, clinician: visit.clinician, on: visit.serviceDate }
    if (actor.kind === 'proxy') await requireMet(read, team)
    else await requireOnTeam(read, team)
    const before = await read.count('appointments', {
      and: [
        { patient: { equals: wish.patient } },
        { status: { in: [...MEETING_STATUSES] } },
        { startsAt: { less_than: visit.startsAt } },
      ],
    })
    const seriesKey = await seriesJoined(read, wish)
    const episode = await episodeFor(read, { actor, patient, care: wish.care })
    const uniqueKey = keyOf(key)
    await holdSlot({
      req,
      appointmentKey: uniqueKey,
      attempt: key,
      resources: resourcesOf(visit, wish.patient),
      start: visit.startsAt,
      end: visit.endsAt,
      isDiscreet: actor.kind === 'proxy',
    })
    return {
      set: {
        ...visit,
        uniqueKey,
        patient: wish.patient,
        kind: wish.kind,
        note: wish.note ?? null,
        status: 'booked',
        isEmergencyCheckIn: false,
        sequence: before + 1,
        seriesKey,
        episode,
      },
      refs: { isQuiet: wish.isQuiet },
      advice: await adviceOn(read, visit),
    }
  },
  release: ({ key, req }) => releaseAttempt({ req, appointmentKey: keyOf(key), attempt: key }),
  effects: [
    { name: 'unit', run: ({ record, req, system }) => reserveUnit({ req, system }, record.id) },
    { name: 'series', run: ({ record, req }) => markFirst(req, record['seriesKey']) },
    {
      name: 'mail',
      run: ({ record, refs, req }) =>
        tellOfVisit(req, record, {
          what: 'booked',
          key: record.id,
          isQuiet: refs['isQuiet'] === true,
          isInSeries: Boolean(record['seriesKey']),
        }),
    },
  ],
})
