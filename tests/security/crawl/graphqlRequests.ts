import type { SanitizedCollectionConfig } from 'payload'
import { canariesIn, nameOf } from '../world/canaries'
import type { Caller } from '../world/makeCallers'
import { type SecurityWorld, selfWritten } from '../world/makeGround'
import type { Oracle } from '../world/oracle'
import { holds, reaches } from '../world/table'
import { leavesOf, type Roots } from './graphqlSchema'
import { isShut, pathsOf } from './inference'
import type { Crawl } from './visit'

type Answered = { data: Record<string, unknown> | null; text: string }

export type Place = { world: SecurityWorld; oracle: Oracle; caller: Caller }

const found = (crawl: Crawl, { caller }: Place, request: string, problem: string): void => {
  crawl.findings.push({ caller: caller.name, request: request.slice(0, 120), problem })
}

/** Sends one query; nothing in the answer may be a canary that the table keeps from the caller. */
export const askGraphql = async (crawl: Crawl, place: Place, query: string): Promise<Answered> => {
  const { caller, oracle } = place
  const { body } = await caller.client.graphql(query)
  const text = JSON.stringify(body)
  crawl.requests += 1
  const seen = crawl.seen.get(caller.name) ?? new Set<string>()
  crawl.seen.set(caller.name, seen)
  for (const canary of canariesIn(text)) {
    seen.add(nameOf(canary))
    if (!oracle.maySee(caller, canary)) found(crawl, place, query, `leaked ${nameOf(canary)}`)
  }
  return { data: body.data ?? null, text }
}

/** A list in parts of a size. */
export const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )

/** What a caller holds nothing of: list, count, versions and each record answer nothing. */
export const askRefused = async (
  crawl: Crawl,
  place: Place,
  kinds: readonly (readonly [slug: string, roots: Roots])[],
): Promise<void> => {
  const asked = kinds.flatMap(([slug, { one, list, count, versions }]) => {
    const id = place.oracle.rowsOf(slug)[0]?.id
    return [
      [list, `${list}(limit: 100) { docs { id } totalDocs }`],
      [count, `${count} { totalDocs }`],
      ...(versions ? [[versions, `${versions} { totalDocs }`]] : []),
      ...(id ? [[one, `${one}(id: "${id}") { id }`]] : []),
    ] as [string, string][]
  })
  for (const some of chunks(asked, 40)) {
    const query = `{ ${some.map(([, text]) => text).join(' ')} }`
    const { data } = await askGraphql(crawl, place, query)
    for (const [name] of some)
      if (data?.[name]) found(crawl, place, `graphql ${name}`, 'answered what is refused')
  }
}

type List = { docs: { id: string }[]; totalDocs: number }

/** What a caller holds: exactly the rows of the scope, by list, count and id. */
export const askHeld = async (
  crawl: Crawl,
  place: Place,
  { config, roots }: { config: SanitizedCollectionConfig; roots: Roots },
): Promise<void> => {
  const { caller, oracle } = place
  const { slug } = config
  const rows = oracle.rowsOf(slug)
  const within = rows.filter((row) => reaches(caller.facts, slug, 'read', row))
  const beyond = rows.find((row) => !within.includes(row))
  const { one, list, count } = roots
  const isStill = !selfWritten.has(slug) && slug !== 'therapist-profiles'
  for (const [index, leaves] of chunks(leavesOf(roots.record, 0), 120).entries()) {
    const more = index
      ? ''
      : `${count} { totalDocs }${beyond ? ` ${one}(id: "${beyond.id}") { id }` : ''}`
    const query = `{ ${list}(limit: 1000) { docs { ${leaves.join(' ')} } totalDocs } ${more} }`
    const { data, text } = await askGraphql(crawl, place, query)
    const shown = data?.[list] as List | null | undefined
    if (!shown) found(crawl, place, query, `was refused: ${text.slice(0, 200)}`)
    if (data?.[one]) found(crawl, place, query, 'answered a record beyond the scope')
    if (!shown || !isStill) continue
    if (shown.totalDocs !== within.length)
      found(crawl, place, query, `showed ${shown.totalDocs} rows, not ${within.length}`)
    const counted = data?.[count] as List | null | undefined
    if (!index && counted?.totalDocs !== within.length)
      found(crawl, place, query, `counted ${counted?.totalDocs}, not ${within.length}`)
  }
}

/** Through the records that a record points at, and theirs. */
export const askNested = async (
  crawl: Crawl,
  place: Place,
  roots: Roots,
  depth: number,
): Promise<void> => {
  const leaves = leavesOf(roots.record, depth).filter((leaf) => leaf.includes('{'))
  for (const some of chunks(leaves, 60))
    await askGraphql(crawl, place, `{ ${roots.list}(limit: 50) { docs { ${some.join(' ')} } } }`)
}

const operatorFor = (type: string): string | null => {
  if (type === 'checkbox') return '{ equals: true }'
  if (type === 'number') return '{ greater_than: 1 }'
  return type === 'text' || type === 'textarea' || type === 'email' ? '{ equals: "x" }' : null
}

/** What may not be read may not be asked about either: each shut path as a filter and as an order. */
export const askShutPaths = async (
  crawl: Crawl,
  place: Place,
  { config, roots }: { config: SanitizedCollectionConfig; roots: Roots },
): Promise<void> => {
  const shut = pathsOf(config).filter((path) => isShut({ ...place, config }, path))
  for (const { path, field } of shut) {
    const operator = operatorFor(field.type)
    const asks = [
      ...(operator ? [`where: { ${path.replaceAll('.', '__')}: ${operator} }`] : []),
      `sort: "-${path}"`,
    ]
    for (const ask of asks) {
      const query = `{ ${roots.list}(${ask}, limit: 5) { totalDocs } }`
      const { data } = await askGraphql(crawl, place, query)
      if (data?.[roots.list]) found(crawl, place, query, 'answered a question about a shut field')
    }
  }
}

/** What a caller holds of a kind at all. */
export const isHeld = ({ facts }: Caller, slug: string): boolean => holds(facts, slug, 'read')
