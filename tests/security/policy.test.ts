import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopeKeysOf } from '@/access/decide'
import { fieldClasses, fieldClassOf } from '@/access/fieldClasses'
import { mayRead } from '@/access/fieldRights'
import { matrix } from '@/access/matrix'
import { policyOf, scopesFor } from '@/access/policy'
import { isInScope } from '@/access/scopes'
import { guardQuery } from '@/hooks/guardQuery'
import { sealPlanOf } from '@/hooks/sealConfidential'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff } from '@/tests/support/people'
import { canary, makeWorld, plantRow, type World } from '@/tests/support/world'

let app: TestApp
let world: World
const slugs = Object.keys(matrix).filter((slug) => !slug.startsWith('payload-'))
const globals = new Set([
  'practice',
  'rule-settings',
  'setup',
  'sign-in-settings',
  'site-header',
  'site-footer',
])
const collections = slugs.filter((slug) => !globals.has(slug))
// Their rows come into being with the world itself.
const planted = collections.filter(
  (slug) =>
    ![
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
    ].includes(slug),
)

const rowsOf = async (slug: string): Promise<StoredRow[]> =>
  (
    await app.payload.db.find<StoredRow>({
      collection: slug,
      where: {},
      limit: 0,
      pagination: false,
    })
  ).docs

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  for (const slug of planted) {
    const config = app.payload.collections[slug]?.config
    if (!config) throw new Error(`${slug} is in the table and not in the product`)
    for (const index of [0, 1, 2]) await plantRow(app, world, config, index)
  }
})

afterAll(() => app.stop())

describe('the policy table', () => {
  it('has a cell for every principal of every collection and global of the product', () => {
    const known = [...app.config.collections, ...app.config.globals].map(({ slug }) => slug)
    for (const slug of known) expect(() => policyOf(slug), slug).not.toThrow()
    const missing = Object.keys(matrix).filter((slug) => !known.includes(slug))
    // Payload makes these only when a feature asks for them.
    expect(missing.filter((slug) => !slug.startsWith('payload-'))).toEqual([])
  })

  it('stands behind every collection and global: none is registered another way', () => {
    const ours = [...app.config.collections, ...app.config.globals].filter(
      ({ slug }) => !slug.startsWith('payload-'),
    )
    expect(ours.length).toBeGreaterThan(90)
    for (const { slug, access, hooks } of ours) {
      // As `secureCollection` and `secureGlobal` make them, whatever the configuration said.
      for (const verb of ['read', 'update', 'readVersions'] as const)
        expect(String(access[verb]), `${slug} ${verb}`).toMatch(/bySystem|decide|=> false/)
      const isGlobal = app.config.globals.some((each) => each.slug === slug)
      const guards: readonly unknown[] = isGlobal ? [] : hooks.beforeOperation
      if (!isGlobal) expect(guards.includes(guardQuery), slug).toBe(true)
    }
  })

  it('gives a class to every field', () => {
    // Which one each has is in docs/field-classes.md, which a new field makes stale.
    for (const { slug } of [...app.config.collections, ...app.config.globals])
      if (!slug.startsWith('payload-')) expect(fieldClasses[slug], slug).toBeDefined()
  })

  it('stops the boot with the name of a missing cell', () => {
    expect(() => policyOf('no-such-thing')).toThrow(/no-such-thing/)
  })
})

describe('what people are told about their rights', () => {
  it('changes nobody’s: an empty caseload stays empty however often anybody asks', async () => {
    for (const { client } of world.callers) await client.get('/api/access')
    const nobodys = await makeStaff(app, 'Nina', ['clinician'])
    await nobodys.client.get('/api/access')
    for (const slug of ['patients', 'progress-notes', 'appointments', 'safety-plans']) {
      const answer = await nobodys.client.get(`/api/${slug}?limit=500`)
      expect(answer.status, slug).toBe(200)
      expect(answer.body.totalDocs, slug).toBe(0)
    }
  })
})

