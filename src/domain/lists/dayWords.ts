import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../calendarDate'
import { instantOf, serviceDateOf } from '../scheduling/zonedTime'

/** What a field keeps of time: a day of its own, or an instant. */
export type DayKind = 'day' | 'instant'

type Today = { today: CalendarDate; zone: string }
type Conditions = { [name: string]: unknown }

const word = /^today(?:([+-])(\d{1,4}))?$/

/** A day counted from today, such as `today`, `today+60` and `today-7`. */
const wordOf = (days: number): string =>
  days === 0 ? 'today' : `today${days > 0 ? '+' : '-'}${Math.abs(days)}`

const spell = (value: unknown, kind: DayKind, { today, zone }: Today): unknown => {
  const found = typeof value === 'string' ? word.exec(value) : null
  if (!found) return value
  const [, sign, digits = '0'] = found
  const day = addDays(today, sign === '-' ? -Number(digits) : Number(digits))
  return kind === 'day' ? day : instantOf({ date: day, time: '00:00', zone })
}

const count = (value: unknown, kind: DayKind, { today, zone }: Today): unknown => {
  if (typeof value !== 'string') return value
  if (kind === 'day') return isCalendarDate(value) ? wordOf(daysBetween(today, value)) : value
  if (Number.isNaN(Date.parse(value))) return value
  const day = serviceDateOf({ instant: new Date(value).toISOString(), zone })
  return wordOf(daysBetween(today, day))
}

type Change = (value: unknown, kind: DayKind) => unknown

const isGroup = (name: string): boolean => name === 'and' || name === 'or'

const changeDays = <C extends Conditions>(
  where: C,
  kindOf: (name: string) => DayKind | null,
  change: Change,
): C => {
  const parts = Object.entries(where).map(([name, held]) => {
    if (isGroup(name) && Array.isArray(held))
      return [name, held.map((part: Conditions) => changeDays(part, kindOf, change))]
    const kind = kindOf(name)
    if (!kind || !held || typeof held !== 'object') return [name, held]
    const compared = Object.entries(held).map(([operator, value]) => [
      operator,
      Array.isArray(value) ? value.map((each) => change(each, kind)) : change(value, kind),
    ])
    return [name, Object.fromEntries(compared)]
  })
  return Object.fromEntries(parts)
}

type Place = Today & { kindOf: (name: string) => DayKind | null }

/** Conditions with the days that their words mean today; an instant is the first of its day. */
export const spellDays = <C extends Conditions>(where: C, { kindOf, ...now }: Place): C =>
  changeDays(where, kindOf, (value, kind) => spell(value, kind, now))

/** Conditions whose days are counted from today, so that they move along with it. */
export const countDays = <C extends Conditions>(where: C, { kindOf, ...now }: Place): C =>
  changeDays(where, kindOf, (value, kind) => count(value, kind, now))
