export type AttemptRule = {
  /** Attempts that nobody waits for. */
  free: number
  firstSeconds: number
  longestSeconds: number
}

/**
 * Seconds until the next attempt after `attempts` that failed: none at first, then doubling up to a
 * longest wait. A delay, never a lock: who knows an address cannot keep its owner out for good.
 */
export const attemptDelay = (
  { free, firstSeconds, longestSeconds }: AttemptRule,
  attempts: number,
): number => {
  if (attempts <= free) return 0
  // The exponent is bounded before it is used: 2 ** 1100 is Infinity.
  const doublings = Math.min(attempts - free - 1, 20)
  return Math.min(firstSeconds * 2 ** doublings, longestSeconds)
}
