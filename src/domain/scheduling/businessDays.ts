import { addDays } from '@/src/domain/calendarDate'
import {
  type InstantLike,
  instantOf,
  serviceDateOf,
  weekdayOf,
} from '@/src/domain/scheduling/zonedTime'

export type Holiday = { date: string; name: string }

type FixedHoliday = { name: string; month: number; day: number; since?: number }
type FloatingHoliday = { name: string; month: number; weekday: number; nth: number }

/** 5 U.S.C. 6103(a). `nth` -1 is the last one of the month. */
const FIXED: FixedHoliday[] = [
  { name: "New Year's Day", month: 1, day: 1 },
  { name: 'Juneteenth', month: 6, day: 19, since: 2021 },
  { name: 'Independence Day', month: 7, day: 4 },
  { name: 'Veterans Day', month: 11, day: 11 },
  { name: 'Christmas Day', month: 12, day: 25 },
]
const FLOATING: FloatingHoliday[] = [
  { name: 'Martin Luther King Jr. Day', month: 1, weekday: 1, nth: 3 },
  { name: "Washington's Birthday", month: 2, weekday: 1, nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: 1, nth: -1 },
  { name: 'Labor Day', month: 9, weekday: 1, nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: 1, nth: 2 },
  { name: 'Thanksgiving Day', month: 11, weekday: 4, nth: 4 },
]

/**
 * The US federal holidays of a year on the days they are observed: a Saturday's on Friday, a
 * Sunday's on Monday (5 U.S.C. 6103(b); Executive Order 11582). New Year's Day may therefore fall on
 * 31 December of the year before. Sorted by date.
 */
export const federalHolidays = (year: number): Holiday[] =>
  [
    ...FIXED.filter(({ since }) => !since || year >= since).map(({ name, month, day }) => ({
      name,
      date: observed(dateOf(year, month, day)),
    })),
    ...FLOATING.map((holiday) => ({ name: holiday.name, date: nthWeekday({ year, ...holiday }) })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))

/** Whether a date is Monday to Friday, no federal holiday and none of the practice's own closures. */
export const isBusinessDay = ({
  date,
  closedDates = [],
}: {
  date: string
  closedDates?: string[]
}): boolean => weekdayOf(date) <= 5 && !closedDates.includes(date) && !isFederalHoliday(date)

/** The date `days` business days after `date`, which itself never counts. */
export const addBusinessDays = ({
  date,
  days,
  closedDates = [],
}: {
  date: string
  days: number
  closedDates?: string[]
}): string => {
  let current = date
  for (let left = days; left > 0; ) {
    current = addDays(current, 1)
    if (isBusinessDay({ date: current, closedDates })) left -= 1
  }
  return current
}

/** Business days after `from` up to and including `to`; 0 when `to` is not later. */
export const businessDaysBetween = ({
  from,
  to,
  closedDates = [],
}: {
  from: string
  to: string
  closedDates?: string[]
}): number => {
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isBusinessDay({ date, closedDates })) count += 1
  }
  return count
}

/**
 * The instant by which something is due `days` business days after it came in (R01: the first
 * response to an inquiry), at closing time in the practice's zone.
 */
export const businessDeadline = ({
  receivedAt,
  days,
  zone,
  closingTime = '17:00',
  closedDates = [],
}: {
  receivedAt: InstantLike
  days: number
  zone: string
  closingTime?: string
  closedDates?: string[]
}): string => {
  const received = serviceDateOf({ instant: receivedAt, zone })
  return instantOf({
    date: addBusinessDays({ date: received, days, closedDates }),
    time: closingTime,
    zone,
  })
}

const isFederalHoliday = (date: string): boolean => {
  const year = Number(date.slice(0, 4))
  return [...federalHolidays(year), ...federalHolidays(year + 1)].some(
    (holiday) => holiday.date === date,
  )
}

const dateOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const observed = (date: string): string => {
  const weekday = weekdayOf(date)
  if (weekday === 6) return addDays(date, -1)
  if (weekday === 7) return addDays(date, 1)
  return date
}

const nthWeekday = ({
  year,
  month,
  weekday,
  nth,
}: {
  year: number
  month: number
  weekday: number
  nth: number
}): string => {
  if (nth > 0) {
    const first = dateOf(year, month, 1)
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  }
  const nextMonth = month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1)
  const last = addDays(nextMonth, -1)
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
}
