import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBase } from '@/src/demo/seed/base/makeBase'
import { type Clinic, type Stage, stageFor } from '@/src/demo/seed/clinic'
import { withLateReferences } from '@/src/demo/seed/memory/insertable'
import { enterMemory } from '@/src/demo/seed/memory/memoryDatabase'
import { makeProfiles } from '@/src/demo/seed/patients'
import type { Profile } from '@/src/demo/seed/profile'
import { castOf } from '@/src/demo/seed/stage'
import { liveFromOf, startOfHistory, storiesOf } from '@/src/demo/seed/tellHistory'
import { play } from '@/src/demo/seed/timeline'
import { clock } from '@/src/lib/clock'
import { forgetKeys } from '@/src/lib/keys'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { comparable, differences, type Rows, readEverything, without } from './clinicRows'

let app: TestApp
let stage: Stage
let clinic: Clinic
let base: Rows

/**
 * Elliot who owes, for half a year, so that the plan is reviewed and the authorization renewed; a patient
 * of the intern whose therapy ended; and the one with an alarming answer who pays alone.
 */
const chosen: Readonly<Record<number, Partial<Profile>>> = {
  3: { weeksAgo: 24 },
  4: { weeks: 6 },
  6: {},
}

const weeks = 26

const tell = async (): Promise<void> => {
  const profiles = makeProfiles(stage.random.fork('patients'))
  const some = profiles
    .filter(({ index }) => chosen[index])
    .map((profile) => ({ ...profile, ...chosen[profile.index] }))
  await play(storiesOf(stage, clinic, some), {
    from: startOfHistory(stage),
    until: liveFromOf(stage),
    before: async () => undefined,
  })
}

const made = async (): Promise<Rows> => without(await readEverything(app.payload), base)

const takeBack = async (rows: Rows): Promise<void> => {
  await withLateReferences(app.payload, async () => {
    for (const [collection, list] of rows) {
      if (!list.length) continue
      const where = { id: { in: list.map(({ id }) => id) } }
      await app.payload.db.deleteMany({ collection, where })
    }
  })
  forgetKeys()
}

beforeAll(async () => {
  app = await bootApp({ isLarge: true })
  const now = new Date('2026-04-14T18:00:00.000Z')
  const { payload } = app
  stage = stageFor({ payload, cast: castOf(payload), now, say: () => undefined, weeks })
  clinic = await makeBase(stage)
  base = await readEverything(app.payload)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

describe('the demo written in bulk', () => {
  it('leaves the same records as the actions do, field by field', async () => {
    const memory = await enterMemory(app.payload)
    await tell()
    memory.leave()
    await memory.write()
    const inBulk = await made()
    await takeBack(inBulk)
    await tell()
    const oneByOne = await made()

    const [bulk, single] = [comparable(inBulk, base), comparable(oneByOne, base)]
    const count = (slug: string): number => bulk.get(slug)?.length ?? 0
    expect(count('progress-notes')).toBeGreaterThan(20)
    expect(count('remittance-items')).toBeGreaterThan(5)
    expect(count('statements')).toBeGreaterThan(0)
    expect(count('treatment-plans')).toBe(4)
    expect(count('authorizations')).toBe(3)
    for (const [slug, lines] of single) {
      expect(differences(bulk.get(slug) ?? [], lines).slice(0, 4), slug).toEqual([])
    }
  }, 900_000)
})
