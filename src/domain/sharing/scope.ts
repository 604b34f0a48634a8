import type { CalendarDate } from '../calendarDate'
import { formatDate } from '../calendarDate'
import { classesIn, classWords } from './recordClasses'

/** What is asked for, or what a release covers: classes of the record and the days they are about. */
export type Scope = {
  /** Codes with spaces between them. */
  classes: string
  from: CalendarDate | null
  to: CalendarDate | null
}

/** What is wrong with a range of days, or null. */
export const rangeProblem = ({ from, to }: Pick<Scope, 'from' | 'to'>): string | null =>
  from && to && from > to
    ? `The last day (${formatDate(to)}) is before the first (${formatDate(from)}). Change one of them.`
    : null

/** Everything asked for that a release does not cover, as sentences. */
export const beyondScope = (asked: Scope, covered: Scope): string[] => {
  const allowed = new Set<string>(classesIn(covered.classes))
  const extra = classesIn(asked.classes).filter((code) => !allowed.has(code))
  return [
    ...(extra.length
      ? [
          `The release does not cover ${classWords(extra.join(' '))}. Leave that out, or ask for a new release.`,
        ]
      : []),
    ...(covered.from && (!asked.from || asked.from < covered.from)
      ? [
          `The release covers records from ${formatDate(covered.from)} on. Choose that day or a later one as the first.`,
        ]
      : []),
    ...(covered.to && (!asked.to || asked.to > covered.to)
      ? [
          `The release covers records up to ${formatDate(covered.to)}. Choose that day or an earlier one as the last.`,
        ]
      : []),
  ]
}

/** "Apr 1, 2026 to Apr 30, 2026", "from Apr 1, 2026", "all dates". */
export const rangeWords = ({ from, to }: Pick<Scope, 'from' | 'to'>): string => {
  if (from && to) return `${formatDate(from)} to ${formatDate(to)}`
  if (from) return `from ${formatDate(from)}`
  return to ? `up to ${formatDate(to)}` : 'all dates'
}
