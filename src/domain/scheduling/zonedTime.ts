import { Temporal } from 'temporal-polyfill'
import { addDays, daysBetween } from '@/src/domain/calendarDate'

/** An instant as the database stores it (ISO text with offset) or as the clock gives it. */
export type InstantLike = string | Date

/** A span of time; `end` is not part of it. Both are ISO texts in UTC. */
export type Span = { start: string; end: string }

const MINUTE_MS = 60_000

/** Milliseconds since 1970 of an instant. Throws `RangeError` for anything that is not one. */
export const toMs = (instant: InstantLike): number => {
  const ms = instant instanceof Date ? instant.getTime() : Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('This is not a date and time.')
  return ms
}

/** The ISO text in UTC of an instant, as the database stores it. */
export const toIso = (instant: InstantLike | number): string =>
  new Date(typeof instant === 'number' ? instant : toMs(instant)).toISOString()

/** The service date, `YYYY-MM-DD`, that an instant falls on in a location's zone. */
export const serviceDateOf = ({ instant, zone }: { instant: InstantLike; zone: string }): string =>
  zoned({ instant, zone }).toPlainDate().toString()

/** The wall time, `HH:MM`, that an instant shows in a zone. */
export const wallTimeOf = ({ instant, zone }: { instant: InstantLike; zone: string }): string =>
  zoned({ instant, zone }).toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * The instant at which a zone's clocks show `time` (`HH:MM`, or `24:00` for the end of the day) on a
 * date. A time that is skipped in spring moves forward with the clocks; of a time that comes twice in
 * autumn the first is meant. Throws `RangeError` for dates and times that do not exist.
 */
export const instantOf = ({
  date,
  time,
  zone,
}: {
  date: string
  time: string
  zone: string
}): string => {
  const day = plainDate(date)
  if (time === '24:00') return startOfDay({ day: day.add({ days: 1 }), zone })
  const local = day.toPlainDateTime(plainTime(time))
  return toIso(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** The instant `minutes` later, or earlier when negative. */
export const addMinutes = ({
  instant,
  minutes,
}: {
  instant: InstantLike
  minutes: number
}): string => toIso(toMs(instant) + minutes * MINUTE_MS)

/** Whole minutes from `start` to `end`, a started minute not counted. */
export const minutesBetween = ({ start, end }: { start: InstantLike; end: InstantLike }): number =>
  Math.floor((toMs(end) - toMs(start)) / MINUTE_MS)

/** ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => plainDate(date).dayOfWeek

/** Every date from `from` to `to`, both included; empty when `to` is earlier. */
export const datesBetween = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, days) => addDays(from, days))

/** The span of a date in a zone: 23, 24 or 25 hours. */
export const dayRange = ({ date, zone }: { date: string; zone: string }): Span => ({
  start: instantOf({ date, time: '00:00', zone }),
  end: instantOf({ date, time: '24:00', zone }),
})

/** The span of the week that holds a date. `startsOn` is an ISO weekday, Monday by default. */
export const weekRange = ({
  date,
  zone,
  startsOn = 1,
}: {
  date: string
  zone: string
  startsOn?: number
}): Span => {
  const first = addDays(date, -((weekdayOf(date) - startsOn + 7) % 7))
  return {
    start: instantOf({ date: first, time: '00:00', zone }),
    end: instantOf({ date: addDays(first, 7), time: '00:00', zone }),
  }
}

/** Age in whole years on a date. Somebody born on 29 February turns a year older on 1 March. */
export const ageOn = ({ birthDate, on }: { birthDate: string; on: string }): number => {
  const born = plainDate(birthDate)
  const day = plainDate(on)
  const hadBirthday = day.month > born.month || (day.month === born.month && day.day >= born.day)
  return day.year - born.year - (hadBirthday ? 0 : 1)
}

/** Whether two spans share any time; touching ends do not. */
export const overlaps = (one: Span, other: Span): boolean =>
  toMs(one.start) < toMs(other.end) && toMs(other.start) < toMs(one.end)

/** Whether a text names a time zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== ''
  } catch {
    return false
  }
}

const zoned = ({ instant, zone }: { instant: InstantLike; zone: string }) =>
  Temporal.Instant.fromEpochMilliseconds(toMs(instant)).toZonedDateTimeISO(zone)

const startOfDay = ({ day, zone }: { day: Temporal.PlainDate; zone: string }): string =>
  toIso(day.toZonedDateTime(zone).epochMilliseconds)

/** Temporal also reads longer texts; only the plain form is a date here. */
const plainDate = (date: string): Temporal.PlainDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError('A date looks like 2026-04-14.')
  return Temporal.PlainDate.from(date, { overflow: 'reject' })
}

const plainTime = (time: string): Temporal.PlainTime => {
  if (!/^\d{2}:\d{2}$/.test(time)) throw new RangeError('A time looks like 09:30.')
  return Temporal.PlainTime.from(time, { overflow: 'reject' })
}
