import { idIn } from '@/access/scopes'
import { bookAppointment } from '@/collections/treatment/actions/bookAppointment'
import { cancelAppointment } from '@/collections/treatment/actions/cancelAppointment'
import { resourcesOf, zoneOf } from '@/collections/treatment/planVisit'
import { runAction } from '@/hooks/actions/run'
import type { Row } from '@/hooks/change'
import { findingsFor } from '@/hooks/enforce'
import { factReader } from '@/hooks/facts'
import type { Values } from '@/src/domain/imports/mapping'
import type { Problem } from '@/src/domain/imports/problems'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import {
  addMinutes,
  instantOf,
  serviceDateOf,
  toMs,
  wallTimeOf,
} from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import type { OpenLine } from '../work/line'
import type { KindContext, KindWork } from './kindWork'
import { byRecordNumber, type Office, rowsWith } from './people'
import { notHere } from './policies'

const textIn = (values: Values, name: string): string => String(values[name] ?? '')

/** A line as the visit it asks for, as far as its cells allow. */
type Wish = {
  line: number
  patient: { id: string; name: string }
  clinician: { id: string; name: string }
  location: string
  room: string | null
  startsAt: string
  endsAt: string
  serviceDate: string
  zone: string
  minutes: number
  kind: string
  format: string
}

type Plan = { wish: Wish } | { problems: Problem[] }

const locationRow = (office: Office, id: string): Row | null =>
  office.locations.find((row) => row['id'] === id) ?? null

const startOf = (values: Values, zone: string): { startsAt: string } | { problem: Problem } => {
  const [date, time] = [textIn(values, 'date'), textIn(values, 'time')]
  const startsAt = instantOf({ date, time, zone })
  return wallTimeOf({ instant: startsAt, zone }) === time
    ? { startsAt }
    : {
        problem: {
          column: 'time',
          message: `${time} does not exist on that day in ${zone}: the clocks go forward. Choose another time.`,
        },
      }
}

const planOf = (
  { line, values }: OpenLine,
  office: Office,
  people: ReadonlyMap<string, Row & { id: string }>,
): Plan => {
  const problems: Problem[] = []
  const looked = (column: string, answer: ReturnType<Office['clinician']>) => {
    if ('found' in answer) return answer.found
    problems.push({ column, message: answer.problem })
    return null
  }
  const number = textIn(values, 'recordNumber')
  const patient = people.get(number)
  if (number && !patient) problems.push(notHere(number))
  const said = (name: string): string => textIn(values, name)
  const clinician = said('clinician')
    ? looked('clinician', office.clinician(said('clinician')))
    : null
  const location = said('location') ? looked('location', office.location(said('location'))) : null
  const room =
    location && said('room') ? looked('room', office.room(said('room'), location.id)) : null
  const minutes = Number(values['minutes'] ?? 0)
  if (!location || !said('date') || !said('time')) return { problems }
  const home = zoneOf(locationRow(office, location.id))
  const begins = startOf(values, said('zone') || home)
  if ('problem' in begins) problems.push(begins.problem)
  if (problems.length || 'problem' in begins || !patient || !clinician || !minutes)
    return { problems }
  const { startsAt } = begins
  return {
    wish: {
      line,
      patient: { id: patient.id, name: String(patient['displayName']) },
      clinician,
      location: location.id,
      room: room?.id ?? null,
      startsAt,
      endsAt: addMinutes({ instant: startsAt, minutes }),
      serviceDate: serviceDateOf({ instant: startsAt, zone: home }),
      zone: home,
      minutes,
      kind: said('kind') || 'individual',
      format: said('format') || 'inPerson',
    },
  }
}

const busyWords = {
  clinician: 'The clinician is booked at this time',
  patient: 'The patient has another appointment at this time',
  room: 'The room is taken at this time',
} as const

const keysOf = ({ clinician, room, patient, startsAt, endsAt }: Wish): string[] =>
  holdKeys({
    resources: resourcesOf({ clinician: clinician.id, room }, patient.id),
    start: startsAt,
    end: endsAt,
  })

const closureOf = (wish: Wish, closures: readonly Row[]): Row | undefined =>
  closures.find((row) => {
    const [staff, location] = [idIn(row, 'staff'), idIn(row, 'location')]
    if (staff && staff !== wish.clinician.id) return false
    if (location && location !== wish.location) return false
    return (
      toMs(String(row['startsAt'])) < toMs(wish.endsAt) &&
      toMs(String(row['endsAt'])) > toMs(wish.startsAt)
    )
  })

