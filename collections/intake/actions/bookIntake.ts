import { z } from 'zod'
import { reserveUnit } from '@/collections/billing/effects/reserveUnit'
import {
  flag,
  instantText,
  optionalText,
  requiredChoice,
  requiredText,
  wholeNumber,
} from '@/collections/fields/actionInputs'
import { VISIT_FORMATS } from '@/collections/treatment/appointmentCodes'
import { holdSlot, releaseAttempt } from '@/collections/treatment/bookSlot'
import { mailPatient } from '@/collections/treatment/mailPatient'
import { adviceOn, planVisit, resourcesOf } from '@/collections/treatment/planVisit'
import { defineAction } from '@/hooks/actions/define'
import { idIn, type Row } from '@/src/domain/row'
import { ensureAppointment, intakeAppointment } from '../bookIntake/ensureAppointment'
import { ensureCareTeam } from '../bookIntake/ensureCareTeam'
import { ensurePacket } from '../bookIntake/ensurePacket'
import { ensurePatient, patientOf } from '../bookIntake/ensurePatient'
import { openPortal } from '../bookIntake/openPortal'
import { tellTheOffice } from '../bookIntake/tellTheOffice'
import { closeWaiting } from '../closeWaiting'
import { REFERRAL_SOURCES } from '../inquiryCodes'

const input = z.object({
  clinician: requiredText('Choose a clinician.', 64),
  startsAt: instantText(),
  minutes: wholeNumber({ min: 20, max: 180, message: 'Enter 20 to 180 minutes.' }),
  location: requiredText('Choose a location.', 64),
  room: optionalText(64),
  format: requiredChoice(['inPerson', 'video', 'phone']),
  referralSource: optionalText(100),
  continueAsNew: flag(),
})

const keyOf = (record: Row, key: string): string => `intake|${String(record['id'])}|${key}`

export const bookIntake = defineAction({
  slug: 'inquiries',
  name: 'book-intake',
  label: 'Book intake',
  tone: 'primary',
  input,
  fields: [
    {
      name: 'clinician',
      label: 'Clinician',
      type: 'relationship',
      relationTo: 'staff',
      isRequired: true,
    },
    { name: 'startsAt', label: 'Starts', type: 'datetime', isRequired: true },
    { name: 'minutes', label: 'Minutes', type: 'number', isRequired: true },
    { name: 'format', label: 'Format', type: 'select', isRequired: true, options: VISIT_FORMATS },
    {
      name: 'location',
      label: 'Location',
      type: 'relationship',
      relationTo: 'locations',
      isRequired: true,
    },
    { name: 'room', label: 'Room', type: 'relationship', relationTo: 'rooms' },
    {
      name: 'referralSource',
      label: 'How did they find us?',
      type: 'select',
      options: REFERRAL_SOURCES,
    },
    {
      name: 'continueAsNew',
      label: 'This is a new person',
      type: 'checkbox',
      help: 'After looking at possible matches.',
    },
  ],
  from: { column: 'status', values: ['triaged', 'waitlisted'] },
  prepare: async ({ input: wish, key, now, read, record, req }) => {
    const visit = await planVisit({ read, now }, wish)
    const intakeKey = keyOf(record, key)
    await holdSlot({
      req,
      appointmentKey: intakeKey,
      attempt: key,
      resources: resourcesOf(visit, idIn(record, 'patient')),
      start: visit.startsAt,
      end: visit.endsAt,
    })
    const referralSource = wish.referralSource ?? String(record['referralSource'] ?? '')
    return {
      set: {
        status: 'intakeBooked',
        referralSource: referralSource || null,
        source: String(record['utmSource'] || referralSource || 'unknown'),
        matchedClinician: visit.clinician,
        isNewPerson: wish.continueAsNew || record['isNewPerson'] === true,
        intakeKey,
        intakeStartsAt: visit.startsAt,
        intakeZone: visit.zone,
        bookedAt: now.toISOString(),
        respondedAt: record['respondedAt'] ?? now.toISOString(),
      },
      refs: {
        minutes: visit.minutes,
        location: visit.location,
        room: visit.room,
        format: visit.format,
      },
      advice: await adviceOn(read, visit),
    }
  },
  release: ({ key, record, req }) =>
    releaseAttempt({ req, appointmentKey: keyOf(record, key), attempt: key }),
  effects: [
    { name: 'patient', run: ensurePatient },
    { name: 'care-team', run: ensureCareTeam },
    { name: 'appointment', run: ensureAppointment },
    { name: 'packet', run: ensurePacket },
    { name: 'portal', run: openPortal },
    {
      name: 'unit',
      run: async (context) => {
        const appointment = await intakeAppointment(context)
        if (appointment)
          await reserveUnit({ req: context.req, system: context.system }, appointment.id)
      },
    },
    {
      name: 'mail',
      run: async (context) => {
        const appointment = await intakeAppointment(context)
        if (!appointment) return
        await mailPatient(context.req, {
          patientId: await patientOf(context),
          template: 'appointment-booked',
          appointmentId: appointment.id,
          uniqueKey: `appointment-booked|${appointment.id}`,
        })
      },
    },
    {
      name: 'waitlist',
      run: ({ record, req }) => closeWaiting(req, record.id, 'Intake booked', 'booked'),
    },
    { name: 'office', run: tellTheOffice },
  ],
  answer: async (context) => ({
    patient: await patientOf(context),
    appointment: (await intakeAppointment(context))?.id ?? null,
  }),
})
