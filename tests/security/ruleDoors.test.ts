import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rules } from '@/hooks/rules/registry'
import type { AnyRule } from '@/hooks/rules/rule'
import type { StoredRow } from '@/src/domain/row'
import { isRefusal } from '@/src/lib/errors'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { askSchema, type Roots, rootsIn } from './crawl/graphqlSchema'
import type { Caller } from './world/makeCallers'
import { makeGround, type SecurityWorld } from './world/makeGround'
import { makeOracle, type Oracle } from './world/oracle'
import { holds, reaches } from './world/table'
import { type Watch, watchDatabase } from './world/watch'

const planted = 'Planted by a test.'

let app: TestApp
let world: SecurityWorld
let oracle: Oracle
let watch: Watch
let roots: ReadonlyMap<string, Roots>

const theOwner = (): Caller => {
  const owner = world.callers.find(({ name }) => name === 'owner')
  if (!owner) throw new Error('There is no owner among the callers.')
  return owner
}

beforeAll(async () => {
  app = await bootApp()
  world = await makeGround(app)
  oracle = await makeOracle(world)
  watch = await watchDatabase(app)
  const kinds = [...app.config.collections, ...app.config.globals]
  const named = kinds.filter(({ graphQL }) => graphQL !== false).map(({ slug }) => slug)
  roots = rootsIn(await askSchema(theOwner()), named)
})

afterAll(() => app.stop())

type Case = { id: string; rule: AnyRule; slug: string; verb: string; door: string }

const verbs = new Set(['create', 'update', 'delete'])

const cases: Case[] = rules
  .filter(({ isAdvice }) => !isAdvice)
  .flatMap((rule) =>
    rule.appliesTo.flatMap((door) => {
      const [slug = '', verb = ''] = door.split(':')
      return verbs.has(verb) && slug !== '*' ? [{ id: rule.id, rule, slug, verb, door }] : []
    }),
  )

type Somebody = { caller: Caller; row: StoredRow | undefined }

/** Somebody whom the table lets do it, and a row that they may do it to; null where it lets nobody. */
const somebodyWho = ({ slug, verb }: Case): Somebody | null => {
  const rows = oracle.rowsOf(slug)
  const able = world.callers.filter(({ facts }) => holds(facts, slug, verb))
  for (const caller of able) {
    const row = rows.find((each) => reaches(caller.facts, slug, verb, each))
    if (row || verb === 'create') return { caller, row: row ?? rows[0] }
  }
  return null
}

const madeByUs = new Set(['id', 'rev', 'createdAt', 'updatedAt', 'recordUid', 'sealed'])

const noneOf = (slug: string, pattern: RegExp): Record<string, null> => {
  const names = world.config(slug).flattenedFields.map(({ name }) => name)
  return Object.fromEntries(names.filter((name) => pattern.test(name)).map((name) => [name, null]))
}

const parentOf = ({ facts }: Caller): Record<string, unknown> => {
  const notes = oracle.rowsOf('progress-notes')
  const note = notes.find((each) => reaches(facts, 'progress-notes', 'read', each))
  return { patient: note?.['patient'], note: note?.id, assessment: null }
}

/** Canaries that are no value of their field would be refused before any rule is asked. */
const sane = (slug: string, caller: Caller): Record<string, unknown> => {
  if (slug === 'addenda') return parentOf(caller)
  if (slug === 'intake-assessments') return noneOf(slug, /^(mse|risk)/)
  return noneOf(slug, /^(techniqueTags|measureId)$/)
}

const bodyOf = ({ slug, verb }: Case, { caller, row }: Somebody): Record<string, unknown> => {
  if (verb === 'update') return { rev: row?.['rev'], ...sane(slug, caller) }
  const given = world
    .config(slug)
    .flattenedFields.filter(({ name }) => !madeByUs.has(name) && row?.[name] != null)
    .map(({ name }) => [name, row?.[name]])
  return { ...Object.fromEntries(given), ...sane(slug, caller) }
}

