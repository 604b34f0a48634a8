import { z } from 'zod'
import {
  flag,
  instantText,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
} from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idIn, type Row } from '@/src/domain/row'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import { visitTitle } from '@/src/domain/scheduling/visitTitle'
import { columnText } from '@/src/lib/columnText'
import { VISIT_FORMATS } from '../appointmentCodes'
import { freeSlot, holdSlot, releaseAttempt } from '../bookSlot'
import { requireOnTeam } from '../careTeam'
import { moveInquiry } from '../inquiryBehind'
import { adviceOn, planVisit, resourcesOf } from '../planVisit'
import { requireSeries, tellOfVisit } from '../series'

const input = z.object({
  startsAt: instantText(),
  minutes: optionalWholeNumber({ min: 10, max: 240, message: 'Enter 10 to 240 minutes.' }),
  clinician: optionalText(64),
  location: optionalText(64),
  room: optionalText(64),
  format: optionalChoice(['inPerson', 'video', 'phone']),
  /** One of several of a series that move together: the patient gets one message for all. */
  isTogether: flag(),
})

/** The keys that an appointment holds as it stands. */
const keysOf = (row: Row): string[] =>
  holdKeys({
    resources: resourcesOf(
      { clinician: idIn(row, 'clinician') ?? '', room: idIn(row, 'room') },
      idIn(row, 'patient'),
    ),
    start: String(row['startsAt']),
    end: String(row['endsAt']),
  })

const wasFields = ['startsAt', 'endsAt', 'clinician', 'room'] as const

export const rescheduleAppointment = defineAction({
  slug: 'appointments',
  name: 'reschedule',
  label: 'Move appointment',
  input,
  fields: [
    { name: 'startsAt', label: 'New start', type: 'datetime', isRequired: true },
    { name: 'minutes', label: 'Minutes', type: 'number', help: 'As before when empty.' },
    {
      name: 'clinician',
      label: 'Clinician',
      type: 'relationship',
      relationTo: 'staff',
      help: 'As before when empty.',
    },
    {
      name: 'location',
      label: 'Location',
      type: 'relationship',
      relationTo: 'locations',
      help: 'As before when empty.',
    },
    {
      name: 'room',
      label: 'Room',
      type: 'relationship',
      relationTo: 'rooms',
      help: 'As before when empty.',
    },
    { name: 'format', label: 'Format', type: 'select', options: VISIT_FORMATS },
  ],
  from: { column: 'status', values: ['booked'] },
  prepare: async ({ input: wish, key, now, read, record, req }) => {
    requireSeries(record, wish.isTogether)
    const staysHere = !wish.location || wish.location === idIn(record, 'location')
    const visit = await planVisit(
      { read, now },
      {
        clinician: wish.clinician ?? idIn(record, 'clinician') ?? '',
        startsAt: wish.startsAt,
        minutes: wish.minutes ?? Number(record['minutes']),
        location: wish.location ?? idIn(record, 'location') ?? '',
        room: wish.room ?? (staysHere ? (idIn(record, 'room') ?? undefined) : undefined),
        format: wish.format ?? String(record['format']),
      },
    )
    const patient = idIn(record, 'patient') ?? ''
    await requireOnTeam(read, { patient, clinician: visit.clinician, on: visit.serviceDate })
    await holdSlot({
      req,
      appointmentKey: String(record['uniqueKey']),
      attempt: key,
      owned: keysOf(record),
      resources: resourcesOf(visit, patient),
      start: visit.startsAt,
      end: visit.endsAt,
    })
    const was = Object.fromEntries(wasFields.map((name) => [name, wasValue(record, name)]))
    const title = visitTitle({
      instant: visit.startsAt,
      zone: visit.zone,
      kind: String(record['kind']),
    })
    return {
      set: { ...visit, title },
      refs: { ...was, isTogether: wish.isTogether },
      advice: await adviceOn(read, visit),
    }
  },
  release: ({ key, record, req }) =>
    releaseAttempt({ req, appointmentKey: String(record['uniqueKey']), attempt: key }),
  effects: [
    {
      name: 'free-old-time',
      run: ({ record, refs, req }) => {
        const kept = new Set(keysOf(record))
        const left = keysOf({ ...record, ...refs }).filter((key) => !kept.has(key))
        return freeSlot({ req, appointmentKey: String(record['uniqueKey']), keys: left })
      },
    },
    { name: 'inquiry', run: ({ record, req }) => moveInquiry(req, record) },
    {
      name: 'mail',
      run: ({ record, refs, req }) =>
        tellOfVisit(req, record, {
          what: 'changed',
          key: `${record.id}|${String(record['startsAt'])}|${String(record['rev'])}`,
          isInSeries: refs['isTogether'] === true,
        }),
    },
  ],
})

const wasValue = (record: Row, name: (typeof wasFields)[number]): string | null =>
  name === 'clinician' || name === 'room' ? idIn(record, name) : columnText(record[name])
