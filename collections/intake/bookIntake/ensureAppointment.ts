import { holdSlot } from '@/collections/treatment/bookSlot'
import { resourcesOf } from '@/collections/treatment/planVisit'
import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn, type StoredRow } from '@/src/domain/row'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import { addMinutes, serviceDateOf } from '@/src/domain/scheduling/zonedTime'
import { isRefusal } from '@/src/lib/errors'
import { patientOf } from './ensurePatient'

export const intakeAppointment = async ({
  read,
  record,
}: EffectContext): Promise<StoredRow | null> =>
  (await read.one('appointments', {
    uniqueKey: { equals: record['intakeKey'] },
  })) as StoredRow | null // stored rows have ids

/** The appointment that the held time was for. */
export const ensureAppointment = async (context: EffectContext): Promise<void> => {
  const { read, record, refs, req, system } = context
  const patient = await patientOf(context)
  const uniqueKey = String(record['intakeKey'])
  const startsAt = String(record['intakeStartsAt'])
  const zone = String(record['intakeZone'])
  const minutes = Number(refs['minutes'])
  const endsAt = addMinutes({ instant: startsAt, minutes })
  const clinician = idIn(record, 'matchedClinician') ?? ''
  const room = typeof refs['room'] === 'string' ? refs['room'] : null
  const before = await read.count('appointments', {
    and: [
      { patient: { equals: patient } },
      { status: { in: ['booked', 'checkedIn', 'inSession', 'completed'] } },
      { startsAt: { less_than: startsAt } },
    ],
  })
  await ensureRow(system, 'appointments', {
    uniqueKey,
    patient,
    clinician,
    startsAt,
    endsAt,
    minutes,
    serviceDate: serviceDateOf({ instant: startsAt, zone }),
    zone,
    location: refs['location'],
    room,
    format: refs['format'],
    kind: 'intake',
    status: 'booked',
    isEmergencyCheckIn: false,
    sequence: before + 1,
  })
  // The person became a patient only now, so their own time is held after the fact.
  const resources = resourcesOf({ clinician, room }, patient)
  const owned = holdKeys({ resources, start: startsAt, end: endsAt })
  try {
    await holdSlot({
      req,
      appointmentKey: uniqueKey,
      resources,
      start: startsAt,
      end: endsAt,
      owned,
    })
  } catch (error) {
    // A linked patient's time was held before; a new one has no other appointment.
    if (!isRefusal(error)) throw error
  }
}
