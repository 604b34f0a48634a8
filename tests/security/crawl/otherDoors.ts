import { randomUUID } from 'node:crypto'
import type { Door } from '@/access/doors'
import { exportPurposes } from '@/collections/system/accessLog/exportPurposes'
import type { TestApp } from '@/tests/support/boot'
import type { Caller } from '../world/makeCallers'
import type { SecurityWorld } from '../world/makeGround'
import type { Oracle } from '../world/oracle'
import { holds, reaches } from '../world/table'
import { readRequests } from './readRequests'
import type { Expected, Request } from './visit'
import { writeAttempts } from './writeRequests'

type Place = {
  world: SecurityWorld
  oracle: Oracle
  caller: Caller
  /** Ids of versions, by collection. */
  versions: ReadonlyMap<string, readonly string[]>
}

type Ways = {
  /** What goes behind the address. */
  queries?: (place: Place) => string[]
  body?: (place: Place) => object
  /** The verb of the table that it takes; to read the record, where nothing else is said. */
  verb?: string
  /** The collection whose rights it takes, where that is another one. */
  isOf?: string
}

const staffId = ({ world }: Place, number = 0): string =>
  world.rows.get('staff')?.[number]?.id ?? ''

/** What doors of our own are asked with, where their address alone says too little. */
export const ways: Readonly<Record<string, Ways>> = {
  'get /appointments/day': { queries: () => ['date=2026-01-05&days=14'] },
  'get /appointments/free-slots': {
    queries: (place) =>
      [0, 1].map(
        (number) => `clinician=${staffId(place, number)}&from=2026-12-01&to=2026-12-31&minutes=50`,
      ),
  },
  // What is owed, for those who may see payments.
  'get /statements/balance': {
    queries: ({ world }) => ['', ...world.patients.map((patient) => `patient=${patient}`)],
    isOf: 'payments',
  },
  'get /campaigns/funnel': { queries: () => ['', 'from=2025-12-01&to=2026-02-28'] },
  'get /audit-events/search': {
    queries: ({ world }) => ['', ...world.patients.map((patient) => `patient=${patient}`)],
  },
  'post /audit-events/export': {
    body: () => ({ purpose: exportPurposes[0]?.value }),
    verb: 'export',
  },
  'post /progress-notes/find-words': { body: () => ({ words: 'canary' }) },
  'post /chart-exports/:id/build': { verb: 'export' },
  'post /chart-exports/:id/file': { verb: 'export' },
  'post /import-runs/:id/continue': { verb: 'start' },
  'post /staff/:id/hand-over': { body: (place) => ({ to: staffId(place, 1) }), verb: 'deactivate' },
}

/** What a door tells although the row or field it is from is shut, and why it may. */
const toldBesides: readonly (readonly [door: RegExp, canary: RegExp, why: string])[] = [
  [
    /^get \/patients\/:id\/who-saw$/,
    /^(staff|api-clients)\.name\./,
    'Who looked into a record is told by name to the patient.',
  ],
  [
    /^get \/claims\/:id\/readiness$/,
    /^payers\.name\./,
    'What a claim lacks is said with the name of its payer.',
  ],
  [
    /^get \/claim-batches\/:id\/file$/,
    /^claim-batches\.filetext\./,
    'The file of a batch is handed to those who may read the batch.',
  ],
]

const isToldBesides = (door: string, canary: string): boolean =>
  toldBesides.some(([at, what]) => at.test(door) && what.test(canary))

/**
 * Doors whose answer says more than the rows behind it, by design: what they say instead of a row is in their own
 * tests. For the others two worlds that differ in what is shut must look alike.
 */
