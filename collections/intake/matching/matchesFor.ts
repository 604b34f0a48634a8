import { openTimes } from '@/collections/treatment/calendar/openTimes'
import { type StaffFacts, staffFacts } from '@/hooks/rules/outreach/directoryFacts'
import type { FactReader } from '@/hooks/rules/rule'
import {
  type MatchInquiry,
  type MatchTherapist,
  matchTherapists,
  type SessionFormat,
  type TherapistMatch,
} from '@/src/domain/intake/matching'
import { codesIn, namesIn, specialties } from '@/src/domain/outreach/vocabulary'
import { idIn, type Row } from '@/src/domain/row'
import type { FreeSlot } from '@/src/domain/scheduling/freeSlots'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

export type Match = TherapistMatch & { openings: number; nextOpenings: FreeSlot[] }

export type Matches = { ranked: Match[]; full: Match[]; minutes: number; days: number }

type Facts = {
  staff: Row[]
  profiles: Row[]
  enrollments: Row[]
  facts: Map<string, StaffFacts>
  open: Map<string, FreeSlot[]>
}

const formats: Record<string, SessionFormat> = {
  inPerson: 'in-person',
  video: 'video',
  phone: 'phone',
}

const shownOpenings = 3

const isClinical = (row: Row): boolean =>
  Array.isArray(row['roles']) &&
  row['roles'].some((role) => role === 'clinician' || role === 'intern')

const load = async (
  read: FactReader,
  { minutes, days, now }: { minutes: number; days: number; now: Date },
): Promise<Facts> => {
  const staff = (await read.many('staff', { isActive: { equals: true } })).filter(isClinical)
  const staffIds = staff.map((row) => String(row['id']))
  const byStaff = { staff: { in: staffIds } }
  const end = addMinutes({ instant: now, minutes: days * 24 * 60 })
  const [facts, open, profiles, enrollments] = await Promise.all([
    staffFacts((slug, where) => read.many(slug, where), {
      staffIds,
      on: dayIn(now, practiceZone()),
    }),
    openTimes(read, {
      clinicians: staffIds,
      range: { start: now.toISOString(), end },
      minutes,
      now,
    }),
    read.many('therapist-profiles', byStaff),
    read.many('payer-enrollments', byStaff),
  ])
  return { staff, profiles, enrollments, facts, open }
}

const ended = new Set(['ended', 'denied', 'pending', 'terminated'])

const isInForce = (enrollment: Row, on: string): boolean => {
  const from = String(enrollment['effectiveFrom'] ?? '')
  const to = String(enrollment['effectiveTo'] ?? '')
  return !ended.has(String(enrollment['status'])) && from <= on && (!to || to >= on)
}

const therapistOf = (
  row: Row,
  { facts, open, profiles, enrollments }: Facts,
  on: string,
): MatchTherapist => {
  const id = String(row['id'])
  const profile = profiles.find((each) => idIn(each, 'staff') === id)
  const known = facts.get(id)
  const offered = codesIn(profile?.['formats'] as string | null) // text of codes
  return {
    id,
    name: String(row['name']),
    specialtyIds: codesIn(profile?.['specialties'] as string | null), // text of codes
    payerIds: enrollments
      .filter((each) => idIn(each, 'staff') === id && isInForce(each, on))
      .map((each) => idIn(each, 'payer'))
      .filter((payer): payer is string => payer !== null),
    licenses: known?.licenses ?? [],
    unverifiedStates: known?.unverifiedStates ?? [],
    caseload: known?.caseload ?? 0,
    caseloadCap: known?.capacity ?? 0,
    isAcceptingClients: (known?.isAccepting ?? false) && profile?.['isAccepting'] !== false,
    onLeave: known?.onLeave ?? false,
    languages: namesIn((profile?.['languages'] as string | null) || 'English'), // text of names
    formats: offered
      .map((code) => formats[code])
      .filter((format): format is SessionFormat => Boolean(format)),
    openings: open.get(id)?.length ?? 0,
  }
}

const wishOf = async (read: FactReader, inquiry: Row): Promise<MatchInquiry> => {
  const [service, payer] = await Promise.all([
    read.one('services', idIn(inquiry, 'service')),
    read.one('payers', idIn(inquiry, 'payer')),
  ])
  const code = typeof service?.['specialty'] === 'string' ? service['specialty'] : null
  const label = code ? (specialties as Record<string, string>)[code] : null // codes of the vocabulary
  return {
    specialty: code ? { id: code, label: label ?? code } : null,
    payer: payer ? { id: String(payer['id']), label: String(payer['name']) } : null,
    state:
      typeof inquiry['state'] === 'string' && inquiry['state']
        ? inquiry['state'].toUpperCase()
        : null,
    format: formats[String(inquiry['format'])] ?? null,
    language:
      typeof inquiry['language'] === 'string' && inquiry['language'] ? inquiry['language'] : null,
  }
}

/** Every active clinician against an inquiry, with their next openings; a fixed number of queries. */
export const matchesFor = async (
  read: FactReader,
  { inquiry, minutes, days, now }: { inquiry: Row; minutes: number; days: number; now: Date },
): Promise<Matches> => {
  const [facts, wish] = await Promise.all([
    load(read, { minutes, days, now }),
    wishOf(read, inquiry),
  ])
  const on = dayIn(now, practiceZone())
  const therapists = facts.staff.map((row) => therapistOf(row, facts, on))
  const { ranked, full } = matchTherapists({ inquiry: wish, therapists, on })
  const withTimes = (match: TherapistMatch): Match => {
    const slots = facts.open.get(match.therapistId) ?? []
    return { ...match, openings: slots.length, nextOpenings: slots.slice(0, shownOpenings) }
  }
  return { ranked: ranked.map(withTimes), full: full.map(withTimes), minutes, days }
}
