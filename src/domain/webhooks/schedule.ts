const minuteMs = 60_000
const dayMs = 86_400_000

/** Minutes until the next attempt, after the first, the second, ...: three days in all. */
export const retryMinutes = [1, 5, 30, 120, 300, 600, 840, 1200, 1440] as const

/** A receiver that took nothing for so long is paused. */
export const pauseAfterMs = 3 * dayMs

/** When to try again after `attempts` failures; null when that was the last. */
export const nextAttemptAt = (attempts: number, now: Date): Date | null => {
  const minutes = retryMinutes[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * minuteMs)
}

/** Whether a receiver that has failed since `failingSince` (ISO UTC) has done so for too long. */
export const isFailingTooLong = (failingSince: string | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - Date.parse(failingSince) >= pauseAfterMs