export const tellsMore: readonly (readonly [door: RegExp, why: string])[] = [
  [/^get \/audit-events\/search$/, 'The log grows with every question.'],
  [/^get \/auth\/:surface\/sessions?$/, 'Say when a session was last used, and when it ends.'],
  [/\/who-saw$/, 'Grows with every look, and names who looked.'],
  [
    /^get \/globals\/setup\/checklist$/,
    'Says what is there and what is missing, and nothing of what it was read from.',
  ],
  [/\/readiness$/, 'Says which requirements are met, and nothing of what they were read from.'],
  [/^get \/staff\/:id\/open-work$/, 'What somebody who leaves hands over, in labels and dates.'],
  [/^get \/statements\/balance$/, 'One figure from the ledger, for those who take payments.'],
  [/^get \/campaigns\/funnel$/, 'Figures by source; small ones are masked.'],
  [/^get \/figures$/, 'Totals of the practice for those who run it, and nothing about a patient.'],
  [/^get \/trust$/, 'Counts for reviewers, and nothing about a patient.'],
  [/^get \/claim-batches\/:id\/file$/, 'The file itself, for those who may read the batch.'],
]

/** Doors that answer nobody here, and the tests in which they do. */
export const unanswered: Readonly<Record<string, string>> = {
  'get /calendar-feeds/read/:token':
    'Answers whoever has the address: tests/integration/treatment/calendarFeeds.test.ts.',
  'get /demo-clock': 'Answers in a demo only: tests/integration/demo.',
  'post /chart-exports/:id/file':
    'Hands out a file once it is put together: tests/integration/sharing/exports.test.ts and tests/security/abuse/exports.test.ts.',
}

/** Doors that canaries bring down, because they read a text as something else; their own tests ask them. */
export const brittle: Readonly<Record<string, string>> = {
  'get /statements/:id/pdf': 'tests/integration/billing/claimToBalance.test.ts',
}

/** Doors that no crawl asks, and what does instead. */
const elsewhere: readonly (readonly [is: (door: Door) => boolean, why: string])[] = [
  [
    ({ classification, method }) => classification === 'sign-in' && method !== 'get',
    'Says who somebody is, to whoever can prove it: tests/integration/signIn and tests/security/abuse/signIn.test.ts.',
  ],
  [
    ({ where, path, method }) => where === '' && path.startsWith('/auth/') && method === 'post',
    'Changes the caller’s own sign-in: tests/integration/signIn and tests/security/abuse/signIn.test.ts.',
  ],
  [
    ({ where, path }) => where === '' && /^\/list-(filters|searches)\//.test(path),
    'Filters that come with a list, those one keeps, and what one types above it: tests/integration/system/listExport.test.ts.',
  ],
  [
    ({ where, path, method }) => where === '' && path === '/demo-clock' && method === 'post',
    'Moves the time of a demo; shut outside of one: tests/integration/platform.test.ts.',
  ],
]

/** Every reason above, as what it is the reason for. */
export const listed: readonly ((door: Door) => boolean)[] = [
  ...elsewhere.map(([is]) => is),
  ...[...toldBesides, ...tellsMore].map(
    ([at]) =>
      (door: Door) =>
        at.test(nameOfDoor(door)),
  ),
]

const isGlobal = ({ where }: Door): boolean => where.startsWith('/globals/')
const slugOf = ({ where }: Door): string => where.split('/').at(-1) ?? ''

const shut: Expected = 'refused'

// Where two entries have the same path, the first one answers.
const answering = (doors: readonly Door[]): Door[] =>
  doors.filter(
    ({ where, method, path }, index) =>
      doors.findIndex(
        (each) => each.where === where && each.method === method && each.path === path,
      ) === index,
  )

export const nameOfDoor = ({ where, method, path }: Door): string => `${method} ${where}${path}`

/** Those that are the same in every collection. */
export const isCommon = ({ where, path, classification }: Door): boolean =>
  where !== '' &&
  (classification === 'closed' ||
    /^\/(access|versions|changes|by-external-id|:id\/actions)/.test(path))

/**
 * Every door of the registry that neither crawl of the collections goes to, the shut ones included: what is not
 * among these, not crawled there and not listed above does not exist.
 */
