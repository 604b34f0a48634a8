import { env } from './env'
import { globalState } from './globalState'

const state = globalState('faults', () => ({ armed: env.FAULT_POINT ?? null }))

/** Thrown at an armed fault point: stands for the process dying there. */
export class Crash extends Error {}

/** Test only: the next time this point is reached the work stops dead, as if the process was killed. */
export const armFault = (point: string | null): void => {
  state.armed = point
}

export const faultPoint = (point: string): void => {
  if (state.armed !== point) return
  state.armed = null
  if (env.FAULT_POINT === point) process.exit(137)
  throw new Crash(`Stopped at ${point}`)
}
