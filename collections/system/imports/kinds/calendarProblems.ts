import { resourcesOf } from '@/collections/treatment/planVisit'
import { factReader } from '@/hooks/facts'
import type { Problem } from '@/src/domain/imports/problems'
import { idIn, type Row } from '@/src/domain/row'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import { toMs } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import type { Wish } from './appointmentWish'
import type { KindContext } from './kindWork'
import { rowsWith } from './people'

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
export const calendarProblems = async (
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
