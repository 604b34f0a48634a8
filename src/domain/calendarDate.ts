const MS_PER_DAY = 86_400_000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day without time or zone, 'YYYY-MM-DD'. Service dates and deadlines are calendar dates. */
export type CalendarDate = string

/** True for a day that exists: '2026-02-28' yes, '2026-02-30' no. */
export const isCalendarDate = (text: unknown): text is CalendarDate =>
  typeof text === 'string' && dayNumber(text) !== null

/** The day `days` after `date` (before it when negative). Throws a RangeError for no such day. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(requireDay(date) + days)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  requireDay(to) - requireDay(from)

/** True when `date` lies in [from, to], both ends included; an open end is null. */
export const isWithin = (date: CalendarDate, range: DateRange): boolean =>
  (!range.from || range.from <= date) && (!range.to || date <= range.to)

/** 'Jan 5, 2026', for sentences. */
export const formatDate = (date: CalendarDate): string => {
  requireDay(date)
  const [year, month, day] = date.split('-').map(Number)
  return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}`
}

export type DateRange = { from?: CalendarDate | null; to?: CalendarDate | null }

const dayNumber = (text: string): number | null => {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const isSame = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isSame ? Math.round(date.getTime() / MS_PER_DAY) : null
}

const requireDay = (date: CalendarDate): number => {
  const day = dayNumber(date)
  if (day === null) throw new RangeError(`"${date}" is not a day. Write it as YYYY-MM-DD.`)
  return day
}

const fromDayNumber = (day: number): CalendarDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
