import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldClassOf } from '@/access/fieldClasses'
import { bootApp, type TestApp } from '@/tests/support/boot'
import {
  addProgressNote,
  addPsychotherapyNote,
  type Cast,
  makeCast,
  secretWord,
} from '@/tests/support/cast'
import { type Client, testPassword } from '@/tests/support/client'
import { insert } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let cast: Cast
let kimsNote: string
let leosNote: string
let bobsNote: string

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  const { ana, bob, kim, leo, theo } = cast
  kimsNote = await addPsychotherapyNote(app, { patient: ana, author: kim.id })
  leosNote = await addPsychotherapyNote(app, { patient: ana, author: leo.id })
  await addProgressNote(app, { patient: ana, author: kim.id, more: { isShared: true } })
  bobsNote = await addProgressNote(app, { patient: bob, author: theo.id })
})

afterAll(() => app.stop())

const fieldsOf = (slug: string) => app.payload.collections[slug]?.config.flattenedFields ?? []

const expectNothing = async (client: Client, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const answer = await client.get(path)
    expect([401, 403, 404], path).toContain(answer.status)
    expect(JSON.stringify(answer.body), path).not.toContain(secretWord)
  }
}

describe('psychotherapy notes', () => {
  it('T001 answer every alias of the biller with a refusal, each with its line in the log', async () => {
    const before = await rowsOf(app, 'audit-events', { actorId: cast.dana.id, outcome: 'refused' })
    const aliases = (count: number): string =>
      Array.from(
        { length: count },
        (_, index) => `a${index}: PsychotherapyNotes { totalDocs docs { id text } }`,
      ).join(' ')
    const answer = await cast.dana.client.graphql(`{ ${aliases(10)} }`)
    expect(Object.values(answer.body.data)).toEqual(Array.from({ length: 10 }, () => null))
    expect(answer.body.errors).toHaveLength(10)
    for (const { extensions } of answer.body.errors) expect(extensions.statusCode).toBe(403)
    const after = await rowsOf(app, 'audit-events', { actorId: cast.dana.id, outcome: 'refused' })
    expect(after.length - before.length).toBe(10)
    const tooMany = await cast.dana.client.graphql(`{ ${aliases(40)} }`)
    expect(tooMany.status).toBe(400)
    expect(tooMany.body.data).toBeUndefined()
  })

  it('T003 are not the target of any relationship', async () => {
    const pointing = app.config.collections.flatMap(({ slug, flattenedFields }) =>
      flattenedFields
        .filter(
          (field) =>
            'relationTo' in field &&
            [field.relationTo].flat().includes('psychotherapy-notes' as never),
        ) // any slug
        .map(({ name }) => `${slug}.${name}`),
    )
    expect(pointing).toEqual([])
    const claims = await cast.dana.client.get('/api/claims?depth=5')
    expect(claims.status).toBe(200)
    expect(JSON.stringify(claims.body)).not.toContain(secretWord)
  })

  it('T004 cannot be reached by nesting in GraphQL, and no collection joins others', async () => {
    for (const { slug } of app.config.collections)
      expect(
        fieldsOf(slug).filter(({ type }) => type === 'join'),
        slug,
      ).toEqual([])
    for (const name of ['psychotherapyNotes', 'PsychotherapyNotes', 'progressNotes']) {
      const query = `{ Claims { docs { patient { ${name} { docs { id } } } } } }`
      const answer = await cast.dana.client.graphql(query)
      expect(answer.status, JSON.stringify(answer.body)).toBe(400)
      expect(answer.body.errors[0].message).toContain('Cannot query field')
    }
  })

  it('T034 of an intern stay shut to the supervisor on the same chart', async () => {
    const { client } = cast.kim
    expect((await client.get(`/api/psychotherapy-notes/${kimsNote}`)).status).toBe(200)
    await expectNothing(client, [`/api/psychotherapy-notes/${leosNote}`])
    const list = await client.get('/api/psychotherapy-notes?limit=100')
    expect(list.body.docs.map(({ id }: { id: string }) => id)).toEqual([kimsNote])
    const count = await client.get(
      `/api/psychotherapy-notes/count?where[author][equals]=${cast.leo.id}`,
    )
    expect(count.body.totalDocs).toBe(0)
  })
})

