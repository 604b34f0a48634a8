import type { FactReader } from '@/hooks/rules/rule'
import { addDays } from '@/src/domain/calendarDate'
import { idIn, type Row } from '@/src/domain/row'
import type { HeldResource } from '@/src/domain/scheduling/holdKeys'
import { closedWords } from '@/src/domain/scheduling/placeHours'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { addMinutes, serviceDateOf, toMs } from '@/src/domain/scheduling/zonedTime'
import { type Finding, Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'
import { instantIn } from '../fields/actionInputs'

export type VisitWish = {
  clinician: string
  /** ISO with offset, or wall time at the location. */
  startsAt: string
  minutes: number
  location: string
  room?: string
  format: string
}

export type Visit = {
  clinician: string
  /** ISO UTC. */
  startsAt: string
  endsAt: string
  minutes: number
  /** The day at the location. */
  serviceDate: string
  zone: string
  location: string
  room: string | null
  format: string
}

type Context = {
  read: FactReader
  now: Date
  /** How far back a visit may lie; 0 for now and later only. */
  backDays?: number
}

const clinicalWork = ['clinician', 'intern']

const isClinician = (row: Row | null): boolean =>
  row !== null &&
  row['isActive'] !== false &&
  Array.isArray(row['roles']) &&
  row['roles'].some((role) => clinicalWork.includes(String(role)))

const roomFindings = ({
  room,
  location,
  format,
}: {
  room: Row | null
  location: string
  format: string
}): Finding[] => {
  const path = 'room'
  if (!room || room['isActive'] === false)
    return [{ path, message: 'Choose a room from the list.' }]
  if (idIn(room, 'location') !== location) {
    return [
      {
        path,
        message: `${String(room['name'])} is at another location. Choose a room there or change the location.`,
      },
    ]
  }
  if (room['isVideoOnly'] === true && format === 'inPerson') {
    return [
      { path, message: `${String(room['name'])} is for video sessions only. Choose another room.` },
    ]
  }
  return []
}

const closureFindings = async (
  read: FactReader,
  visit: Visit,
  name: string,
): Promise<Finding[]> => {
  const rows = await read.many('closures', {
    and: [{ startsAt: { less_than: visit.endsAt } }, { endsAt: { greater_than: visit.startsAt } }],
  })
  const hit = rows.find((row) => {
    const staff = idIn(row, 'staff')
    const location = idIn(row, 'location')
    if (staff && staff !== visit.clinician) return false
    return !location || location === visit.location
  })
  if (!hit) return []
  const who = idIn(hit, 'staff') ? `${name} is away` : 'The practice is closed'
  return [
    {
      path: 'startsAt',
      message: `${who} at this time (${String(hit['reason'])}). Choose another time.`,
    },
  ]
}

/** IANA zone of a location; the practice's own when it names none. */
export const zoneOf = (location: Row | null): string =>
  typeof location?.['timeZone'] === 'string' && location['timeZone']
    ? location['timeZone']
    : practiceZone()

/** Who books beyond it mistook the year. */
const mostDaysAhead = 3653

/**
 * A wish for a visit as it would stand in the calendar. Throws a Refusal with one sentence per thing
 * that is wrong: who, where, which room, in the past, or closed.
 */
export const planVisit = async (
  { read, now, backDays = 0 }: Context,
  wish: VisitWish,
): Promise<Visit> => {
  const [clinician, location, room] = await Promise.all([
    read.one('staff', wish.clinician),
    read.one('locations', wish.location),
    wish.room ? read.one('rooms', wish.room) : null,
  ])
  const findings: Finding[] = []
  if (!isClinician(clinician))
    findings.push({ path: 'clinician', message: 'Choose a clinician who works here.' })
  if (!location || location['isActive'] === false)
    findings.push({ path: 'location', message: 'Choose a location from the list.' })
  if (wish.room)
    findings.push(...roomFindings({ room, location: wish.location, format: wish.format }))
  if (findings.length) throw new Refusal('invalid', findings)
  const zone = zoneOf(location)
  const startsAt = instantIn(wish.startsAt, zone)
  const serviceDate = serviceDateOf({ instant: startsAt, zone })
  const visit: Visit = {
    clinician: wish.clinician,
    startsAt,
    endsAt: addMinutes({ instant: startsAt, minutes: wish.minutes }),
    minutes: wish.minutes,
    serviceDate,
    zone,
    location: wish.location,
    room: wish.room ?? null,
    format: wish.format,
  }
  const today = serviceDateOf({ instant: now, zone })
  const isPast =
    backDays > 0 ? serviceDate < addDays(today, -backDays) : toMs(visit.endsAt) <= now.getTime()
  if (isPast) {
    throw new Refusal('invalid', [
      { path: 'startsAt', message: 'This time has passed. Choose a time that is still to come.' },
    ])
  }
  if (serviceDate > addDays(today, mostDaysAhead)) {
    throw new Refusal('invalid', [
      { path: 'startsAt', message: 'This is more than ten years ahead. Check the year.' },
    ])
  }
  const closed = await closureFindings(read, visit, String(clinician?.['name'] ?? 'The clinician'))
  if (closed.length) throw new Refusal('refused-by-rule', closed, 409)
  return visit
}

/** What whoever books should know: people would stand before a locked door. Closures refuse, hours only tell. */
export const adviceOn = async (read: FactReader, visit: Visit): Promise<string[]> => {
  if (visit.format !== 'inPerson') return []
  const place = await read.one('locations', visit.location)
  const words = closedWords(
    {
      id: visit.location,
      name: String(place?.['name'] ?? ''),
      hours: weekHoursIn(place?.['hours']),
      zone: visit.zone,
    },
    visit,
  )
  return words ? [words] : []
}

/** What a visit takes up. */
export const resourcesOf = (
  visit: Pick<Visit, 'clinician' | 'room'>,
  patient: string | null,
): HeldResource[] => [
  { kind: 'clinician', id: visit.clinician },
  ...(patient ? [{ kind: 'patient' as const, id: patient }] : []),
  ...(visit.room ? [{ kind: 'room' as const, id: visit.room }] : []),
]
