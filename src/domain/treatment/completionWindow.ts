import { addDays } from '@/src/domain/calendarDate'
import { type InstantLike, serviceDateOf, toMs } from '@/src/domain/scheduling/zonedTime'

export type CompletionWindow = {
  canComplete: boolean
  ruleId: 'R36'
  reason: 'open' | 'notStarted' | 'tooOld'
  message: string | null
  /** The oldest service date that may still be completed today without an override. */
  earliestServiceDate: string
}

/**
 * Whether a session may be completed now (R36): not before it starts, and not when its service date
 * lies more than `maxBackdateDays` back in the location's zone. Only the second has an override.
 */
export const completionWindow = ({
  start,
  now,
  zone,
  maxBackdateDays,
}: {
  start: InstantLike
  now: InstantLike
  zone: string
  maxBackdateDays: number
}): CompletionWindow => {
  const earliestServiceDate = addDays(serviceDateOf({ instant: now, zone }), -maxBackdateDays)
  const result = { ruleId: 'R36', earliestServiceDate } as const
  if (toMs(now) < toMs(start)) {
    return {
      ...result,
      canComplete: false,
      reason: 'notStarted',
      message: 'This session has not started yet.',
    }
  }
  if (serviceDateOf({ instant: start, zone }) < earliestServiceDate) {
    return {
      ...result,
      canComplete: false,
      reason: 'tooOld',
      message: `This session took place more than ${maxBackdateDays} days ago. Ask an administrator to complete it with a reason.`,
    }
  }
  return { ...result, canComplete: true, reason: 'open', message: null }
}
