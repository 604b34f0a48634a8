import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, doorRegistry } from '@/access/doors'
import { withholdFields } from '@/access/withheld'
import { guardQuery } from '@/hooks/guardQuery'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { graphqlQuestions } from './crawl/graphqlQuestions'
import { askSchema, type Roots, rootsIn } from './crawl/graphqlSchema'
import { askByRequest, askTwice, type Question, restQuestions } from './crawl/interference'
import {
  doorRequests,
  isCommon,
  nameOfDoor,
  othersAmong,
  tellsMore,
  versionsIn,
} from './crawl/otherDoors'
import { isSampled } from './crawl/sample'
import { noteTally } from './crawl/tally'
import { type Crawl, newCrawl, told } from './crawl/visit'
import { without } from './mutants/withoutHook'
import { halves } from './world/halves'
import type { Caller } from './world/makeCallers'
import { makeGround, type SecurityWorld, selfWritten } from './world/makeGround'
import { makeOracle, type Oracle } from './world/oracle'
import type { OtherWorld } from './world/otherWorld'
import { type Watch, watchDatabase } from './world/watch'

const slugs = halves.flat()
// The log grows with every question; what it shows to whom is the matter of the crawls.
const asked = slugs.filter((slug) => !selfWritten.has(slug))
const timeout = 1_800_000

let app: TestApp
let world: SecurityWorld
let oracle: Oracle
let watch: Watch
let roots: ReadonlyMap<string, Roots>
let ownDoors: Door[]
let versions: ReadonlyMap<string, readonly string[]>
const crawl = newCrawl()

const named = (name: string): Caller => {
  const found = world.callers.find((caller) => caller.name === name)
  if (!found) throw new Error(`There is no ${name} among the callers.`)
  return found
}

beforeAll(async () => {
  // A session ends so long after its last use: at the same moment in both worlds.
  clock.freeze(new Date())
  app = await bootApp()
  world = await makeGround(app)
  // Software is counted by the minute, and here it asks everything within one.
  for (const { facts, principal } of world.callers)
    if (principal === 'apiClient' && facts.userId)
      await app.payload.db.updateOne({
        collection: 'api-clients',
        id: facts.userId,
        data: { callsPerMinute: 1_000_000 },
      })
  oracle = await makeOracle(world)
  watch = await watchDatabase(app)
  versions = await versionsIn(app)
  ownDoors = othersAmong({ world, oracle }, doorRegistry(app.config)).filter(
    (door) =>
      door.method === 'get' &&
      door.classification !== 'closed' &&
      !tellsMore.some(([is]) => is.test(nameOfDoor(door))),
  )
  const kinds = [...app.config.collections, ...app.config.globals]
  roots = rootsIn(
    await askSchema(named('owner')),
    kinds.filter(({ graphQL }) => graphQL !== false).map(({ slug }) => slug),
  )
})

afterAll(async () => {
  noteTally('two worlds', {
    requests: crawl.requests,
    principals: world.callers.map(({ name }) => name),
    collections: asked,
    doors: [],
  })
  await app.stop()
})

const get = (path: string): Question => ({ path, send: ({ client }) => client.get(path) })

const questionsAbout = (caller: Caller, slug: string): Question[] => {
  const place = { world, oracle, caller, config: world.config(slug) }
  const kind = roots.get(slug)
  return [...restQuestions(place), ...(kind ? graphqlQuestions(place, kind) : [])]
}

const askEverything = (caller: Caller, about: readonly string[], into: Crawl) => {
  const questions = [
    ...about.flatMap((slug) => questionsAbout(caller, slug)),
    ...ownDoors
      .filter(
        (door) => !isCommon(door) || isSampled(`both ${caller.name} ${nameOfDoor(door)}`, 20, 5),
      )
      .flatMap((door) => doorRequests({ world, oracle, caller, versions }, door))
      .map(askByRequest),
    ...app.config.globals.map(({ slug }) => get(`/api/globals/${slug}?depth=2`)),
    get('/api/access'),
    get('/api/auth/staff/me'),
    get('/api/auth/portal/me'),
  ]
  return askTwice(into, { place: { world, oracle, caller }, watch, slugs, questions })
}

describe('two worlds that differ only in what somebody may not see', () => {
  it('answer alike to everybody: rows, totals, orders, refusals', { timeout }, async () => {
    const made: OtherWorld[] = []
    // Each principal every time; of the others, such as those in an emergency, some.
    const callers = world.callers.filter(
      ({ name, principal }) => name === principal || isSampled(`two worlds ${name}`, 3),
    )
    for (const caller of callers) {
      const about = asked.filter((slug) => isSampled(`two worlds ${caller.name} ${slug}`, 14, 3))
      made.push(await askEverything(caller, about, crawl))
    }
    expect(told(crawl.findings)).toEqual([])
    // There was something to be kept from each of them, of most kinds.
    for (const [index, { added, changed }] of made.entries()) {
      expect(changed, callers[index]?.name).toBeGreaterThan(200)
      expect(added, callers[index]?.name).toBeGreaterThan(40)
    }
  })

  it.each([
    ['a filter about what is shut', guardQuery, 'apiClient', 'patients'],
    ['a field that is not taken out', withholdFields, 'patient', 'appointments'],
  ])('tell of %s, once nobody guards it', { timeout }, async (_name, hook, who, slug) => {
    const loose = newCrawl()
    const restore = without(app.config.collections, hook)
    try {
      await askEverything(named(who), [slug], loose)
    } finally {
      restore()
    }
    expect(loose.findings.length).toBeGreaterThan(0)
  })

  it('are not told apart by the filter behind a right', async () => {
    const proxy = named('proxy')
    const closed = proxy.facts.proxy.closedEpisodes
    expect(closed.length).toBeGreaterThan(0)
    const rights = JSON.stringify((await proxy.client.get('/api/access')).body)
    expect(rights).toContain('"appointments"')
    for (const id of closed) expect(rights).not.toContain(id)
    const query = '{ Access { appointments { read { permission where } } } }'
    const { body } = await proxy.client.graphql(query)
    expect(body.errors[0].message).toBe('The filter behind a right is not told.')
    const { body: plain } = await proxy.client.graphql(query.replace(' where', ''))
    expect(plain.data.Access.appointments.read.permission).toBe(true)
  })
})
