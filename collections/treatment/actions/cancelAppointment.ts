import { z } from 'zod'
import { systemMarkOf } from '@/access/asSystem'
import { releaseUnit } from '@/collections/billing/effects/releaseUnit'
import { flag, optionalChoice, optionalText } from '@/collections/fields/actionInputs'
import { ensureTask } from '@/collections/system/ensureTask'
import { defineAction } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { addMinutes, toMs } from '@/src/domain/scheduling/zonedTime'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'
import { CANCEL_KINDS } from '../appointmentCodes'
import { freeSlot } from '../bookSlot'
import { reopenInquiry } from '../inquiryBehind'
import { requireSeries, tellOfVisit } from '../series'

const input = z.object({
  kind: optionalChoice(['patientEarly', 'patientLate', 'clinician', 'office']),
  reason: optionalText(300),
  /** One of several of a series that are canceled together: the patient gets one message for all. */
  isTogether: flag(),
  isQuiet: flag(),
})

export const cancelAppointment = defineAction({
  slug: 'appointments',
  name: 'cancel',
  label: 'Cancel appointment',
  tone: 'danger',
  confirm: 'The time is given back. The patient is told, unless you say otherwise.',
  input,
  fields: [
    { name: 'kind', label: 'Who cancels', type: 'select', options: CANCEL_KINDS, isRequired: true },
    { name: 'reason', label: 'Reason', type: 'text', help: 'For the office. Nothing clinical.' },
    {
      name: 'isQuiet',
      label: 'Do not e-mail the patient',
      type: 'checkbox',
      help: 'They know already, or the visit was never theirs.',
    },
  ],
  from: { column: 'status', values: ['booked', 'checkedIn'] },
  prepare: async ({ actor, input: wish, now, record, req }) => {
    requireSeries(record, wish.isTogether)
    const startsAt = toMs(String(record['startsAt']))
    const isPatient = actor.kind === 'patient' || actor.kind === 'proxy'
    if (isPatient && (startsAt <= now.getTime() || record['status'] !== 'booked')) {
      throw new Refusal('conflict', [
        { path: 'startsAt', message: 'This appointment has begun. Call us if you cannot come.' },
      ])
    }
    if (!isPatient && !wish.kind) {
      throw new Refusal('invalid', [{ path: 'kind', message: 'Choose who cancels.' }])
    }
    const { lateCancelHours } = await loadSettings(req, {})
    const lateFrom = toMs(
      addMinutes({ instant: new Date(startsAt), minutes: -60 * lateCancelHours }),
    )
    const byTime = now.getTime() > lateFrom ? 'patientLate' : 'patientEarly'
    return {
      set: {
        status: 'cancelled',
        cancelKind: isPatient ? byTime : wish.kind,
        cancelReason: wish.reason ?? null,
        cancelledAt: now.toISOString(),
      },
      refs: {
        isByPatient: isPatient,
        isQuiet: wish.isQuiet && !isPatient,
        isTogether: wish.isTogether,
        // A visit that an import brought by mistake is nothing to offer a new time for.
        isMistake: wish.isQuiet && systemMarkOf(req) !== null,
      },
    }
  },
  effects: [
    {
      name: 'free-time',
      run: ({ record, req }) => freeSlot({ req, appointmentKey: String(record['uniqueKey']) }),
    },
    { name: 'unit', run: ({ record, req, system }) => releaseUnit({ req, system }, record.id) },
    { name: 'inquiry', run: ({ record, req }) => reopenInquiry(req, record) },
    {
      name: 'mail',
      run: ({ record, refs, req }) =>
        tellOfVisit(req, record, {
          what: 'cancelled',
          key: record.id,
          isQuiet: refs['isQuiet'] === true,
          isInSeries: refs['isTogether'] === true,
        }),
    },
    {
      name: 'task',
      run: async ({ now, record, refs, system }) => {
        if (refs['isMistake']) return
        if (!refs['isByPatient'] && record['cancelKind'] === 'patientEarly') return
        await ensureTask(system, {
          uniqueKey: `rebook|${record.id}`,
          title: 'Offer a new time after a canceled appointment',
          kind: 'rebook',
          assignedRole: 'frontDesk',
          dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
          collectionSlug: 'appointments',
          recordId: record.id,
        })
      },
    },
  ],
})
