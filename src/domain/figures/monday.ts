import { addDays, type CalendarDate, daysBetween } from '../calendarDate'
import { type Dated, type Window, windowsUntil, within } from './windows'

export type FigureKey =
  | 'utilization'
  | 'noShows'
  | 'conversion'
  | 'lateNotes'
  | 'openNotes'
  | 'overduePlans'
  | 'daysInReceivables'
  | 'denials'
  | 'expiringLicenses'
  | 'overrides'

/** One value with what it is made of. `share` is 0 to 1, `days` and `count` are what they say. */
export type Figure = {
  key: FigureKey
  unit: 'share' | 'days' | 'count'
  /** Null when there is nothing to divide by. */
  value: number | null
  numerator: number
  /** Null for counts. */
  denominator: number | null
  /** The same figure at the ends of twelve weeks, oldest first; the last is `value`. */
  trend: (number | null)[]
  /** The figure of the last span by person or rule, the largest first. */
  parts: { id: string; amount: number }[]
}

export type Visit = Dated & { status: string; cancelKind: string | null }

/**
 * Sessions of a day that need a note, by how many hours after its end it was signed; null: not signed. Those
 * signed in time may be together, under nobody's name.
 */
export type Documentation = Dated & { clinician: string; hoursToSign: number | null }

export type PlanSpan = {
  patient: string
  from: CalendarDate
  until: CalendarDate | null
  reviewOn: CalendarDate
}

export type LedgerDay = Dated & { account: string; isCharge: boolean }

export type Cohort = Dated & { isKept: boolean }

export type Answered = Dated & { status: string }

/** What the figures are computed from; each list is counts by day, `today` the practice's calendar day. */
export type MondayFacts = {
  today: CalendarDate
  visits: readonly Visit[]
  heldMinutes: readonly Dated[]
  openMinutes: readonly Dated[]
  documentation: readonly Documentation[]
  plans: readonly PlanSpan[]
  /** Days on which people with such a plan came or are booked. */
  visitDays: ReadonlyMap<string, readonly CalendarDate[]>
  ledger: readonly LedgerDay[]
  answered: readonly Answered[]
  licenses: readonly Dated[]
  overrides: readonly (Dated & { rule: string })[]
  cohorts: readonly Cohort[]
}

/** Signed within three days of the session is in time (F22, F23). */
export const lateAfterHours = 72

/** Those who wrote have two months to come to a first session (F12). */
export const cohortDays = 60

/** Renewals take a board up to two months (F46). */
export const licenseDays = 60

/** Whoever neither came for so long nor is booked is not in care any more (R35). */
export const inCareDays = 45

const isInCare = (visits: readonly CalendarDate[], day: CalendarDate): boolean =>
  visits.some((visit) => visit >= addDays(day, -inCareDays) && visit <= addDays(day, inCareDays))

export const receivableAccounts = ['patientReceivable', 'payerReceivable']
export const receivableDays = 90

type Ratio = { numerator: number; denominator: number }

const divide = ({ numerator, denominator }: Ratio): number | null =>
  denominator ? numerator / denominator : null

const ratios = (
  key: FigureKey,
  unit: Figure['unit'],
  windows: readonly Window[],
  ratioOf: (window: Window) => Ratio,
  parts: Figure['parts'] = [],
): Figure => {
  const all = windows.map(ratioOf)
  const last = all.at(-1) ?? { numerator: 0, denominator: 0 }
  return { key, unit, value: divide(last), ...last, trend: all.map(divide), parts }
}

const counts = (
  key: FigureKey,
  days: readonly CalendarDate[],
  countOn: (day: CalendarDate) => number,
  parts: Figure['parts'] = [],
): Figure => {
  const trend = days.map(countOn)
  const value = trend.at(-1) ?? 0
  return { key, unit: 'count', value, numerator: value, denominator: null, trend, parts }
}

const sumBy = <Row extends { amount: number }>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Figure['parts'] => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(idOf(row), (sums.get(idOf(row)) ?? 0) + row.amount)
  return [...sums]
    .map(([id, amount]) => ({ id, amount }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || a.id.localeCompare(b.id))
}

const isIn =
  ({ from, to }: Window) =>
  ({ day }: Dated): boolean =>
    day >= from && day <= to

