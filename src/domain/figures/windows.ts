import { addDays, type CalendarDate } from '../calendarDate'

/** First and last day, both included. */
export type Window = { from: CalendarDate; to: CalendarDate }

/** How long a figure looks back, and how many such looks make its trend, a week apart. */
export const windowDays = 28
export const trendPoints = 12

/** The spans of a trend, oldest first; the last one ends on `lastDay`. */
export const windowsUntil = (lastDay: CalendarDate): Window[] =>
  Array.from({ length: trendPoints }, (_, at) => {
    const to = addDays(lastDay, -7 * (trendPoints - 1 - at))
    return { from: addDays(to, 1 - windowDays), to }
  })

/** The day before which no row of a trend that ends on `lastDay` lies. */
export const firstDayOf = (lastDay: CalendarDate): CalendarDate =>
  addDays(lastDay, 1 - windowDays - 7 * (trendPoints - 1))

export type Dated = { day: CalendarDate; amount: number }

/** Sum of the amounts of a span. */
export const within = (rows: readonly Dated[], { from, to }: Window): number =>
  rows.reduce((sum, { day, amount }) => (day >= from && day <= to ? sum + amount : sum), 0)
