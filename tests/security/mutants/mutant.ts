import type { Caller } from '../world/makeCallers'
import type { SecurityWorld } from '../world/makeGround'
import type { Oracle } from '../world/oracle'
import type { Watch } from '../world/watch'

/** Tries something and answers what is wrong with the outcome; nothing when the table holds. */
export type Probe = () => Promise<string[]>

export const kinds = ['cell', 'scope', 'class', 'guard'] as const

export type MutantKind = (typeof kinds)[number]

/** Access control made looser in one place, in this process only. */
export type Mutant = {
  kind: MutantKind
  name: string
  /** The row of the table it belongs to; null for what holds everywhere. */
  slug: string | null
  /** Loosens it and answers how to take that back. */
  loosen: () => () => void
  /** Its slice of the suite, in the order of what it costs. */
  probes: (stage: Stage) => Probe[]
}

/** Where mutants are tried. */
export type Stage = { world: SecurityWorld; oracle: Oracle; watch: Watch; requests: number }

export const callersOf = ({ world }: Stage, principal: string): Caller[] =>
  world.callers.filter((caller) => caller.principal === principal)

export const callersNamed = ({ world }: Stage, wanted: string): Caller[] =>
  world.callers.filter(({ name }) => name === wanted)

/** Whether the slice sees the mutant: it finds something, and nothing once it is gone. */
export const isKilled = async (stage: Stage, mutant: Mutant): Promise<boolean> => {
  for (const probe of mutant.probes(stage)) {
    const restore = mutant.loosen()
    let problems: string[]
    try {
      problems = await probe()
    } finally {
      restore()
    }
    if (problems.length && !(await probe()).length) return true
  }
  return false
}
