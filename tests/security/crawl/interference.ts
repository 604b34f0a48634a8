import { allActions } from '@/hooks/actions/registry'
import type { StoredRow } from '@/src/domain/row'
import type { Answer } from '@/tests/support/client'
import type { Caller } from '../world/makeCallers'
import { makeOtherWorld, type OtherWorld, twinId } from '../world/otherWorld'
import { holds, reaches } from '../world/table'
import type { Watch } from '../world/watch'
import { encode, isShut, type Place, pathsOf } from './inference'
import { readRequests } from './readRequests'
import { ask, type Crawl, type Request } from './visit'

/** A question that is asked in both worlds. */
export type Question = {
  path: string
  /** Asked last; of a record that is made only that it is made can be compared. */
  isWrite?: boolean
  send: (caller: Caller) => Promise<Answer>
}

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

const valueIn = (row: StoredRow, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as StoredRow | null | undefined)?.[key], row) // absent is fine

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

/** A record made with a reference to `id`, and otherwise as one that is there. */
const makeWith = ({ config }: Place, template: StoredRow, name: string, id: string): object => {
  const open = config.flattenedFields.filter(
    ({ name: each }) => !notSent.has(each) && template[each],
  )
  return {
    ...Object.fromEntries(open.map((field) => [field.name, template[field.name]])),
    [name]: id,
  }
}

const notSent = new Set([
  'id',
  'rev',
  'createdAt',
  'updatedAt',
  'recordUid',
  'sealed',
  'lastAction',
])

/**
 * Writes about a row that is there in the other world only: changed, deleted, acted upon, pointed at. Whether there
 * is such a row must not be told by how it is refused.
 */
const writeByTwin = (place: Place): Question[] => {
  const { caller, config, oracle } = place
  const { slug } = config
  const twin = twinId(slug, 0)
  const beyond = oracle.rowsOf(slug).find((row) => !reaches(caller.facts, slug, 'read', row))
  // Some hold an action on what they cannot read: for them the row is not out of reach.
  const isHeldBlindly = (verb: string): boolean =>
    beyond !== undefined && reaches(caller.facts, slug, verb, beyond)
  const write = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body: object = {}) => ({
    ...askByRequest({ door: '', path: `/api/${slug}${path}`, method, body, expected: 'any' }),
    path: `${method} /api/${slug}${path} ${JSON.stringify(body)}`,
    isWrite: true,
  })
  const acts = allActions()
    .filter((action) => action.slug === slug && action.on !== 'collection')
    .filter(({ name }) => !isHeldBlindly(name))
    .map(({ name }) => write('POST', `/${twin}/${name}`, { reason: 'x', note: 'x' }))
  const template = oracle.rowsOf(slug).find((row) => reaches(caller.facts, slug, 'create', row))
  const points = config.flattenedFields.flatMap((field) => {
    const target = 'relationTo' in field ? field.relationTo : null
    const isOne = !('hasMany' in field && field.hasMany)
    if (!template || typeof target !== 'string' || !isOne) return []
    // Software names records by ids without the right to read them: see hooks/checkReferences.ts.
    if (caller.principal === 'apiClient') return []
    return [write('POST', '', makeWith(place, template, field.name, twinId(target, 0)))]
  })
  return [
    write('PATCH', `/${twin}`, { isActive: true }),
    write('DELETE', `/${twin}`),
    ...acts,
    ...points,
  ]
}

/** Everything a caller can ask about a collection by REST. */
export const restQuestions = (place: Place): Question[] => [
  ...readRequests(place).map(askByRequest),
  ...askByValue(place),
  ...askThrough(place),
  ...askByTwin(place),
  ...writeByTwin(place),
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
  for (const { isWrite, send } of questions) {
    const answer = await send(caller)
    answers.push(isWrite && answer.status < 300 ? String(answer.status) : told(answer))
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
  { place, watch, slugs, questions: asked }: Worlds,
): Promise<OtherWorld> => {
  const { caller } = place
  const questions = [
    ...asked.filter(({ isWrite }) => !isWrite),
    ...asked.filter(({ isWrite }) => isWrite),
  ]
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
        request: path.slice(0, 160),
        problem: partOf(one, other),
      })
  }
  return made
}
