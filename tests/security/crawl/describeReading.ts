import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeGround, type SecurityWorld } from '../world/makeGround'
import { makeOracle, type Oracle } from '../world/oracle'
import { readRequests } from './readRequests'
import { noteTally } from './tally'
import { unlogged } from './unlogged'
import { type Crawl, newCrawl, told, unseen, visit } from './visit'

/** Every principal reads these collections by every standard door; see docs/security-tests.md. */
export const describeReading = (part: string, slugs: readonly string[]): void => {
  let app: TestApp
  let world: SecurityWorld
  let oracle: Oracle
  const crawl: Crawl = newCrawl()

  beforeAll(async () => {
    app = await bootApp()
    world = await makeGround(app)
    oracle = await makeOracle(world)
  })

  afterAll(async () => {
    noteTally(`reading ${part}`, {
      requests: crawl.requests,
      principals: world.callers.map(({ name }) => name),
      collections: slugs,
      doors: [...crawl.doors],
    })
    await app.stop()
  })

  describe.each(slugs)('reading %s', (slug) => {
    it('shows each principal what the table grants, all of it, and nothing else', {
      timeout: 600_000,
    }, async () => {
      const before = crawl.findings.length
      const missing: string[] = []
      for (const caller of world.callers) {
        const place = { world, oracle, caller, config: world.config(slug) }
        for (const request of readRequests(place)) await visit(crawl, oracle, caller, request)
        for (const name of unseen(crawl, caller, oracle.mustSee(caller, slug)))
          missing.push(`${caller.name} never saw ${name}`)
      }
      expect(told(crawl.findings.slice(before))).toEqual([])
      expect(missing).toEqual([])
    })
  })

  it('writes each record of a chart that an answer holds into the access log', async () => {
    const { checked, missing } = await unlogged(crawl, { world, oracle })
    expect(checked).toBeGreaterThan(1000)
    expect(missing).toEqual([])
  })
}
