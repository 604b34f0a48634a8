import { daysBetween } from '@/src/domain/calendarDate'
import { spellDay } from '../fields/parseDay'
import { Chip } from './Chip'

const soonDays = 7

const wordsFor = (days: number, day: string): string => {
  if (days < 0) return days === -1 ? '1 day overdue' : `${-days} days overdue`
  if (days === 0) return 'Due today'
  return days <= soonDays ? `Due in ${days} ${days === 1 ? 'day' : 'days'}` : `Due ${spellDay(day)}`
}

/** When something is due, seen from today (both `YYYY-MM-DD`); red once it is late. */
export const DueChip = ({ day, today }: { day: string; today: string }) => {
  const days = daysBetween(today, day)
  return (
    <Chip icon="clock" tone={days < 0 ? 'bad' : days <= soonDays ? 'warn' : 'plain'}>
      {wordsFor(days, day)}
    </Chip>
  )
}
