import { isCalendarDate } from '@/src/domain/calendarDate'

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
})

/** "4/14/2026", as it stands in a text box; what is no day stays as it was typed. */
export const writeDay = (day: string): string => {
  if (!isCalendarDate(day)) return day
  const [year, month, date] = day.split('-').map(Number)
  return `${month}/${date}/${year}`
}

/** "Tue, Apr 14, 2026" for a day that exists; empty otherwise. */
export const spellDay = (day: string): string =>
  isCalendarDate(day) ? dayFormat.format(new Date(`${day}T00:00:00Z`)) : ''
