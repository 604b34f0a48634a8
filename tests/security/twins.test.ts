import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopeKeysOf } from '@/access/decide'
import { matrix } from '@/access/matrix'
import { scopesFor } from '@/access/policy'
import { principals } from '@/access/roles'
import { isInScope, type ScopeContext, type ScopeName, whereOf } from '@/access/scopes'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { insert } from '@/tests/support/people'
import { makeWorld, plantRow, type World } from '@/tests/support/world'

let app: TestApp
let world: World
/** Care with its own consent; some rows belong to it, some to none. */
let episodes: string[] = []

const flags = ['isShared', 'isFinal', 'isActive', 'isOpenToProxies']
const globals = new Set([
  'practice',
  'rule-settings',
  'setup',
  'sign-in-settings',
  'site-header',
  'site-footer',
])
const slugs = Object.keys(matrix).filter(
  (slug) => !slug.startsWith('payload-') && !globals.has(slug),
)
const unplanted = new Set([
  'staff',
  'patients',
  'care-team-assignments',
  'supervision-agreements',
  'portal-users',
  'api-clients',
  'api-keys',
  'audit-events',
  'audit-checkpoints',
  'auth-sessions',
  'data-keys',
])

const scopesIn = (slug: string): ScopeName[] => {
  const verbs = ['create', 'read', 'update', 'delete', 'export']
  const names = principals.flatMap((principal) =>
    verbs.flatMap((verb) => scopesFor(slug, verb, [principal])),
  )
  return [...new Set(names)]
}

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  const found = await app.payload.db.find<StoredRow>({ collection: 'care-episodes', where: {} })
  episodes = found.docs.map(({ id }) => id)
  for (const patient of world.patients)
    episodes.push(
      await insert(app, 'care-episodes', {
        uniqueKey: `twin|${patient}`,
        patient,
        consentBasis: 'minorAlone',
        status: 'open',
        state: 'OR',
        lawKey: 'OR@1985-01-01',
      }),
    )
  for (const slug of slugs.filter((each) => !unplanted.has(each))) {
    const config = app.payload.collections[slug]?.config
    if (!config) continue
    const own = flags.filter((name) => config.flattenedFields.some((field) => field.name === name))
    for (const round of [0, 1, 2, 3, 4, 5]) {
      const id = await plantRow(app, world, config, round % 3)
      const data = Object.fromEntries(
        own.map((name, index) => [name, ((round >> index) & 1) === 1]),
      )
      if (config.flattenedFields.some(({ name }) => name === 'episode') && round % 2)
        Object.assign(data, { episode: episodes[round % episodes.length] })
      if (Object.keys(data).length) await app.payload.db.updateOne({ collection: slug, id, data })
    }
  }
})

afterAll(() => app.stop())

const subset = (ids: readonly string[]) => fc.subarray([...ids])

describe('a scope means the same as a query and in memory', () => {
  it.each(slugs)('%s', async (slug) => {
    const rows = (
      await app.payload.db.find<StoredRow>({
        collection: slug,
        where: {},
        limit: 0,
        pagination: false,
      })
    ).docs
    const keys = scopeKeysOf(slug)
    const people = [
      ...world.clinicians,
      ...world.callers
        .map(({ context }) => context.userId)
        .filter((id): id is string => id !== null),
    ]
    const contexts = fc.record({
      userId: fc.constantFrom(null, ...people),
      held: subset([...principals]),
      caseload: subset(world.patients),
      supervisees: subset(world.patients),
      emergency: subset(world.patients),
      compartment: subset(world.patients),
      proxy: fc.record({
        records: subset(world.patients),
        booking: subset(world.patients),
        billing: subset(world.patients),
        consents: subset(world.patients),
        closedEpisodes: subset(episodes),
      }),
    })
    await fc.assert(
      fc.asyncProperty(contexts, subset(scopesIn(slug)), async (given, names) => {
        const context = given as unknown as ScopeContext // arrays of known words
        const where = whereOf(names as ScopeName[], context, keys)
        expect(where === true || where === false || Object.keys(where).length > 0).toBe(true)
        const found =
          where === false
            ? []
            : (
                await app.payload.db.find<StoredRow>({
                  collection: slug,
                  where: where === true ? {} : where,
                  limit: 0,
                  pagination: false,
                })
              ).docs
        const byQuery = found.map((row) => row.id).sort()
        const inMemory = rows
          .filter((row) => isInScope(names as ScopeName[], context, keys, row))
          .map((row) => row.id)
          .sort()
        expect(byQuery).toEqual(inMemory)
      }),
      { numRuns: 12 },
    )
  })
})