/** Past, closed, taken, or a clinician who is not on the care team: each with few questions for many lines. */
const calendarProblems = async (
  { req }: KindContext,
  wishes: readonly Wish[],
): Promise<Map<number, Problem[]>> => {
  if (!wishes.length) return new Map()
  const starts = wishes.map(({ startsAt }) => startsAt).sort()
  const ends = wishes.map(({ endsAt }) => endsAt).sort()
  const closures = await factReader(req).many('closures', {
    and: [{ startsAt: { less_than: ends.at(-1) } }, { endsAt: { greater_than: starts[0] } }],
  })
  const holds = await rowsWith(req, 'slot-holds', { column: 'key', values: wishes.flatMap(keysOf) })
  const taken = new Set(holds.map((row) => String(row['key'])))
  const team = await rowsWith(req, 'care-team-assignments', {
    column: 'patient',
    values: wishes.map(({ patient }) => patient.id),
  })
  const now = clock.now().getTime()
  return new Map(
    wishes.map((wish) => {
      const problems: Problem[] = []
      if (toMs(wish.endsAt) <= now)
        problems.push({
          column: 'date',
          message: 'This time has passed. Only visits that are still to come are imported.',
        })
      const closed = closureOf(wish, closures)
      if (closed) {
        const who = idIn(closed, 'staff')
          ? `${wish.clinician.name} is away`
          : 'The practice is closed'
        problems.push({
          column: 'date',
          message: `${who} at this time (${String(closed['reason'])}). Choose another time.`,
        })
      }
      const kinds = new Set(
        keysOf(wish)
          .filter((key) => taken.has(key))
          .map((key) => key.split(':')[0] as keyof typeof busyWords), // keys begin with the kind
      )
      for (const kind of kinds)
        problems.push({ column: 'time', message: `${busyWords[kind]}. Choose another one.` })
      const isOnTeam = team.some(
        (row) =>
          idIn(row, 'patient') === wish.patient.id &&
          idIn(row, 'staff') === wish.clinician.id &&
          (!row['endsOn'] || String(row['endsOn']) >= wish.serviceDate),
      )
      if (!isOnTeam)
        problems.push({
          column: 'clinician',
          message: `${wish.clinician.name} is not on the care team of ${wish.patient.name} on that day. Add them to the care team first.`,
        })
      return [wish.line, problems]
    }),
  )
}

/** People without an initial assessment, here or before. */
const unassessedOf = async (
  { req }: KindContext,
  people: ReadonlyMap<string, Row & { id: string }>,
): Promise<ReadonlySet<string>> => {
  const ids = [...people.values()].filter((row) => !row['assessedOn']).map(({ id }) => id)
  const done = await rowsWith(req, 'intake-assessments', {
    column: 'patient',
    values: ids,
    more: { isFinal: { equals: true } },
  })
  const assessed = new Set(done.map((row) => idIn(row, 'patient')))
  return new Set(ids.filter((id) => !assessed.has(id)))
}

/** What R17 would say of the second of two visits once the first is written. */
const secondVisit = ({ patient }: Wish): Problem => ({
  column: 'date',
  message: `The initial assessment of ${patient.name} is not finished, so no second visit is booked (R17). Say in the file of the patients when they were assessed, or leave the line out.`,
})

/** The rules of booking, for lines that the calendar has room for. */
const ruleProblems = async ({ req }: KindContext, wish: Wish): Promise<Problem[]> => {
  const { line, patient, clinician, ...visit } = wish
  const after = { ...visit, patient: patient.id, clinician: clinician.id, status: 'booked' }
  const changed = Object.keys(after)
  const change = {
    slug: 'appointments',
    on: 'action:book',
    before: null,
    after,
    changed,
    input: {},
  }
  return (await findingsFor(req, change))
    .filter(({ isAdvice }) => !isAdvice)
    .map(({ message }) => ({ column: '', message }))
}

export const appointmentWork: KindWork = {
  check: async (context, lines, index) => {
    const office = await context.office()
    const people = await byRecordNumber(
      context.req,
      lines.map(({ values }) => textIn(values, 'recordNumber')),
    )
    const plans = lines.map((line) => ({ line, plan: planOf(line, office, people) }))
    const wishes = plans.flatMap(({ plan }) => ('wish' in plan ? [plan.wish] : []))
    const found = await calendarProblems(context, wishes)
    const unassessed = await unassessedOf(context, people)
    const isSecond = (line: OpenLine, { patient }: Wish): boolean =>
      unassessed.has(patient.id) && Boolean(index.isLaterVisit?.(line.values))
    const problems = new Map<number, Problem[]>()
    for (const { line, plan } of plans) {
      if ('problems' in plan) problems.set(line.line, plan.problems)
      else {
        const { wish } = plan
        const known = [
          ...(found.get(line.line) ?? []),
          ...(isSecond(line, wish) ? [secondVisit(wish)] : []),
        ]
        problems.set(line.line, known.length ? known : await ruleProblems(context, wish))
      }
    }
    return problems
  },
  write: async (context, line) => {
    const { req, run } = context
    const number = textIn(line.values, 'recordNumber')
    const people = await byRecordNumber(req, [number])
    const plan = planOf(line, await context.office(), people)
    if ('problems' in plan)
      throw new Refusal('conflict', plan.problems.map(({ message }) => message).join(' '))
    const { wish } = plan
    const booked = await runAction(req, {
      action: bookAppointment,
      id: null,
      input: {
        patient: wish.patient.id,
        clinician: wish.clinician.id,
        startsAt: wish.startsAt,
        minutes: wish.minutes,
        kind: wish.kind,
        format: wish.format,
        location: wish.location,
        ...(wish.room ? { room: wish.room } : {}),
        ...(textIn(line.values, 'note') ? { note: textIn(line.values, 'note') } : {}),
        isQuiet: true,
      },
      idempotencyKey: `import.${run.id}.${line.line}`,
    })
    return { slug: 'appointments', id: booked.id }
  },
  inUse: async ({ req }, ids) => {
    const rows = await rowsWith(req, 'appointments', { column: 'id', values: ids })
    return new Map(
      rows
        .filter((row) => row['status'] !== 'booked')
        .map((row) => [
          String(row['id']),
          `The visit is ${String(row['status'])
            .replace(/([A-Z])/g, ' $1')
            .toLowerCase()} by now.`,
        ]),
    )
  },
  undo: async ({ req, run }, row) => {
    await runAction(req, {
      action: cancelAppointment,
      id: String(row.recordId),
      input: { kind: 'office', reason: 'The import was taken back.', isQuiet: true },
      rev: row.recordRev ?? null,
      idempotencyKey: `import.undo.${run.id}.${row.line}`,
    })
  },
}