export const othersAmong = (
  { world, oracle }: Pick<Place, 'world' | 'oracle'>,
  registry: readonly Door[],
): Door[] => {
  const some = world.callers.filter(({ name }) => ['owner', 'clinician', 'patient'].includes(name))
  const crawled = new Set(
    some.flatMap((caller) =>
      world.app.config.collections.flatMap((config) => {
        const place = { world, oracle, caller, config }
        return [...readRequests(place), ...writeAttempts(place)].map(({ door }) => door)
      }),
    ),
  )
  return answering(registry).filter(
    (door) =>
      door.classification === 'closed' ||
      (!crawled.has(nameOfDoor(door)) && !elsewhere.some(([is]) => is(door))),
  )
}

/** Ids of some versions of each collection that keeps them. */
export const versionsIn = async ({
  config,
  payload,
}: TestApp): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, string[]>()
  for (const { slug } of config.collections.filter((each) => each.versions)) {
    const { docs } = await payload.db.findVersions({ collection: slug, limit: 4 })
    found.set(
      slug,
      docs.map(({ id }) => String(id)),
    )
  }
  return found
}

const rowsFor = ({ caller, oracle }: Place, slug: string, verb: string) => {
  const rows = oracle.rowsOf(slug)
  const within = rows.filter((row) => reaches(caller.facts, slug, verb, row))
  const beyond = rows.filter((row) => !within.includes(row))
  // Where there is nothing yet, at least an id that leads nowhere.
  const nowhere = rows.length ? beyond : [{ id: randomUUID() }]
  return { within: within.slice(0, 3), beyond: nowhere.slice(0, 3) }
}

/** What one caller asks at one door: about rows they reach and rows they do not. */
export const doorRequests = (place: Place, door: Door): Request[] => {
  const { caller } = place
  const slug = slugOf(door)
  const name = nameOfDoor(door)
  const isWrite = isGlobal(door) && door.path === '/' && door.method !== 'get'
  const {
    queries = () => [''],
    body,
    isOf = slug,
    verb = isWrite ? 'update' : 'read',
  } = ways[name] ?? {}
  const method = door.method.toUpperCase() as NonNullable<Request['method']> // the methods Payload routes
  const isClosed = door.classification === 'closed'
  const at = (path: string, expected: Expected): Request[] =>
    queries(place).map((query) => ({
      door: name,
      path: `/api${door.where}${path}${query ? `?${query}` : ''}`,
      method,
      ...(method === 'GET' ? {} : { body: body?.(place) ?? {} }),
      expected: isClosed ? 'gone' : expected,
      isToldBesides: (canary) => isToldBesides(name, canary),
      // Payload's own tables answer badly to oddities.
      isBrittle: name in brittle || slug.startsWith('payload-'),
    }))
  const filled = door.path
    .replace(':surface', caller.principal === 'patient' ? 'portal' : 'staff')
    .replace(/:key|:filename|:token/, 'any')
  if (!/:id/.test(filled)) {
    // Payload's preferences answer to a key where others answer to an id.
    const isKeyed = slug === 'payload-preferences'
    const isOwn = isKeyed || door.classification !== 'policy' || !door.where
    return at(filled, isOwn || holds(caller.facts, isOf, verb) ? 'any' : shut)
  }
  if (door.path.startsWith('/versions/'))
    return (place.versions.get(slug) ?? ['none']).flatMap((id) =>
      at(filled.replace(':id', id), holds(caller.facts, slug, 'readVersions') ? 'any' : shut),
    )
  const { within, beyond } = rowsFor(place, slug, verb)
  const about = (id: string, expected: Expected) => at(filled.replace(/:id\??/, id), expected)
  return [
    ...within.flatMap(({ id }) => about(id, 'any')),
    ...beyond.flatMap(({ id }) => about(id, shut)),
  ]
}
