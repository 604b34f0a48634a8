import type { PayloadRequest } from 'payload'
import type { WeekHours } from '@/src/domain/scheduling/weekHours'
import { askDoor } from '../page/read'

export type VisitChip = { code: string; label: string; tone: 'plain' | 'attention' | 'urgent' }

/** One appointment as GET /api/appointments/day answers it. */
export type Visit = {
  id: string
  rev: number
  patient: string
  patientName: string | null
  clinician: string
  clinicianName: string | null
  startsAt: string
  endsAt: string
  minutes: number
  serviceDate: string
  zone: string
  location: string | null
  room: string | null
  roomName: string | null
  format: string
  kind: string
  status: string
  sequence: number
  /** What the appointments of a weekly series have in common; null for one that stands by itself. */
  seriesKey: string | null
  note: string | null
  missing: { kind: string; label: string }[]
  chips: VisitChip[]
}

export type CalendarData = {
  date: string
  days: number
  zone: string
  appointments: Visit[]
  clinicians: { id: string; name: string }[]
  rooms: { id: string; name: string; location: string | null }[]
  /** `hours` are empty where nobody said when a place is open. */
  locations: { id: string; name: string; zone: string; isActive: boolean; hours: WeekHours }[]
  /** When people see patients; the rest of a day is closed. */
  hours: { staff: string | null; location: string; startsAt: string; endsAt: string }[]
  /** Whose hours stand there; a clinician reads their own. */
  hoursOf: 'everybody' | 'oneself'
  closures: {
    startsAt: string
    endsAt: string
    reason: string | null
    staff: string | null
    location: string | null
  }[]
}

type Wish = {
  date: string
  days?: number
  clinician?: string
  location?: string
  /** `visits` leaves out hours and closures, `open` what is over too, `places` every appointment. */
  only?: 'visits' | 'open' | 'places'
  limit?: number
}

/** The calendar of one day or several, as this person may see it; null when they may not. */
export const readCalendar = (
  req: PayloadRequest,
  { date, days, clinician, location, only, limit }: Wish,
): Promise<CalendarData | null> =>
  askDoor<CalendarData>(req, {
    slug: 'appointments',
    path: '/day',
    query: {
      date,
      ...(days ? { days: String(days) } : {}),
      ...(clinician ? { clinician } : {}),
      ...(location ? { location } : {}),
      ...(only ? { only } : {}),
      ...(limit ? { limit: String(limit) } : {}),
    },
  })

/** Whether an appointment still stands in the day. */
export const isStanding = (visit: Visit): boolean => visit.status !== 'cancelled'
