import { addDays, type CalendarDate, daysBetween, formatDate } from '@/src/domain/calendarDate'

/** Share of the payer's limit after which the claim is shown as urgent (rules.md R78). */
export const DEFAULT_FILING_ALARM_PERCENT = 80

export type FilingInput = {
  /** The day the limit counts from: last service date, or the primary payer's decision. */
  countsFrom: CalendarDate
  today: CalendarDate
  /** The payer's limit in calendar days; null when the payer has none on record. */
  limitDays: number | null
  payerName: string
  alarmPercent?: number
}

export type FilingWindow = {
  state: 'unknown' | 'open' | 'alarm' | 'passed'
  deadline: CalendarDate | null
  /** Negative after the deadline; the deadline itself is day 0 and still in time. */
  daysLeft: number | null
  alarmFrom: CalendarDate | null
  message: string
}

/** Where a claim stands in its payer's filing window (rules.md R78). */
export const filingWindow = (input: FilingInput): FilingWindow => {
  const { countsFrom, today, limitDays, payerName } = input
  if (limitDays === null) {
    return {
      state: 'unknown',
      deadline: null,
      daysLeft: null,
      alarmFrom: null,
      message: `${payerName} has no filing limit on record. Add it to the payer.`,
    }
  }
  if (!Number.isInteger(limitDays) || limitDays < 1) {
    throw new RangeError('A filing limit is a whole number of days, one or more.')
  }
  const alarmPercent = input.alarmPercent ?? DEFAULT_FILING_ALARM_PERCENT
  const deadline = addDays(countsFrom, limitDays)
  const alarmFrom = addDays(countsFrom, Math.ceil((limitDays * alarmPercent) / 100))
  const daysLeft = daysBetween(today, deadline)
  const limit = `(${payerName} ${limitDays})`
  if (daysLeft < 0) {
    return {
      state: 'passed',
      deadline,
      daysLeft,
      alarmFrom,
      message: `The filing limit passed on ${formatDate(deadline)} ${limit}. Add proof of timely filing.`,
    }
  }
  const left = daysLeft === 1 ? '1 day left to file' : `${daysLeft} days left to file`
  return {
    state: today >= alarmFrom ? 'alarm' : 'open',
    deadline,
    daysLeft,
    alarmFrom,
    message: `${daysLeft === 0 ? 'Last day to file' : left} ${limit}.`,
  }
}
