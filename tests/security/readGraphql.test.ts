import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  askGraphql,
  askHeld,
  askNested,
  askRefused,
  askShutPaths,
  isHeld,
} from './crawl/graphqlRequests'
import { askSchema, leavesOf, type Roots, rootsIn } from './crawl/graphqlSchema'
import { isSampled } from './crawl/sample'
import { noteTally } from './crawl/tally'
import { newCrawl, told } from './crawl/visit'
import { makeGround, type SecurityWorld } from './world/makeGround'
import { makeOracle, type Oracle } from './world/oracle'

const timeout = 900_000

let app: TestApp
let world: SecurityWorld
let oracle: Oracle
let kinds: ReadonlyMap<string, Roots>
let globals: string[]
const crawl = newCrawl()

beforeAll(async () => {
  app = await bootApp()
  world = await makeGround(app)
  oracle = await makeOracle(world)
  const collections = app.config.collections.filter(({ graphQL }) => graphQL !== false)
  globals = app.config.globals.filter(({ graphQL }) => graphQL !== false).map(({ slug }) => slug)
  const owner = world.callers.find(({ name }) => name === 'owner')
  if (!owner) throw new Error('There is no owner among the callers.')
  kinds = rootsIn(await askSchema(owner), [...collections.map(({ slug }) => slug), ...globals])
})

afterAll(async () => {
  noteTally('reading GraphQL', {
    requests: crawl.requests,
    principals: world.callers.map(({ name }) => name),
    collections: [...kinds.keys()],
    doors: ['post /graphql'],
  })
  await app.stop()
})

const collectionKinds = (): (readonly [string, Roots])[] =>
  [...kinds].filter(([slug]) => !globals.includes(slug))

describe('reading by GraphQL', () => {
  it('answers list, count, versions and ids as the table says, to everybody', {
    timeout,
  }, async () => {
    for (const caller of world.callers) {
      const place = { world, oracle, caller }
      const refused = collectionKinds().filter(([slug]) => !isHeld(caller, slug))
      await askRefused(crawl, place, refused)
      for (const [slug, roots] of collectionKinds())
        if (isHeld(caller, slug)) await askHeld(crawl, place, { config: world.config(slug), roots })
    }
    expect(told(crawl.findings)).toEqual([])
  })

  it('shows of related records what the table grants of them', { timeout }, async () => {
    const before = crawl.findings.length
    for (const caller of world.callers)
      for (const [slug, roots] of collectionKinds())
        if (isHeld(caller, slug) && isSampled(`nested ${caller.name} ${slug}`, 10))
          await askNested(crawl, { world, oracle, caller }, roots, 1)
    expect(told(crawl.findings.slice(before))).toEqual([])
  })

  it('refuses questions about fields that are shut', { timeout }, async () => {
    const before = crawl.findings.length
    for (const caller of world.callers)
      for (const [slug, roots] of collectionKinds())
        if (isHeld(caller, slug) && isSampled(`shut ${caller.name} ${slug}`, 30))
          await askShutPaths(
            crawl,
            { world, oracle, caller },
            { config: world.config(slug), roots },
          )
    expect(told(crawl.findings.slice(before))).toEqual([])
  })

  it('answers globals and the caller’s own rights without a word that is not theirs', {
    timeout,
  }, async () => {
    const before = crawl.findings.length
    for (const caller of world.callers) {
      const place = { world, oracle, caller }
      for (const slug of globals) {
        const roots = kinds.get(slug)
        if (!roots) continue
        const query = `{ ${roots.one} { ${leavesOf(roots.record, 1).join(' ')} } }`
        const { data } = await askGraphql(crawl, place, query)
        expect(Boolean(data?.[roots.one]), `${caller.name} ${slug}`).toBe(isHeld(caller, slug))
      }
      await askGraphql(
        crawl,
        place,
        '{ Access { canAccessAdmin } meStaff { user { id name email } } }',
      )
    }
    expect(told(crawl.findings.slice(before))).toEqual([])
  })
})