describe.each(collections)('%s', (slug) => {
  it('shows every principal exactly the rows the table says, twin by twin', async () => {
    const rows = await rowsOf(slug)
    for (const { principal, client, context } of world.callers) {
      const scopes = scopesFor(slug, 'read', context.held)
      const answer = await client.get(`/api/${slug}?limit=500`)
      if (!scopes.length) {
        expect(answer.status, principal).toBe(principal === 'anonymous' ? 401 : 403)
        continue
      }
      const expected = rows
        .filter((row) => isInScope(scopes, context, scopeKeysOf(slug), row))
        .map((row) => row.id)
      if (answer.status !== 200) {
        // A scope that can reach nothing at all is refused rather than answered empty.
        expect(expected, `${principal} got ${answer.status}`).toEqual([])
        continue
      }
      const shown = answer.body.docs.map((doc: StoredRow) => doc.id)
      const grown = ['audit-events', 'audit-checkpoints', 'auth-sessions'].includes(slug)
      if (grown) expect(shown.length, principal).toBeGreaterThan(0)
      // Therapists who can take nobody are left out as well (R105).
      else if (slug === 'therapist-profiles')
        expect(expected, principal).toEqual(expect.arrayContaining(shown))
      else expect([...shown].sort(), principal).toEqual([...expected].sort())
    }
  })

  it('answers out-of-scope ids with 404 and never another status', async () => {
    const rows = (await rowsOf(slug)).slice(0, 3)
    for (const { principal, client, context } of world.callers) {
      const scopes = scopesFor(slug, 'read', context.held)
      if (!scopes.length) continue
      for (const row of rows) {
        const isVisible = isInScope(scopes, context, scopeKeysOf(slug), row)
        const answer = await client.get(`/api/${slug}/${row.id}`)
        if (isVisible && slug !== 'therapist-profiles')
          expect(answer.status, `${principal} ${row.id}`).toBe(200)
        else if (isVisible) expect([200, 404], `${principal} ${row.id}`).toContain(answer.status)
        else expect([403, 404], `${principal} ${row.id}`).toContain(answer.status)
        expect(JSON.stringify(answer.body).includes('CANARY'), `${principal} ${row.id}`).toBe(
          isVisible && JSON.stringify(answer.body).includes('CANARY'),
        )
      }
    }
  })

  it('shows a field only to those who hold its class', async () => {
    const plan = sealPlanOf(slug)
    const config = app.payload.collections[slug]?.config
    const fields = (config?.flattenedFields ?? []).filter(
      (field) => field.type === 'text' || field.type === 'textarea',
    )
    for (const { principal, client, context } of world.callers) {
      const answer = await client.get(`/api/${slug}?limit=500`)
      if (answer.status !== 200) continue
      const text = JSON.stringify(answer.body)
      for (const field of fields) {
        const mark = `CANARY.${slug}.${field.name}.`
        const isReadable =
          !('hidden' in field && field.hidden) &&
          mayRead(context.held, fieldClassOf(slug, field.name))
        if (!isReadable)
          expect(text.includes(mark), `${principal} must not see ${field.name}`).toBe(false)
        else if (plan?.fields.includes(field.name)) {
          const own = (answer.body.docs as StoredRow[]).filter((doc) => doc[field.name])
          for (const doc of own)
            expect(String(doc[field.name])).toContain(canary(slug, field.name, 0).slice(0, 10))
        }
      }
    }
  })

  it('lets nobody create, change or delete beyond the table', async () => {
    const [row] = await rowsOf(slug)
    const before = (await rowsOf(slug)).length
    for (const { principal, client, context } of world.callers) {
      const held = (verb: string): boolean => scopesFor(slug, verb, context.held).length > 0
      if (!held('create')) {
        // Remittances are imported at this address: an empty body is told so.
        const refused = slug === 'remittances' ? [400, 401, 403] : [401, 403, 404]
        expect(refused, `${principal} create`).toContain(
          (await client.post(`/api/${slug}`, {})).status,
        )
      }
      if (row && !held('update')) {
        expect([401, 403, 404], `${principal} update`).toContain(
          (await client.patch(`/api/${slug}/${row.id}`, { isActive: true })).status,
        )
      }
      if (row && !held('delete')) {
        expect([401, 403, 404, 422], `${principal} delete`).toContain(
          (await client.delete(`/api/${slug}/${row.id}`)).status,
        )
      }
      expect(
        (await client.patch(`/api/${slug}?where[id][exists]=true`, { rev: 1 })).status,
        `${principal} bulk`,
      ).toBeGreaterThanOrEqual(400)
    }
    if (slug !== 'audit-events') expect((await rowsOf(slug)).length).toBeGreaterThanOrEqual(before)
  })
})

describe('R57 psychotherapy notes', () => {
  it('reach nobody but their author by any list, id, count, filter, GraphQL or related record', async () => {
    const rows = await rowsOf('psychotherapy-notes')
    const doors = (id: string) => [
      '/api/psychotherapy-notes',
      `/api/psychotherapy-notes/${id}`,
      '/api/psychotherapy-notes/count',
      '/api/psychotherapy-notes?where[patient][exists]=true',
      '/api/psychotherapy-notes?depth=2&select[text]=true',
      `/api/patients/${world.patients[0]}?depth=2`,
      '/api/audit-events?limit=500',
      '/api/tasks?limit=500',
    ]
    for (const { principal, client, context } of world.callers) {
      for (const row of rows) {
        const index = world.clinicians.indexOf(String(row['author']))
        if (row['author'] === context.userId) continue
        for (const path of doors(row.id)) {
          const answer = await client.get(path)
          expect(JSON.stringify(answer.body), `${principal} ${path}`).not.toContain(
            `CANARY.psychotherapy-notes.text.${index}.`,
          )
        }
        const graph = await client.graphql('{ PsychotherapyNotes { docs { id text } totalDocs } }')
        expect(JSON.stringify(graph.body), principal).not.toContain(
          `CANARY.psychotherapy-notes.text.${index}.`,
        )
      }
    }
  })
})

describe('the classes of fields', () => {
  it('name only fields there are', () => {
    const configs = [...app.config.collections, ...app.config.globals]
    const unknown = Object.entries(fieldClasses).flatMap(([slug, { fields = {} }]) => {
      const known = configs.find((each) => each.slug === slug)?.flattenedFields ?? []
      const names = new Set(known.map(({ name }) => name))
      return Object.keys(fields)
        .filter((path) => !names.has(path.split('.')[0] ?? ''))
        .map((path) => `${slug}.${path}`)
    })
    expect(unknown).toEqual([])
  })
})
