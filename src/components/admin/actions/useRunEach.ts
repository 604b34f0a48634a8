'use client'
import { useState } from 'react'
import { type ApiAnswer, callApi } from './callApi'

/** One action of many that are asked for together. Its key makes asking again harmless. */
export type Step = { id: string; path: string; body: Record<string, unknown>; key: string }

export type StepState = { kind: 'waiting' | 'done' } | { kind: 'refused'; why: string }

/** How far a run is; null while none runs. */
export type RunProgress = { done: number; total: number } | null

/** What came of everything that was asked for; null before the first run has ended. */
export type RunOutcome = { done: number; refused: number } | null

export const refusalOf = (answer: ApiAnswer): string =>
  answer.ok ? '' : answer.findings.map(({ message }) => message).join(' ')

/** What to say of a step: `done` once it is, why it was refused, or `before`. */
export const stepWords = (state: StepState, done: string, before = ''): string =>
  state.kind === 'done' ? done : state.kind === 'refused' ? state.why : before

/**
 * Does several actions one after the other, each by itself and by its own rules: what is refused stays as it
 * is and says why, the others go on. `progress` is null while nothing runs.
 */
export const useRunEach = () => {
  const [states, setStates] = useState<Record<string, StepState>>({})
  const [progress, setProgress] = useState<RunProgress>(null)
  const [hasRun, setHasRun] = useState(false)
  const run = async (steps: readonly Step[]): Promise<number> => {
    let refused = 0
    setProgress({ done: 0, total: steps.length })
    for (const [at, { id, path, body, key }] of steps.entries()) {
      const answer = await callApi(path, { body, idempotencyKey: key })
      if (!answer.ok) refused += 1
      const state: StepState = answer.ok
        ? { kind: 'done' }
        : { kind: 'refused', why: refusalOf(answer) }
      setStates((all) => ({ ...all, [id]: state }))
      setProgress({ done: at + 1, total: steps.length })
    }
    setProgress(null)
    setHasRun(true)
    return refused
  }
  const all = Object.values(states)
  const count = (kind: StepState['kind']): number =>
    all.filter((state) => state.kind === kind).length
  const outcome: RunOutcome = hasRun ? { done: count('done'), refused: count('refused') } : null
  return {
    progress,
    outcome,
    run,
    stateOf: (id: string): StepState => states[id] ?? { kind: 'waiting' },
  }
}