describe('charts of others', () => {
  it('T016 are not behind staff, places or any other related record', async () => {
    const paths = ['staff', 'locations', 'rooms', 'appointments', 'tasks', 'care-team-assignments']
    for (const slug of paths) {
      const answer = await cast.kim.client.get(`/api/${slug}?depth=3&limit=200&joins[x][limit]=5`)
      expect(answer.status, slug).toBe(200)
      expect(JSON.stringify(answer.body), slug).not.toContain(cast.bob)
      expect(JSON.stringify(answer.body), slug).not.toContain('Reyes')
    }
  })

  it('T019 are not behind the messages that reach the practice', async () => {
    await insert(app, 'inquiries', {
      chosenName: `${secretWord} Moss`,
      email: 'moss@example.test',
      message: secretWord,
      status: 'new',
    })
    const { client } = cast.mo
    await expectNothing(client, [
      '/api/inquiries',
      '/api/inquiries/count',
      '/api/patients',
      '/api/form-submissions',
      '/api/forms',
    ])
    expect(app.config.collections.some(({ slug }) => slug.startsWith('form'))).toBe(false)
    const funnel = await client.get('/api/campaigns/funnel?from=2026-01-01&to=2026-12-31')
    expect(funnel.status, JSON.stringify(funnel.body)).toBe(200)
    expect(JSON.stringify(funnel.body)).not.toContain(secretWord)
  })

  it('T020 are in no search index', async () => {
    // What somebody typed above a list, sealed for them alone, is no index of what there is.
    const named = app.config.collections.filter(({ slug }) => /search|index/.test(slug))
    expect(named.map(({ slug }) => slug)).toEqual(['kept-searches'])
    for (const [principal, client] of cast.callers)
      expect((await client.get('/api/search?where[title][exists]=true')).status, principal).toBe(
        404,
      )
    const find = (client: Client) =>
      client.post('/api/progress-notes/find-words', { words: secretWord })
    expect(JSON.stringify((await find(cast.kim.client)).body)).toContain(secretWord)
    for (const { client } of [cast.dana, cast.rosa, cast.portal, { client: cast.anonymous }]) {
      const answer = await find(client)
      expect([401, 403, 404]).toContain(answer.status)
      expect(JSON.stringify(answer.body)).not.toContain(secretWord)
    }
    expect(JSON.stringify((await find(cast.theo.client)).body)).not.toContain('Silva')
  })

  it('T027 stay shut to a patient who changes an id', async () => {
    const { client } = cast.portal
    const open = ['patients', 'progress-notes', 'appointments', 'treatment-plans', 'statements']
    for (const slug of open) {
      const rows = await rowsOf(app, slug)
      const others = rows.filter(
        (row) => (slug === 'patients' ? row.id : row['patient']) === cast.bob,
      )
      for (const { id } of others) await expectNothing(client, [`/api/${slug}/${id}`])
    }
    expect((await client.get(`/api/patients/${cast.ana}`)).status).toBe(200)
    expect((await client.get(`/api/progress-notes/${bobsNote}`)).status).toBe(404)
  })

  it('T028 show a patient nothing of what the team writes for itself', async () => {
    const { client } = cast.portal
    const notes = await client.get('/api/progress-notes')
    expect(notes.body.docs).toHaveLength(1)
    expect(notes.body.docs[0].reported).toContain('what was told')
    for (const slug of ['progress-notes', 'patients', 'intake-assessments', 'treatment-plans']) {
      const hidden = fieldsOf(slug).filter(({ name }) =>
        ['workup', 'notice', 'secret', 'author'].includes(fieldClassOf(slug, name)),
      )
      expect(hidden.length, slug).toBeGreaterThan(0)
      const { docs } = (await client.get(`/api/${slug}`)).body
      for (const { name } of hidden)
        for (const doc of docs) expect(doc, `${slug}.${name}`).not.toHaveProperty(name)
    }
    expect(JSON.stringify(notes.body)).not.toContain(`${secretWord} risk`)
  })

  it('T033 stay shut to a supervisor who does not supervise there', async () => {
    await expectNothing(cast.kim.client, [
      `/api/patients/${cast.bob}`,
      `/api/progress-notes/${bobsNote}`,
      `/api/patients/${cast.bob}/chart-summary`,
    ])
    const supervisor = cast.callers.find(([principal]) => principal === 'supervisor')?.[1]
    for (const slug of ['patients', 'progress-notes', 'treatment-plans']) {
      const list = await supervisor?.get(`/api/${slug}`)
      expect([list?.status, list?.body.docs], slug).toEqual([200, []])
    }
  })

  it('T035 stay shut to the owner, who may open one for an hour with a reason', async () => {
    await expectNothing(cast.rosa.client, [
      '/api/progress-notes',
      `/api/progress-notes/${bobsNote}`,
      '/api/psychotherapy-notes',
      `/api/psychotherapy-notes/${kimsNote}`,
      '/api/intake-assessments',
      '/api/diagnoses',
    ])
    const opened = await cast.rosa.client.post('/api/break-glass-grants/start', {
      patient: cast.bob,
      reasonCode: 'danger',
      reasonText: 'Theo is in hospital and his patient called in distress.',
      _password: testPassword,
    })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    expect((await cast.rosa.client.get(`/api/progress-notes/${bobsNote}`)).status).toBe(200)
    await expectNothing(cast.rosa.client, [`/api/psychotherapy-notes/${kimsNote}`])
    const list = await cast.rosa.client.get('/api/progress-notes')
    expect(list.body.docs.map(({ patient }: { patient: string }) => patient)).toEqual([cast.bob])
    const seen = { actorId: cast.rosa.id, collectionSlug: 'progress-notes', outcome: 'seen' }
    expect((await rowsOf(app, 'audit-events', seen)).length).toBeGreaterThan(0)
  })

  it('T037 hold nothing for the personnel department, whoever the patient is', async () => {
    const about = app.config.collections.filter(({ flattenedFields }) =>
      flattenedFields.some(({ name }) => name === 'patient'),
    )
    expect(about.length).toBeGreaterThan(30)
    for (const slug of ['patients', ...about.map((each) => each.slug)]) {
      const answer = await cast.priya.client.get(`/api/${slug}`)
      if (answer.status === 200) expect(answer.body.docs, slug).toEqual([])
      else expect([403, 404], slug).toContain(answer.status)
    }
  })

  it('T038 show compliance who wrote and saw what, and no text', async () => {
    await expectNothing(cast.sam.client, [
      '/api/progress-notes',
      `/api/progress-notes/${bobsNote}`,
      '/api/psychotherapy-notes',
      '/api/intake-assessments',
      '/api/safety-plans',
    ])
    const log = await cast.sam.client.get('/api/audit-events?limit=500')
    expect(log.body.totalDocs).toBeGreaterThan(10)
    expect(JSON.stringify(log.body)).not.toContain(secretWord)
  })

  it('T031 belong to one patient each', async () => {
    const several = app.config.collections.flatMap(({ slug, flattenedFields }) =>
      flattenedFields
        .filter(
          (field) =>
            'relationTo' in field &&
            field.relationTo === 'patients' &&
            'hasMany' in field &&
            field.hasMany,
        )
        .map(({ name }) => `${slug}.${name}`),
    )
    expect(several).toEqual([])
    for (const slug of ['progress-notes', 'psychotherapy-notes', 'addenda', 'intake-assessments']) {
      const field = fieldsOf(slug).find(({ name }) => name === 'patient')
      expect(field, slug).toMatchObject({ relationTo: 'patients', required: true })
    }
  })

  it('T032 have no rosters: a visit has one patient, and the patient sees only the own', async () => {
    for (const slug of ['appointments', 'sessions']) {
      const people = fieldsOf(slug).filter(
        (field) => 'relationTo' in field && field.relationTo === 'patients',
      )
      expect(
        people.map(({ name }) => name),
        slug,
      ).toEqual(['patient'])
    }
    expect(app.config.collections.filter(({ slug }) => /group|roster|attend/.test(slug))).toEqual(
      [],
    )
  })

  it('T048 are not behind the free times that a stranger may see', async () => {
    expect((await cast.anonymous.get('/api/appointments')).status).toBe(401)
    expect((await cast.anonymous.get('/api/appointments/free-slots')).status).toBe(401)
    expect((await cast.anonymous.get('/api/appointments/day')).status).toBe(401)
    for (const slug of ['appointments', 'slot-holds', 'availability', 'sessions'])
      expect((await cast.anonymous.get(`/api/${slug}`)).status, slug).toBe(401)
  })
})
