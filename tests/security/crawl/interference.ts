import type { Answer } from '@/tests/support/client'
import type { Caller } from '../world/makeCallers'
import type { Row } from '../world/oracle'
import { makeOtherWorld, type OtherWorld, twinId } from '../world/otherWorld'
import { holds, reaches } from '../world/table'
import type { Watch } from '../world/watch'
import { encode, isShut, type Place, pathsOf } from './inference'
import { readRequests } from './readRequests'
import { ask, type Crawl, type Request } from './visit'

/** A question that is asked in both worlds. */
export type Question = { path: string; send: (caller: Caller) => Promise<Answer> }

/** The only values in which two answers may differ; everything else, times and ids included, is the same in both worlds. */
const volatile: readonly RegExp[] = [
  // Drawn anew for each refusal.
  /(?<="reference":")[^"]*/g,
  // When a session ends: so long after it was last used.
  /(?<="exp":)\d+/g,
  // Where a feed of changes goes on: the moment in which it was asked.
  /(?<="after":")[^"]*/g,
]

const sameEachTime = (text: string): string =>
  volatile.reduce((masked, value) => masked.replaceAll(value, '*'), text)

const told = ({ status, body, headers }: Answer): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return sameEachTime(`${status} ${headers.get('content-type') ?? ''} ${text}`)
}

export const askByRequest = (request: Request): Question => ({
  path: `${request.method ?? 'GET'} ${request.path}`,
  send: (caller) => ask(caller, request),
})

const get = (slug: string, query: string): Question =>
  askByRequest({ door: `get /${slug}/`, path: `/api/${slug}?${query}`, expected: 'any' })

/**
 * Questions with the very words that lie in a column, for each column that the caller is kept from in some row:
 * what is found, how many and in which order would give them away.
 */
const askByValue = (place: Place): Question[] => {
  const { config, oracle } = place
  const { slug } = config
  return pathsOf(config)
    .filter((path) => isShut(place, path))
    .flatMap(({ path }) => {
      const [top = ''] = path.split('.')
      const value = oracle
        .rowsOf(slug)
        .map((row) => row[top])
        .find((each) => ['string', 'number', 'boolean'].includes(typeof each))
      const words = String(value ?? `CANARY.${slug}.${path}.r1.`).slice(0, 60)
      const queries = [
        encode([[`where[${path}][equals]`, words]]),
        encode([[`where[${path}][less_than]`, words]]),
        encode([
          ['sort', path],
          ['limit', '3'],
        ]),
      ]
      return queries.map((query) => get(slug, query))
    })
}

const valueIn = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Row | null | undefined)?.[key], row) // absent is fine

/**
 * The same through a reference: from a row the caller reaches to one they do not, of a kind they otherwise may read.
 */
const askThrough = (place: Place): Question[] => {
  const { caller, config, oracle, world } = place
  const { slug } = config
  const within = oracle.rowsOf(slug).filter((row) => reaches(caller.facts, slug, 'read', row))
  return config.flattenedFields.flatMap((field) => {
    const target = 'relationTo' in field ? field.relationTo : null
    if (typeof target !== 'string' || !holds(caller.facts, target, 'read')) return []
    const pointedAt = new Set(within.map((row) => String(row[field.name])))
    const row = oracle
      .rowsOf(target)
      .find((each) => pointedAt.has(each.id) && !reaches(caller.facts, target, 'read', each))
    if (!row) return []
    return pathsOf(world.config(target)).flatMap(({ path }): Question[] => {
      const value = valueIn(row, path)
      if (!['string', 'number', 'boolean'].includes(typeof value)) return []
      const words = String(value).slice(0, 60)
      return [get(slug, encode([[`where[${field.name}.${path}][equals]`, words]]))]
    })
  })
}

/** A row that is there in the other world only, by its id: both answers must be that there is none. */
const askByTwin = ({ config: { slug } }: Place): Question[] =>
  [0, 1].flatMap((number) => [
    get(slug, `where[id][equals]=${twinId(slug, number)}`),
    ...[twinId(slug, number), `versions/${twinId(slug, number)}`].map((path) =>
      askByRequest({ door: `get /${slug}/:id`, path: `/api/${slug}/${path}`, expected: 'any' }),
    ),
    askByRequest({
      door: `post /${slug}/access/:id?`,
      path: `/api/${slug}/access/${twinId(slug, number)}`,
      method: 'POST',
      expected: 'any',
    }),
  ])

/** Everything a caller can ask about a collection by REST. */
export const restQuestions = (place: Place): Question[] => [
  ...readRequests(place).map(askByRequest),
  ...askByValue(place),
  ...askThrough(place),
  ...askByTwin(place),
]

/** Where two answers part, in a few words. */
const partOf = (before: string, after: string): string => {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const from = Math.max(0, at - 60)
  return `"${before.slice(from, at + 60)}" became "${after.slice(from, at + 60)}"`
}

const answersTo = async (
  crawl: Crawl,
  caller: Caller,
  questions: readonly Question[],
): Promise<string[]> => {
  const answers: string[] = []
  for (const question of questions) {
    answers.push(told(await question.send(caller)))
    crawl.requests += 1
  }
  return answers
}

type Worlds = {
  place: Omit<Place, 'config'>
  watch: Watch
  /** Collections in which the other world is another one. */
  slugs: readonly string[]
  questions: readonly Question[]
}

/** Asks everything in both worlds; each answer must be the same, byte by byte. */
export const askTwice = async (
  crawl: Crawl,
  { place, watch, slugs, questions }: Worlds,
): Promise<OtherWorld> => {
  const { caller } = place
  const before = await answersTo(crawl, caller, questions)
  await watch.undo()
  const made = await makeOtherWorld(place, slugs)
  const after = await answersTo(crawl, caller, questions)
  await watch.undo()
  for (const [index, { path }] of questions.entries()) {
    const [one = '', other = ''] = [before[index], after[index]]
    if (one !== other)
      crawl.findings.push({
        caller: caller.name,
        request: decodeURIComponent(path).slice(0, 160),
        problem: partOf(one, other),
      })
  }
  return made
}
