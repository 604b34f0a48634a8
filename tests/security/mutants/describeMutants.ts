import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { noteTally } from '../crawl/tally'
import { choose, seed } from './choose'
import { makeStage } from './makeStage'
import { isKilled, type Mutant, type MutantKind, type Stage } from './mutant'

/** Loosens access control in one place after the other; the suite must notice every time. */
export const describeMutants = (
  kind: MutantKind,
  makeMutants: (stage: Stage) => Mutant[] | Promise<Mutant[]>,
): void => {
  let app: TestApp
  let stage: Stage
  let mutants: Mutant[]

  beforeAll(async () => {
    app = await bootApp()
    stage = await makeStage(app)
    mutants = await makeMutants(stage)
  })

  afterAll(() => app.stop())

  describe(`mutants of kind ${kind}`, () => {
    it('are killed, every one that is tried', { timeout: 1_800_000 }, async () => {
      const tried = choose(mutants)
      const survivors: string[] = []
      for (const mutant of tried) if (!(await isKilled(stage, mutant))) survivors.push(mutant.name)
      const killed = tried.length - survivors.length
      noteTally(`mutants ${kind}`, {
        requests: stage.requests,
        mutants: { made: tried.length, killed, of: mutants.length },
      })
      const rate = tried.length ? Math.floor((1000 * killed) / tried.length) / 10 : 100
      process.stdout.write(
        `Mutants (${kind}): ${killed} of ${tried.length} killed (${rate} %), of ${mutants.length}; seed ${seed()}.\n`,
      )
      expect(mutants.length).toBeGreaterThan(0)
      expect(survivors).toEqual([])
    })
  })
}