type Asked = Somebody & { body: Record<string, unknown> }

type Heard = { status: number; rule: string | undefined; message: string }

const heardIn = (errors: readonly Heard[] | undefined): Heard[] =>
  (errors ?? [])
    .filter(({ message }) => message === planted)
    .map(({ status, rule, message }) => ({ status, rule, message }))

const byRest = async ({ slug, verb }: Case, { caller, row, body }: Asked): Promise<Heard[]> => {
  const { client } = caller
  const answer =
    verb === 'create'
      ? await client.post(`/api/${slug}`, body)
      : await client.patch(`/api/${slug}/${row?.id}`, body)
  return heardIn(answer.body.errors)
}

const byGraphql = async ({ slug, verb }: Case, { caller, row, body }: Asked): Promise<Heard[]> => {
  const name = roots.get(slug)?.one ?? ''
  const type = `mutation${name}${verb === 'create' ? '' : 'Update'}Input!`
  const id = verb === 'create' ? '' : `id: ${JSON.stringify(row?.id)}, `
  const query = `mutation($data: ${type}) { ${verb}${name}(${id}data: $data) { id } }`
  const answer = await caller.client.graphql(query, { data: body })
  const errors: { message: string; extensions?: { errors?: Heard[] } }[] = answer.body.errors ?? []
  return errors.flatMap(({ message, extensions }) =>
    extensions?.errors ? heardIn(extensions.errors) : [{ status: 0, rule: undefined, message }],
  )
}

const byLocalApi = async ({ slug, verb }: Case, { caller, row, body }: Asked): Promise<Heard[]> => {
  const headers = new Headers({ ...caller.client.credentials, host: 'localhost:3000' })
  const { user } = await app.payload.auth({ headers })
  const req = await createLocalReq({ ...(user ? { user } : {}) }, app.payload)
  const asked = { collection: slug as never, data: body as never, overrideAccess: false, req } // named by the rules
  const error = await (verb === 'create'
    ? app.payload.create(asked)
    : app.payload.update({ ...asked, id: String(row?.id) } as never)
  ).catch((thrown: unknown) => thrown)
  return isRefusal(error)
    ? heardIn(error.findings.map(({ rule, message }) => ({ status: error.status, rule, message })))
    : [{ status: 0, rule: undefined, message: String(error) }]
}

/** Doors that nobody comes through; who knocks learns nothing of the rule. */
const shutDoors = async ({ slug }: Case, { caller, row, body }: Asked): Promise<number[]> => {
  const { client } = caller
  const answers = [
    await client.patch(`/api/${slug}?where[id][equals]=${row?.id}`, body),
    await client.post(`/api/${slug}/${row?.id}/duplicate`, {}),
    await client.post(`/api/${slug}/versions/${row?.id}`, {}),
  ]
  return answers.map(({ status }) => status)
}

describe.each(cases)('$id at $door', (asked) => {
  it('refuses alike by every door, and changes nothing', async () => {
    const { id, rule, slug, verb } = asked
    const somebody = somebodyWho(asked)
    if (!somebody)
      return expect((await theOwner().client.post(`/api/${slug}`, {})).status).toBe(403)
    const knock = { ...somebody, body: bodyOf(asked, somebody) }
    const { check } = rule
    rule.check = () => [{ path: 'planted', message: planted, mayOverride: [] }]
    try {
      const refusal = { status: rule.status ?? 422, rule: id, message: planted }
      expect(await byRest(asked, knock)).toEqual([refusal])
      expect(await byGraphql(asked, knock)).toEqual([refusal])
      expect(await byLocalApi(asked, knock)).toEqual([refusal])
      if (verb === 'update')
        for (const status of await shutDoors(asked, knock)) expect([403, 404]).toContain(status)
      const own = (await watch.changes()).filter(({ table }) => table === slug.replaceAll('-', '_'))
      expect(own).toEqual([])
    } finally {
      rule.check = check
      await watch.undo()
    }
  })
})
