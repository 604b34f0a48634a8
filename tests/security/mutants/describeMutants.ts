import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { noteTally } from '../crawl/tally'
import { choose, seed } from './choose'
import { makeStage } from './makeStage'
import { isKilled, type Mutant, type MutantKind, type Stage } from './mutant'

type Maker = (stage: Stage) => Mutant[] | Promise<Mutant[]>

/** Loosens access control in one place after the other; the suite must notice every time. */
export const describeMutants = (makers: Partial<Record<MutantKind, Maker>>): void => {
  let app: TestApp
  let stage: Stage

  beforeAll(async () => {
    app = await bootApp()
    stage = await makeStage(app)
  })

  afterAll(() => app.stop())

  describe.each(Object.entries(makers))('mutants of kind %s', (kind, make) => {
    it('are killed, every one that is tried', { timeout: 1_800_000 }, async () => {
      const mutants = await make(stage)
      const tried = choose(mutants)
      const survivors: string[] = []
      const before = stage.requests
      for (const mutant of tried) if (!(await isKilled(stage, mutant))) survivors.push(mutant.name)
      const killed = tried.length - survivors.length
      noteTally(`mutants ${kind}`, {
        requests: stage.requests - before,
        mutants: { made: tried.length, killed, of: mutants.length },
      })
      const rate = tried.length ? Math.floor((1000 * killed) / tried.length) / 10 : 100
      process.stdout.write(
        `Mutants (${kind}): ${killed} of ${tried.length} killed (${rate} %), of ${mutants.length}; seed ${seed()}.\n`,
      )
      expect(mutants.length).toBeGreaterThan(0)
      expect(survivors.slice(0, 30), `${survivors.length} survive`).toEqual([])
    })
  })
}
