import { tryWrite } from '../crawl/attempt'
import type { Place } from '../crawl/inference'
import { readRequests } from '../crawl/readRequests'
import { newCrawl, type Request, told, visit } from '../crawl/visit'
import { type Attempt, writeAttempts } from '../crawl/writeRequests'
import type { Caller } from '../world/makeCallers'
import { holds } from '../world/table'
import type { Probe, Stage } from './mutant'

const placeOf = ({ world, oracle }: Stage, caller: Caller, slug: string): Place => ({
  world,
  oracle,
  caller,
  config: world.config(slug),
})

const reading = (stage: Stage, caller: Caller, request: Request): Probe => {
  return async () => {
    const crawl = newCrawl()
    await visit(crawl, stage.oracle, caller, request)
    stage.requests += 1
    return told(crawl.findings)
  }
}

const known = new Map<string, unknown>()

/** What a caller asks or tries of a collection never changes here: the crawl itself leaves all as it was. */
const once = <T>(name: string, make: () => T): T => {
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as T // made under the same name
}

/** Requests of the read crawl for one caller and collection. */
export const readSlice = (
  stage: Stage,
  caller: Caller,
  slug: string,
  isWanted: (request: Request) => boolean = () => true,
): Probe[] =>
  once(`read ${caller.name} ${slug}`, () => readRequests(placeOf(stage, caller, slug)))
    .filter(isWanted)
    .map((request) => reading(stage, caller, request))

/** Attempts of the write crawl for one caller and collection. */
export const writeSlice = (
  stage: Stage,
  caller: Caller,
  slug: string,
  isWanted: (attempt: Attempt) => boolean = () => true,
): Probe[] => {
  const place = placeOf(stage, caller, slug)
  return once(`write ${caller.name} ${slug}`, () => writeAttempts(place))
    .filter(isWanted)
    .map((attempt) => async () => {
      const crawl = newCrawl()
      await tryWrite(crawl, place, stage.watch, attempt)
      stage.requests += 1
      return told(crawl.findings)
    })
}

/** What a caller is told about their own rights in a collection or global. */
export const toldRights = async (stage: Stage, caller: Caller, slug: string): Promise<unknown> => {
  const { body } = await caller.client.get('/api/access')
  stage.requests += 1
  return body?.collections?.[slug] ?? body?.globals?.[slug]
}

export const globalRead = (stage: Stage, caller: Caller, slug: string): Probe => {
  const isHeld = holds(caller.facts, slug, 'read')
  return reading(stage, caller, {
    door: `get /globals/${slug}/`,
    path: `/api/globals/${slug}`,
    expected: isHeld ? 'answered' : 'refused',
  })
}

export const isGlobal = ({ world }: Stage, slug: string): boolean =>
  world.app.config.globals.some((each) => each.slug === slug)

export const globalWrite =
  (stage: Stage, { client, name }: Caller, slug: string): Probe =>
  async () => {
    stage.requests += 1
    const { status } = await client.post(`/api/globals/${slug}`, {})
    await stage.watch.undo()
    return [401, 403, 404].includes(status) ? [] : [`${name} changes ${slug}`]
  }
