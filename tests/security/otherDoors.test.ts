import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, doorRegistry } from '@/access/doors'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  brittle,
  doorRequests,
  isCommon,
  listed,
  nameOfDoor,
  othersAmong,
  unanswered,
  versionsIn,
  ways,
} from './crawl/otherDoors'
import { isSampled } from './crawl/sample'
import { noteTally } from './crawl/tally'
import { unlogged } from './crawl/unlogged'
import { newCrawl, told, visit } from './crawl/visit'
import { makeGround, type SecurityWorld } from './world/makeGround'
import { makeOracle, type Oracle } from './world/oracle'
import { holds } from './world/table'
import { type Watch, watchDatabase } from './world/watch'

const timeout = 900_000

let app: TestApp
let world: SecurityWorld
let oracle: Oracle
let watch: Watch
let doors: Door[]
let versions: ReadonlyMap<string, readonly string[]>
const crawl = newCrawl()

beforeAll(async () => {
  clock.freeze(new Date())
  app = await bootApp()
  world = await makeGround(app)
  oracle = await makeOracle(world)
  watch = await watchDatabase(app)
  versions = await versionsIn(app)
  doors = othersAmong({ world, oracle }, doorRegistry(app.config))
})

afterAll(async () => {
  noteTally('other doors', {
    requests: crawl.requests,
    principals: world.callers.map(({ name }) => name),
    collections: app.config.collections.map(({ slug }) => slug),
    doors: [...crawl.doors],
  })
  await app.stop()
})

/** Whether the table grants anybody what is behind it. */
const isForAnybody = ({ where }: Door): boolean => {
  const slug = where.split('/').at(-1) ?? ''
  return !slug || world.callers.some(({ facts }) => holds(facts, slug, 'read'))
}

describe('doors of our own', () => {
  it('show nobody what the table keeps from them, and are shut where it says so', {
    timeout,
  }, async () => {
    for (const door of doors)
      for (const caller of world.callers) {
        const name = nameOfDoor(door)
        if (isCommon(door) && !isSampled(`other ${caller.name} ${name}`, 12, 3)) continue
        for (const request of doorRequests({ world, oracle, caller, versions }, door)) {
          await visit(crawl, oracle, caller, request)
          await watch.undo()
        }
      }
    expect(told(crawl.findings)).toEqual([])
  })

  it('write into the access log whose chart was in the answer', async () => {
    const { checked, missing } = await unlogged(crawl, { world, oracle, isByPatient: true })
    expect(checked).toBeGreaterThan(100)
    expect(missing).toEqual([])
  })

  it('each answer somebody, so that there was something to be kept back', () => {
    const silent = doors
      .filter((door) => door.method === 'get' || Boolean(ways[nameOfDoor(door)]))
      .filter((door) => door.classification !== 'closed' && !isCommon(door) && isForAnybody(door))
      .map(nameOfDoor)
      .filter((name) => !crawl.answered.has(name) && !(name in unanswered) && !(name in brittle))
    expect(silent).toEqual([])
  })

  it('are all there, those that are listed with a reason too', () => {
    const names = doorRegistry(app.config).map(nameOfDoor)
    expect(listed.filter((is) => !doorRegistry(app.config).some(is))).toEqual([])
    const named = [ways, unanswered, brittle].flatMap((list) => Object.keys(list))
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })
})
