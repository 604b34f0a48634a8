import { type AvailabilityRule, type Closure, closes, windowsIn } from './freeSlots'
import { type Span, serviceDateOf, toMs } from './zonedTime'

const minuteMs = 60_000

/** How much of a span the others cover, counted once where they overlap; in milliseconds. */
const coveredMs = (span: Span, others: readonly Span[]): number => {
  const start = toMs(span.start)
  const end = toMs(span.end)
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
  for (const { availability, closures } of people) {
    for (const window of windowsIn({ availability, range })) {
      const start = toMs(window.start)
      if (start < toMs(range.start) || start >= toMs(range.end)) continue
      const away = closures.filter((closure) => closes(closure, window.locationId))
      const open = toMs(window.end) - start - coveredMs(window, away)
      const day = serviceDateOf({ instant: window.start, zone })
      days.set(day, (days.get(day) ?? 0) + open / minuteMs)
    }
  }
  return [...days].map(([day, amount]) => ({ day, amount }))
}
