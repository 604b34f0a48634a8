import { type AvailabilityRule, type Closure, closes, remembered, windowsIn } from './freeSlots'
import { type Span, serviceDateOf, toMs } from './zonedTime'

const minuteMs = 60_000

/** How much of a span the others cover, counted once where they overlap; in milliseconds. */
const coveredMs = (start: number, end: number, others: readonly Span[]): number => {
  const inside = others
    .map((other) => ({
      start: Math.max(start, toMs(other.start)),
      end: Math.min(end, toMs(other.end)),
    }))
    .filter((part) => part.end > part.start)
    .sort((a, b) => a.start - b.start)
  let covered = 0
  let reached = start
  for (const part of inside) {
    covered += Math.max(0, part.end - Math.max(part.start, reached))
    reached = Math.max(reached, part.end)
  }
  return covered
}

type Hours = { availability: AvailabilityRule[]; closures: Closure[] }

/**
 * Minutes that each person's hours leave open, by calendar day of `zone`, closures taken out (F5's
 * denominator). `range` is ISO UTC, its end not included; windows that begin outside of it do not count.
 */
export const openMinutesByDay = ({
  people,
  range,
  zone,
}: {
  people: readonly Hours[]
  range: Span
  zone: string
}): { day: string; amount: number }[] => {
  const days = new Map<string, number>()
  const dayOf = remembered((start = '') => serviceDateOf({ instant: start, zone }))
  const instant = remembered((text = '') => toMs(text))
  const [first, last] = [toMs(range.start), toMs(range.end)]
  const rules = people.flatMap(({ availability, closures }) =>
    availability.map((rule) => ({ ...rule, closures })),
  )
  for (const { start, end, locationId, rule } of windowsIn({ availability: rules, range })) {
    const from = instant(start)
    if (from < first || from >= last) continue
    const to = instant(end)
    const away = rule.closures.filter((closure) => closes(closure, locationId))
    const open = to - from - (away.length ? coveredMs(from, to, away) : 0)
    const day = dayOf(start)
    days.set(day, (days.get(day) ?? 0) + open / minuteMs)
  }
  return [...days].map(([day, amount]) => ({ day, amount }))
}
