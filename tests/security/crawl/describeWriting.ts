import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeGround, type SecurityWorld } from '../world/makeGround'
import { makeOracle, type Oracle } from '../world/oracle'
import { type Watch, watchDatabase } from '../world/watch'
import { tryWrite } from './attempt'
import { noteTally } from './tally'
import { type Crawl, newCrawl, told } from './visit'
import { writeAttempts } from './writeRequests'

/** Every principal tries to write into these collections by every standard door; see docs/security-tests.md. */
export const describeWriting = (part: string, slugs: readonly string[]): void => {
  let app: TestApp
  let world: SecurityWorld
  let oracle: Oracle
  let watch: Watch
  const crawl: Crawl = newCrawl()

  beforeAll(async () => {
    app = await bootApp()
    world = await makeGround(app)
    oracle = await makeOracle(world)
    watch = await watchDatabase(app)
  })

  afterAll(async () => {
    noteTally(`writing ${part}`, {
      requests: crawl.requests,
      principals: world.callers.map(({ name }) => name),
      collections: slugs,
      doors: [...crawl.doors],
    })
    await app.stop()
  })

  describe.each(slugs)('writing %s', (slug) => {
    it('changes nothing beyond the table, whatever is sent', { timeout: 600_000 }, async () => {
      const before = crawl.findings.length
      for (const caller of world.callers) {
        const place = { world, oracle, caller, config: world.config(slug) }
        for (const attempt of writeAttempts(place)) await tryWrite(crawl, place, watch, attempt)
      }
      expect(told(crawl.findings.slice(before))).toEqual([])
    })
  })
}