/** F1: no-shows of those that were kept, missed or canceled too late. */
const noShowRatio = (visits: readonly Visit[], window: Window): Ratio => {
  const own = visits.filter(isIn(window))
  const sum = (matches: (visit: Visit) => boolean): number =>
    own.filter(matches).reduce((total, { amount }) => total + amount, 0)
  const missed = sum(({ status }) => status === 'noShow')
  const kept = sum(({ status }) => status === 'completed')
  const late = sum(
    ({ status, cancelKind }) => status === 'cancelled' && cancelKind === 'patientLate',
  )
  return { numerator: missed, denominator: kept + missed + late }
}

// A note is owed three days after the session: those whose time is not over yet count for nothing.
const owedOn =
  (today: CalendarDate) =>
  ({ day, hoursToSign }: Documentation): boolean =>
    hoursToSign !== null || daysBetween(day, today) > lateAfterHours / 24

const isLate = ({ hoursToSign }: Documentation): boolean =>
  hoursToSign === null || hoursToSign > lateAfterHours

const isOpenOn =
  (at: CalendarDate) =>
  ({ day, hoursToSign }: Documentation): boolean => {
    const age = daysBetween(day, at)
    return age > lateAfterHours / 24 && (hoursToSign === null || hoursToSign > age * 24)
  }

const total = (rows: readonly { amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0)

/** F37: what is owed to the practice, in days of its charges of the last 90. */
const receivables = (ledger: readonly LedgerDay[], at: CalendarDate): Ratio => {
  const owed = total(
    ledger.filter(({ account, day }) => receivableAccounts.includes(account) && day <= at),
  )
  const charged = within(
    ledger.filter(({ account, isCharge }) => isCharge && account === 'revenue'),
    { from: addDays(at, 1 - receivableDays), to: at },
  )
  return { numerator: owed, denominator: -charged / receivableDays }
}

const adjudicated = ['paid', 'partiallyPaid', 'denied', 'patientOwes', 'closed']

/**
 * The owner's figures as of a day: shares over four weeks, counts and days at its end, each with the twelve
 * weeks before. Formulas: F1, F5, F12, F22, F23, F25, F35, F37, F46, F51.
 */
export const mondayFigures = (facts: MondayFacts): Figure[] => {
  const windows = windowsUntil(facts.today)
  const days = windows.map(({ to }) => to)
  const last = windows.at(-1) ?? { from: facts.today, to: facts.today }
  const owed = facts.documentation.filter(owedOn(facts.today))
  const lateLast = owed.filter((row) => isLate(row) && isIn(last)(row))
  return [
    ratios('utilization', 'share', windows, (window) => ({
      numerator: within(facts.heldMinutes, window),
      denominator: within(facts.openMinutes, window),
    })),
    ratios('noShows', 'share', windows, (window) => noShowRatio(facts.visits, window)),
    ratios('conversion', 'share', windowsUntil(addDays(facts.today, -cohortDays)), (window) => ({
      numerator: within(
        facts.cohorts.filter(({ isKept }) => isKept),
        window,
      ),
      denominator: within(facts.cohorts, window),
    })),
    ratios(
      'lateNotes',
      'share',
      windows,
      (window) => ({
        numerator: within(owed.filter(isLate), window),
        denominator: within(owed, window),
      }),
      sumBy(lateLast, ({ clinician }) => clinician),
    ),
    counts(
      'openNotes',
      days,
      (day) => total(facts.documentation.filter(isOpenOn(day))),
      sumBy(facts.documentation.filter(isOpenOn(facts.today)), ({ clinician }) => clinician),
    ),
    counts(
      'overduePlans',
      days,
      (day) =>
        facts.plans.filter(
          ({ patient, from, until, reviewOn }) =>
            from <= day &&
            reviewOn < day &&
            (until === null || until > day) &&
            isInCare(facts.visitDays.get(patient) ?? [], day),
        ).length,
    ),
    ratios('daysInReceivables', 'days', windows, ({ to }) => receivables(facts.ledger, to)),
    ratios('denials', 'share', windows, (window) => {
      const own = facts.answered.filter(({ status }) => adjudicated.includes(status))
      return {
        numerator: within(
          own.filter(({ status }) => status === 'denied'),
          window,
        ),
        denominator: within(own, window),
      }
    }),
    counts('expiringLicenses', days, (day) =>
      within(facts.licenses, { from: day, to: addDays(day, licenseDays) }),
    ),
    {
      ...counts('overrides', days, (day) =>
        within(facts.overrides, windows.find(({ to }) => to === day) ?? last),
      ),
      parts: sumBy(facts.overrides.filter(isIn(last)), ({ rule }) => rule),
    },
  ]
}
