import type { PayloadRequest } from 'payload'
import { MEETING_STATUSES } from '@/collections/treatment/appointmentCodes'
import { addDays } from '@/src/domain/calendarDate'
import { inCareDays } from '@/src/domain/figures/monday'
import { practiceToday } from '@/src/lib/practiceZone'
import { readRows, refIn } from '../page/read'

/** Who of these people came lately or is booked; the others are nobody's work today (R35). */
export const peopleInCare = async (
  req: PayloadRequest,
  patients: readonly string[],
): Promise<Set<string>> => {
  if (!patients.length) return new Set()
  const today = practiceToday()
  const visits = await readRows(req, 'appointments', {
    where: {
      and: [
        { patient: { in: [...new Set(patients)] } },
        { status: { in: [...MEETING_STATUSES] } },
        { serviceDate: { greater_than_equal: addDays(today, -inCareDays) } },
        { serviceDate: { less_than_equal: addDays(today, inCareDays) } },
      ],
    },
    limit: 5000,
    select: ['patient'],
  })
  return new Set(visits.map((visit) => refIn(visit, 'patient')))
}
