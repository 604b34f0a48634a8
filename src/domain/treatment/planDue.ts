import { addDays, daysBetween } from '@/src/domain/calendarDate'
import { countOf } from '@/src/domain/countOf'

export type PlanDueSettings = { bySession: number; withinDays: number }

/** R23. */
export const PLAN_DUE_DEFAULTS: PlanDueSettings = { bySession: 3, withinDays: 30 }

export type PlanDue = {
  /** `YYYY-MM-DD`, a day in the practice's zone. */
  dueOn: string
  reason: 'session' | 'days'
  daysLeft: number
  /** The due day itself is still in time. */
  isOverdue: boolean
  message: string
}

/**
 * When the first plan is due: at session `bySession` or on day `withinDays` after the intake,
 * whichever comes first (R23). The intake counts as session 1; `sessionDates` are the service dates
 * of all completed and booked sessions, in any order, with or without the intake's.
 */
export const planDue = ({
  intakeServiceDate,
  sessionDates,
  today,
  patientName,
  settings = PLAN_DUE_DEFAULTS,
}: {
  intakeServiceDate: string
  sessionDates: string[]
  today: string
  patientName: string
  settings?: PlanDueSettings
}): PlanDue => {
  const byDays = addDays(intakeServiceDate, settings.withinDays)
  const later = sessionDates.filter((date) => date >= intakeServiceDate).sort()
  const isIntakeListed = later[0] === intakeServiceDate
  const all = isIntakeListed ? later : [intakeServiceDate, ...later]
  const bySession = all[settings.bySession - 1]
  const isSession = bySession !== undefined && bySession <= byDays
  const dueOn = isSession ? bySession : byDays
  const daysLeft = daysBetween(today, dueOn)
  return {
    dueOn,
    reason: isSession ? 'session' : 'days',
    daysLeft,
    isOverdue: daysLeft < 0,
    message: `Plan for ${patientName} ${whenDue(daysLeft)}.`,
  }
}

const whenDue = (daysLeft: number): string => {
  const days = countOf(Math.abs(daysLeft), 'day')
  if (daysLeft === 0) return 'is due today'
  return daysLeft > 0 ? `is due in ${days}` : `is ${days} late`
}
