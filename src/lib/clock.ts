/**
 * The one clock. `now()` is the practice's time, which tests and the demo may move; `wall()` is the
 * machine's and never moves: sessions, codes, limits, audit and signatures on webhooks use it.
 */
let offsetMs = 0
let frozenAt: number | null = null

export const clock = {
  /** The practice's current instant. */
  now: (): Date => new Date(frozenAt ?? Date.now() + offsetMs),
  /** The machine's current instant. */
  wall: (): Date => new Date(),
  /** Makes `now()` start at `instant` and run on from there. */
  startAt: (instant: Date): void => {
    frozenAt = null
    offsetMs = instant.getTime() - Date.now()
  },
  /** Stops `now()` at `instant`. */
  freeze: (instant: Date): void => {
    frozenAt = instant.getTime()
  },
  /** Moves `now()` by `ms` milliseconds, frozen or running. */
  advance: (ms: number): void => {
    if (frozenAt === null) offsetMs += ms
    else frozenAt += ms
  },
  /** Back to the machine's time. */
  reset: (): void => {
    frozenAt = null
    offsetMs = 0
  },
}
