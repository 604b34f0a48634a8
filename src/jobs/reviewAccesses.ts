import type { BasePayload, Where } from 'payload'
import { asSystem, type LocalApi } from '@/access/asSystem'
import { ensureTask } from '@/collections/system/ensureTask'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import { areaOf } from '@/src/domain/audit/areas'
import {
  type Duties,
  type LoggedRead,
  type Unassigned,
  viewedNotAssigned,
} from '@/src/domain/audit/duty'
import { addDays, formatDate } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'
import type { Row, StoredRow } from '@/src/domain/row'
import { weekRange } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { columnText } from '@/src/lib/columnText'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

const dueInDays = 5

type Week = { firstDay: string; lastDay: string; start: string; end: string }

/** The week, Monday to Sunday, before the one that `today` is in; instants on the practice's clocks. */
const weekBefore = (today: string): Week => {
  const zone = practiceZone()
  const { start, end } = weekRange({ date: addDays(today, -7), zone })
  const firstDay = dayIn(new Date(start), zone)
  return { firstDay, lastDay: addDays(firstDay, 6), start, end }
}

// The log goes by the machine's time, and so do the weeks of it.
const todayOfLog = (): string => dayIn(clock.wall(), practiceZone())

/** Monday of the week that is reviewed now; the job runs once for each. */
export const reviewedWeek = (): string => weekBefore(todayOfLog()).firstDay

const words = (value: unknown): string[] => columnText(value).split(' ').filter(Boolean)

/** An opening as the log has it, with the emergency accesses it was under. */
type Opening = LoggedRead & { emergencies: string[] }

const readOf = (row: Row): Opening => ({
  at: columnText(row['at']),
  staffId: columnText(row['actorId']),
  roles: words(row['actorRoles']),
  collectionSlug: columnText(row['collectionSlug']),
  patientIds: words(row['patientIds']),
  isEmergency: false,
  emergencies: words(row['breakGlassId']),
})

// The log itself and these lists name patients without opening a chart.
const noChart = new Set(['audit-events', 'access-review-lines', 'break-glass-grants'])

const readsOfCharts: Where[] = [
  { action: { equals: 'read' } },
  { actorKind: { equals: 'staff' } },
  { patientIds: { not_equals: '' } },
  { onBehalfOf: { equals: '' } },
]

const shown = {
  at: true,
  actorId: true,
  actorRoles: true,
  collectionSlug: true,
  patientIds: true,
  breakGlassId: true,
} as const

/** Openings of charts in a week. */
const readsIn = async (payload: BasePayload, { start, end }: Week): Promise<Opening[]> => {
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'audit-events',
    where: { and: [...readsOfCharts, { at: { greater_than_equal: start, less_than: end } }] },
    select: shown,
    sort: 'at',
    limit: 0,
    pagination: false,
  })
  return docs.filter((row) => !noChart.has(columnText(row['collectionSlug']))).map(readOf)
}

const grantOpening = (grant: Row): LoggedRead => ({
  at: columnText(grant['startedAt']),
  staffId: columnText(grant['staff']),
  roles: [],
  collectionSlug: 'break-glass-grants',
  patientIds: [columnText(grant['patient'])],
  isEmergency: true,
})

/**
 * The openings with those under an emergency access (R106) told apart: a list may hold other charts too.
 * An emergency access under which nothing was opened is listed all the same.
 */
const withEmergencies = async (
  read: FactReader,
  { reads, week }: { reads: readonly Opening[]; week: Week },
): Promise<LoggedRead[]> => {
  const grants = await read.many('break-glass-grants', {
    and: [
      { startedAt: { less_than: week.end } },
      { expiresAt: { greater_than_equal: week.start } },
    ],
  })
  const byId = new Map(grants.map((grant) => [columnText(grant['id']), grant]))
  const used = new Set<string>()
  const told = reads.flatMap(({ emergencies, ...opening }): LoggedRead[] => {
    const under = emergencies.filter((id) => byId.has(id))
    for (const id of under) used.add(id)
    const patients = under.map((id) => columnText(byId.get(id)?.['patient']))
    const others = opening.patientIds.filter((id) => !patients.includes(id))
    return [
      ...(others.length ? [{ ...opening, patientIds: others }] : []),
      ...(patients.length ? [{ ...opening, patientIds: patients, isEmergency: true }] : []),
    ]
  })
  const unused = grants.filter((grant) => {
    const at = columnText(grant['startedAt'])
    return !used.has(columnText(grant['id'])) && at >= week.start && at < week.end
  })
  return [...told, ...unused.map(grantOpening)]
}

