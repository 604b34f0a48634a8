import { addDays } from '@/src/domain/calendarDate'
import {
  datesBetween,
  type InstantLike,
  instantOf,
  overlaps,
  type Span,
  serviceDateOf,
  toIso,
  toMs,
  weekdayOf,
} from '@/src/domain/scheduling/zonedTime'

/** One weekly rule: every `weekday` (1 is Monday) from `from` to `to`, as the zone's clocks show it. */
export type AvailabilityRule = {
  weekday: number
  /** `HH:MM` */
  from: string
  /** `HH:MM`, or `24:00` */
  to: string
  zone: string
  locationId: string
  /** First and last date, both included; open when absent. */
  effectiveFrom?: string | null
  effectiveTo?: string | null
}

/** Time off or a closed site; without a location it closes them all. */
export type Closure = Span & { locationId?: string | null }

export type FreeSlot = Span & { locationId: string }

export type SlotQuery = {
  availability: AvailabilityRule[]
  closures: Closure[]
  busy: Span[]
  range: { start: InstantLike; end: InstantLike }
  /** Length of a slot. */
  minutes: number
  now: InstantLike
  /** Distance between two starts; the length of a slot when absent. */
  stepMinutes?: number
}

/**
 * Every slot of `minutes` that fits into the availability, starts no earlier than `now` and `range`,
 * ends inside `range`, and touches neither a booking nor a closure. Starts count from the opening of
 * each availability window. Sorted by start, then location.
 *
 * Throws `RangeError` when a rule ends before it begins or a length is not positive.
 */
export const freeSlots = ({
  availability,
  closures,
  busy,
  range,
  minutes,
  now,
  stepMinutes = minutes,
}: SlotQuery): FreeSlot[] => {
  if (minutes <= 0 || stepMinutes <= 0) throw new RangeError('A slot needs at least one minute.')
  const earliest = Math.max(toMs(now), toMs(range.start))
  const latest = toMs(range.end)
  const found = new Map<string, FreeSlot>()

  for (const window of windowsIn({ availability, range })) {
    const windowEnd = Math.min(toMs(window.end), latest)
    const taken = [
      ...busy,
      ...closures.filter((closure) => closes(closure, window.locationId)),
    ].filter((span) => overlaps(span, window))
    for (
      let ms = toMs(window.start);
      ms + minutes * 60_000 <= windowEnd;
      ms += stepMinutes * 60_000
    ) {
      const slot = {
        start: toIso(ms),
        end: toIso(ms + minutes * 60_000),
        locationId: window.locationId,
      }
      if (ms < earliest || taken.some((span) => overlaps(span, slot))) continue
      found.set(`${slot.start} ${slot.locationId}`, slot)
    }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot)
}

/**
 * The first `count` free slots from `now` on, looking at most `withinDays` ahead (60 by default).
 * Fewer when there are no more.
 */
export const nextFreeSlots = ({
  count,
  withinDays = 60,
  ...query
}: Omit<SlotQuery, 'range'> & { count: number; withinDays?: number }): FreeSlot[] => {
  const weekMs = 7 * 24 * 60 * 60_000
  const limit = toMs(query.now) + withinDays * (weekMs / 7)
  const found = new Map<string, FreeSlot>()
  for (let start = toMs(query.now); start < limit && found.size < count; start += weekMs) {
    // A slot may begin in one week and end in the next, so each look reaches one slot further.
    const end = Math.min(start + weekMs + query.minutes * 60_000, limit)
    for (const slot of freeSlots({ ...query, range: { start: toIso(start), end: toIso(end) } })) {
      found.set(`${slot.start} ${slot.locationId}`, slot)
    }
  }
  return [...found.values()].slice(0, count)
}

/** Whether a closure is about a place. */
export const closes = (closure: Closure, locationId: string): boolean =>
  !closure.locationId || closure.locationId === locationId

type Day = { date: string; weekday: number }

/** The dates of a range as a zone has them, and the day before: a range may begin inside a window of it. */
const daysIn = (range: SlotQuery['range'], zone: string): Day[] => {
  const from = addDays(serviceDateOf({ instant: range.start, zone }), -1)
  const to = serviceDateOf({ instant: range.end, zone })
  return datesBetween({ from, to }).map((date) => ({ date, weekday: weekdayOf(date) }))
}

/** Answers from memory what was asked before. */
export const remembered = <Answer>(
  ask: (...key: string[]) => Answer,
): ((...key: string[]) => Answer) => {
  const known = new Map<string, Answer>()
  return (...key) => {
    const name = key.length === 1 ? String(key[0]) : key.join(' ')
    const answer = known.get(name) ?? ask(...key)
    known.set(name, answer)
    return answer
  }
}

/**
 * The times that weekly hours open in a range, each with its place and its rule; closures are not looked at.
 * Many rules open the same hours, so dates and instants are worked out once for all of them.
 */
export const windowsIn = <Rule extends AvailabilityRule>({
  availability,
  range,
}: {
  availability: readonly Rule[]
  range: SlotQuery['range']
}): (FreeSlot & { rule: Rule })[] => {
  const daysOf = remembered((zone = '') => daysIn(range, zone))
  const at = remembered((date = '', time = '', zone = '') => instantOf({ date, time, zone }))
  return availability.flatMap((rule) => {
    if (rule.to <= rule.from) throw new RangeError('Availability must end after it begins.')
    return daysOf(rule.zone)
      .filter((day) => applies({ rule, day }))
      .map(({ date }) => ({
        start: at(date, rule.from, rule.zone),
        end: at(date, rule.to, rule.zone),
        locationId: rule.locationId,
        rule,
      }))
  })
}

const applies = ({ rule, day }: { rule: AvailabilityRule; day: Day }): boolean =>
  day.weekday === rule.weekday &&
  (!rule.effectiveFrom || day.date >= rule.effectiveFrom) &&
  (!rule.effectiveTo || day.date <= rule.effectiveTo)
