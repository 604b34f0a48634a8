import { daysBetween } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'
import { spellDay } from '../fields/spellDay'
import { Chip } from './Chip'

const soonDays = 7

const verbs = {
  due: { ahead: 'Due', past: (days: string) => `${days} overdue` },
  expiry: { ahead: 'Expires', past: (days: string) => `Expired ${days} ago` },
} as const

const wordsFor = (what: keyof typeof verbs, days: number, day: string): string => {
  const { ahead, past } = verbs[what]
  const count = countOf(Math.abs(days), 'day')
  if (days < 0) return past(count)
  if (days === 0) return `${ahead} today`
  return days <= soonDays ? `${ahead} in ${count}` : `${ahead} ${spellDay(day)}`
}

type Props = { day: string; today: string; what?: keyof typeof verbs }

/** When something is due or ends, seen from today (both `YYYY-MM-DD`); red once it is past. */
export const DueChip = ({ day, today, what = 'due' }: Props) => {
  const days = daysBetween(today, day)
  return (
    <Chip icon="clock" tone={days < 0 ? 'bad' : days <= soonDays ? 'warn' : 'plain'}>
      {wordsFor(what, days, day)}
    </Chip>
  )
}
