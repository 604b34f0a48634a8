import { addDays, isCalendarDate } from './calendarDate'
import { weekdayOf } from './scheduling/zonedTime'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

// Two digits mean the century that puts a birth date in the past and an appointment near today.
const fullYear = (text: string, today: string): number => {
  const year = Number(text)
  if (text.length > 2) return year
  const latest = Number(today.slice(0, 4)) + 10
  return 2000 + year > latest ? 1900 + year : 2000 + year
}

const dayOf = (year: number, month: number, day: number): string | null => {
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  return isCalendarDate(date) ? date : null
}

const relative = (text: string, today: string): string | null => {
  if (text === 'today') return today
  if (text === 'tomorrow') return addDays(today, 1)
  if (text === 'yesterday') return addDays(today, -1)
  const weekday = /^[a-z]{3,9}$/.test(text) ? weekdays.indexOf(text.slice(0, 3)) : -1
  if (weekday < 0) return null
  const ahead = (weekday + 1 - weekdayOf(today) + 7) % 7
  return addDays(today, ahead || 7)
}

/**
 * Reads a day as people type it: "2026-04-14", "4/14/2026", "4/14" (this year), "Apr 14, 2026",
 * "14 April", "today", "Tue" (the next one). Null when it is no day that exists.
 */
export const parseDay = (typed: string, today: string): string | null => {
  const text = typed.trim().toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const thisYear = today.slice(0, 4)
  const slashed = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(text)
  if (slashed) {
    return dayOf(fullYear(slashed[3] ?? thisYear, today), Number(slashed[1]), Number(slashed[2]))
  }
  const named =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{2}|\d{4}))?$/.exec(text) ??
    /^(\d{1,2})\.? ([a-z]{3,9})(?: (\d{2}|\d{4}))?$/.exec(text)
  if (!named) return relative(text, today)
  const [, first = '', second = '', year] = named
  const [name, day] = /^\d/.test(first) ? [second, first] : [first, second]
  const month = months.indexOf(name.slice(0, 3)) + 1
  return month ? dayOf(fullYear(year ?? thisYear, today), month, Number(day)) : null
}