const dutiesIn = async (
  read: FactReader,
  { staffIds, week }: { staffIds: readonly string[]; week: Week },
): Promise<Duties> => {
  const supervisions = await read.many('supervision-agreements', {
    supervisor: { in: [...staffIds] },
  })
  const team = [...staffIds, ...supervisions.map((row) => columnText(row['supervisee']))]
  const assignments = await read.many('care-team-assignments', { staff: { in: team } })
  const shifts = await read.many('on-call-shifts', {
    and: [
      { staff: { in: [...staffIds] } },
      { startsAt: { less_than: week.end } },
      { endsAt: { greater_than: week.start } },
    ],
  })
  const dated = (row: Row) => ({
    startsOn: columnText(row['startsOn']),
    endsOn: columnText(row['endsOn']) || null,
  })
  return {
    supervisions: supervisions.map((row) => ({
      ...dated(row),
      supervisor: columnText(row['supervisor']),
      supervisee: columnText(row['supervisee']),
    })),
    assignments: assignments.map((row) => ({
      ...dated(row),
      staff: columnText(row['staff']),
      patient: columnText(row['patient']),
    })),
    shifts: shifts.map((row) => ({
      staff: columnText(row['staff']),
      startsAt: columnText(row['startsAt']),
      endsAt: columnText(row['endsAt']),
    })),
  }
}

const keepLine = (system: LocalApi, review: string, line: Unassigned) =>
  ensureRow(system, 'access-review-lines' as never, {
    uniqueKey: `${review}|${line.staffId}|${line.patientId}`,
    review,
    staff: line.staffId,
    patient: line.patientId,
    roles: line.roles.join(' '),
    areas: [...new Set(line.slugs.map((slug) => areaOf(slug).many))].join(', '),
    times: line.times,
    firstAt: line.firstAt,
    lastAt: line.lastAt,
    isEmergency: line.isEmergency,
  })

/** Lists of people and patients who exist; a patient id that is none comes from a refused guess. */
const existing = async (read: FactReader, lines: readonly Unassigned[]): Promise<Unassigned[]> => {
  const idsIn = async (slug: string, ids: readonly string[]): Promise<Set<string>> => {
    const rows = ids.length ? await read.many(slug, { id: { in: [...new Set(ids)] } }) : []
    return new Set(rows.map((row) => columnText(row['id'])))
  }
  const patients = await idsIn(
    'patients',
    lines.map(({ patientId }) => patientId),
  )
  const staff = await idsIn(
    'staff',
    lines.map(({ staffId }) => staffId),
  )
  return lines.filter(({ patientId, staffId }) => patients.has(patientId) && staff.has(staffId))
}

/**
 * Makes last week's review of charts that were opened without an assignment or duty, with a task for
 * compliance; closed at once when there is nothing in it. Repeating it changes nothing.
 */
export const reviewAccesses = async (payload: BasePayload): Promise<string> => {
  const zone = practiceZone()
  const week = weekBefore(todayOfLog())
  const system = await asSystem(payload, 'Weekly review of accesses')
  const read = factReader(system.req)
  const reads = await withEmergencies(read, { reads: await readsIn(payload, week), week })
  const staffIds = [...new Set(reads.map(({ staffId }) => staffId))]
  const duties = await dutiesIn(read, { staffIds, week })
  const dayOf = (instant: string): string => dayIn(new Date(instant), zone)
  const lines = await existing(read, viewedNotAssigned(reads, { duties, dayOf }))
  const now = clock.now()
  const dueAt = new Date(now.getTime() + dueInDays * 86_400_000)
  const isEmpty = lines.length === 0
  const review = (await ensureRow(system, 'access-reviews' as never, {
    uniqueKey: `access-review|${week.firstDay}`,
    weekStartsOn: week.firstDay,
    weekEndsOn: week.lastDay,
    status: isEmpty ? 'closed' : 'open',
    outcome: isEmpty ? 'nothing' : null,
    closedAt: isEmpty ? now.toISOString() : null,
    lineCount: lines.length,
    people: [...new Set(lines.map(({ staffId }) => staffId))].join(' '),
    dueAt: dueAt.toISOString(),
  })) as { id: string } // every row has an id
  for (const line of lines) await keepLine(system, review.id, line)
  if (!isEmpty) {
    const what = countOf(lines.length, 'chart')
    await ensureTask(system, {
      uniqueKey: `access-review|${week.firstDay}`,
      title: `Review ${what} opened by people who were not on the care team, ${formatDate(week.firstDay)} to ${formatDate(week.lastDay)}.`,
      kind: 'access-review',
      assignedRole: 'compliance',
      dueAt,
      collectionSlug: 'access-reviews',
      recordId: review.id,
      closesOnlyBy: ['compliance'],
    })
  }
  return `${lines.length} charts to review`
}
