import { formatTime } from './formatTime'

/** A stretch of a weekday (1 is Monday) as clocks show it: `from` and `to` are `HH:MM`, `to` at most `24:00`. */
export type OpenStretch = { weekday: number; from: string; to: string }

/** When a place is open week by week; a weekday without a stretch is closed. */
export type WeekHours = readonly OpenStretch[]

export const weekdays = [
  { value: 1, label: 'Monday', short: 'Mon' },
  { value: 2, label: 'Tuesday', short: 'Tue' },
  { value: 3, label: 'Wednesday', short: 'Wed' },
  { value: 4, label: 'Thursday', short: 'Thu' },
  { value: 5, label: 'Friday', short: 'Fri' },
  { value: 6, label: 'Saturday', short: 'Sat' },
  { value: 7, label: 'Sunday', short: 'Sun' },
] as const

// More than anybody writes on a door.
const mostStretches = 70

/** Whether a text is a time of day, `00:00` to `24:00`. */
export const isClockTime = (text: unknown): text is string =>
  typeof text === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)

/** What a record keeps as its hours; empty where nobody said them. */
export const weekHoursIn = (value: unknown): WeekHours =>
  Array.isArray(value) ? (value as WeekHours) : [] // checked when it was written

export const inWeekOrder = (hours: WeekHours): OpenStretch[] =>
  hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))

/** "5:30 PM" */
const spellTime = (time: string): string =>
  time === '24:00' ? 'midnight' : formatTime({ instant: `2026-01-01T${time}:00Z`, zone: 'UTC' })

const spell = ({ from, to }: OpenStretch): string => `${spellTime(from)}–${spellTime(to)}`

const stretchProblem = (value: unknown): string | null => {
  const { weekday, from, to, ...rest } = (value ?? {}) as Partial<
    Record<keyof OpenStretch, unknown>
  > // looked at here
  const day = weekdays.find((each) => each.value === weekday)?.label
  if (!day || Object.keys(rest).length)
    return 'Give the opening hours as a list such as [{ "weekday": 1, "from": "08:00", "to": "18:00" }]; 1 is Monday.'
  for (const time of [from, to]) {
    if (time === '' || time === null || time === undefined)
      return `${day}: enter when it opens and when it closes, or take the line away.`
    if (!isClockTime(time))
      return `${day}: "${String(time).slice(0, 20)}" is no time of day. Enter one such as 09:00.`
  }
  const stretch = { weekday, from, to } as OpenStretch // looked at above
  return stretch.to > stretch.from
    ? null
    : `${day}: closing at ${spellTime(stretch.to)} is not after opening at ${spellTime(stretch.from)}. Check both times.`
}

/** Why something is no opening hours, in a sentence that names the day; null when it is. */
export const weekHoursProblem = (value: unknown): string | null => {
  if (!Array.isArray(value) || value.length > mostStretches) return stretchProblem(null)
  for (const each of value) {
    const problem = stretchProblem(each)
    if (problem) return problem
  }
  const ordered = inWeekOrder(weekHoursIn(value))
  for (const [index, next] of ordered.entries()) {
    const before = ordered[index - 1]
    if (before?.weekday === next.weekday && before.to > next.from)
      return `${weekdays[next.weekday - 1]?.label}: ${spell(before)} and ${spell(next)} overlap. Join them, or shorten one.`
  }
  return null
}

type SpelledDay = { days: readonly string[]; hours: string }

/** Days that follow each other with the same hours, together. */
const spelledDays = (hours: WeekHours): SpelledDay[] => {
  const spelled: { days: string[]; hours: string }[] = []
  for (const { value, short } of weekdays) {
    const own = inWeekOrder(hours).filter(({ weekday }) => weekday === value)
    const words = own.map(spell).join(', ') || 'closed'
    const last = spelled.at(-1)
    if (last?.hours === words) last.days.push(short)
    else spelled.push({ days: [short], hours: words })
  }
  return spelled
}

const span = (days: readonly string[]): string =>
  days.length > 1 ? `${days[0]}–${days.at(-1)}` : (days[0] ?? '')

/** "Mon–Thu 8:00 AM–7:00 PM", a line for each run of days; none where nobody said when it is open. */
export const spellWeek = (hours: WeekHours): string[] =>
  hours.length ? spelledDays(hours).map(({ days, hours: words }) => `${span(days)} ${words}`) : []
