import { type CalendarDate, daysBetween, isCalendarDate } from '../calendarDate'

/** What a chart may hold; each has rules of its own. */
export const recordClasses = [
  { value: 'clinical', label: 'Treatment records' },
  { value: 'psychotherapy', label: 'Psychotherapy notes' },
  { value: 'billing', label: 'Claims and payments' },
] as const

export type RecordClass = (typeof recordClasses)[number]['value']

/** How long records of a class are kept in a state. */
export type RetentionRule = {
  /** Two letters, or `*` for every state. */
  state: string
  recordClass: RecordClass
  /** From the last service. */
  yearsFromService: number
  /** From the day the patient is of age, when they were not at the last service; null for no longer than that. */
  yearsFromMajority: number | null
  majorityAge: number
  citation: string
}

export type ChartFacts = {
  /** Where the patient lives and where services were given; unknown when empty. */
  states: readonly string[]
  classes: readonly RecordClass[]
  dateOfBirth: string | null
  /** The last day anything happened for the patient. */
  lastServiceOn: string | null
}

export type Retention =
  | { kind: 'until'; day: CalendarDate; rule: RetentionRule; because: 'service' | 'majority' }
  /** Nothing may be destroyed until the sentence is answered. */
  | { kind: 'unknown'; sentence: string }

/** The same day `years` later; a Feb 29 becomes Mar 1, so that nothing ends a day early. */
export const addYears = (date: CalendarDate, years: number): CalendarDate => {
  const [year = 0] = date.split('-').map(Number)
  const later = `${String(year + years).padStart(4, '0')}${date.slice(4)}`
  return [later].some(isCalendarDate) ? later : `${later.slice(0, 4)}-03-01`
}

type Candidate = Extract<Retention, { kind: 'until' }>

const underRule = (
  rule: RetentionRule,
  { born, last }: { born: CalendarDate; last: CalendarDate },
): Candidate => {
  const fromService = addYears(last, rule.yearsFromService)
  const byService: Candidate = { kind: 'until', day: fromService, rule, because: 'service' }
  const ofAge = addYears(born, rule.majorityAge)
  if (rule.yearsFromMajority === null || last >= ofAge) return byService
  const fromMajority = addYears(ofAge, rule.yearsFromMajority)
  return fromMajority > fromService
    ? { kind: 'until', day: fromMajority, rule, because: 'majority' }
    : byService
}

const unknown = (sentence: string): Retention => ({ kind: 'unknown', sentence })

/**
 * The first day on which a chart may be destroyed: the longest of all rules for what it holds and where it
 * belongs; minors count from majority (R67, 'whichever later' of the APA record keeping guidelines). An
 * unknown state is every state. What cannot be said blocks.
 */
export const retentionOf = (facts: ChartFacts, rules: readonly RetentionRule[]): Retention => {
  const { classes, dateOfBirth: born, lastServiceOn: last, states } = facts
  if (!isCalendarDate(born)) return unknown('The date of birth is missing.')
  if (!isCalendarDate(last)) return unknown('No day of service or registration is known.')
  if (daysBetween(born, last) < 0) return unknown('The date of birth is after the last service.')
  const applies = ({ state }: RetentionRule): boolean =>
    state === '*' || !states.length || states.includes(state)
  let longest: Candidate | null = null
  for (const recordClass of classes) {
    const ofClass = rules.filter((rule) => rule.recordClass === recordClass && applies(rule))
    if (!ofClass.length) {
      const label = recordClasses.find(({ value }) => value === recordClass)?.label ?? recordClass
      return unknown(`There is no rule for "${label}" in ${states.join(' and ') || 'any state'}.`)
    }
    for (const rule of ofClass) {
      const found = underRule(rule, { born, last })
      if (!longest || found.day > longest.day) longest = found
    }
  }
  return longest ?? unknown('The chart holds nothing that a rule is about.')
}
