import { globalState } from './globalState'

/**
 * The one clock. `now()` is the practice's time, which tests and the demo may move; `wall()` is the
 * machine's and never moves: sessions, codes, limits, audit and signatures on webhooks use it.
 */
const state = globalState('clock', () => ({ offsetMs: 0, frozenAt: null as number | null }))

export const clock = {
  /** The practice's current instant. */
  now: (): Date => new Date(state.frozenAt ?? Date.now() + state.offsetMs),
  /** The machine's current instant. */
  wall: (): Date => new Date(),
  /** Makes `now()` start at `instant` and run on from there. */
  startAt: (instant: Date): void => {
    state.frozenAt = null
    state.offsetMs = instant.getTime() - Date.now()
  },
  /** Stops `now()` at `instant`. */
  freeze: (instant: Date): void => {
    state.frozenAt = instant.getTime()
  },
  /** Moves `now()` by `ms` milliseconds, frozen or running. */
  advance: (ms: number): void => {
    if (state.frozenAt === null) state.offsetMs += ms
    else state.frozenAt += ms
  },
  /** Back to the machine's time. */
  reset: (): void => {
    state.frozenAt = null
    state.offsetMs = 0
  },
}
