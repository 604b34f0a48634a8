import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { assign, makeStaff, type Person, read } from '@/tests/support/people'
import { race, requestAs, rowsOf, statuses } from '@/tests/support/practice'
import { type Caller, makeWorld, type World } from '@/tests/support/world'

const canary = 'The heron at the window stays a secret'

let app: TestApp
let world: World
let kim: Caller
let pat: Person
let note: string
let patient: string

beforeAll(async () => {
  app = await bootApp()
  world = await makeWorld(app)
  kim = world.callers.find(({ principal }) => principal === 'clinician') as Caller // always there
  patient = world.patients[0]
  pat = await makeStaff(app, 'Pat Colleague', ['clinician', 'supervisor', 'intern'])
  await assign(app, pat.id, patient)
  const made = await kim.client.post('/api/psychotherapy-notes', { patient, text: canary })
  expect(made.status).toBe(201)
  note = made.body.doc.id
})

afterAll(() => app.stop())

describe('R57 a psychotherapy note is the author’s alone', () => {
  it('is read, changed and kept by the author', async () => {
    const own = await kim.client.get(`/api/psychotherapy-notes/${note}`)
    expect(own.body.text).toBe(canary)
    expect(
      (
        await kim.client.patch(`/api/psychotherapy-notes/${note}`, {
          text: `${canary}.`,
          author: pat.id,
        })
      ).status,
    ).toBe(200)
    const row = await read(app, 'psychotherapy-notes', note)
    expect(row['author']).toBe(kim.context.userId)
    expect(JSON.stringify(row)).not.toContain('heron')
    await kim.client.patch(`/api/psychotherapy-notes/${note}`, { text: canary })
  })

  it('reaches no other principal by any door', async () => {
    const others = world.callers.filter((caller) => caller !== kim)
    expect(others).toHaveLength(13)
    for (const { client, principal } of others) {
      const answers = [
        await client.get('/api/psychotherapy-notes'),
        await client.get(`/api/psychotherapy-notes/${note}`),
        await client.get(`/api/psychotherapy-notes?where[patient][equals]=${patient}&depth=2`),
        await client.get('/api/psychotherapy-notes?where[text][contains]=heron'),
        await client.get(`/api/psychotherapy-notes/count?where[patient][equals]=${patient}`),
        await client.get(`/api/psychotherapy-notes/${note}/actions`),
        await client.post(`/api/psychotherapy-notes/${note}/void`),
        await client.patch(`/api/psychotherapy-notes/${note}`, { text: 'x' }),
        await client.patch(`/api/psychotherapy-notes?where[patient][equals]=${patient}`, {
          text: 'x',
        }),
        await client.delete(`/api/psychotherapy-notes/${note}`),
        await client.post(`/api/psychotherapy-notes/${note}/duplicate`),
        await client.get('/api/psychotherapy-notes/versions'),
        await client.get(`/api/patients/${patient}/chart-summary`),
        await client.get(`/api/patients/${patient}?depth=2`),
        await client.get('/api/audit-events?limit=500'),
        await client.get('/api/tasks?limit=100'),
        await client.graphql(
          '{ PsychotherapyNotes { totalDocs docs { id text patient { id } } } }',
        ),
        await client.graphql(`{ PsychotherapyNote(id: "${note}") { id text } }`),
        await client.graphql(
          `{ countPsychotherapyNotes(where: { patient: { equals: "${patient}" } }) { totalDocs } }`,
        ),
        await client.graphql(
          `mutation { updatePsychotherapyNote(id: "${note}", data: { text: "x" }) { id text } }`,
        ),
      ]
      for (const [index, { body, status }] of answers.entries()) {
        expect(JSON.stringify(body), `${principal} ${index}`).not.toContain('heron')
        expect(status, `${principal} ${index}`).toBeLessThan(500)
      }
      const [list, one] = answers
      // An intern may keep notes of their own; everybody else is refused by the table.
      if (principal === 'intern') expect([list?.body.totalDocs, one?.status]).toEqual([0, 404])
      else expect([401, 403]).toContain(list?.status)
    }
    expect((await kim.client.get(`/api/psychotherapy-notes/${note}`)).body.text).toBe(canary)
  })

  it('is not seen by a colleague on the same care team, who may not even know it is there', async () => {
    expect((await pat.client.get('/api/psychotherapy-notes')).body.totalDocs).toBe(0)
    expect((await pat.client.get(`/api/psychotherapy-notes/${note}`)).status).toBe(404)
    expect((await pat.client.patch(`/api/psychotherapy-notes/${note}`, { text: 'x' })).status).toBe(
      404,
    )
    expect((await pat.client.post(`/api/psychotherapy-notes/${note}/void`)).status).toBe(404)
    expect(
      (await pat.client.get(`/api/psychotherapy-notes/count?where[patient][equals]=${patient}`))
        .body.totalDocs,
    ).toBe(0)
    const local = await asUser(await requestAs(app, pat)).find({
      collection: 'psychotherapy-notes',
    })
    expect(local.docs).toHaveLength(0)
    const summary = await pat.client.get(`/api/patients/${patient}/chart-summary`)
    expect(summary.status).toBe(200)
    expect(JSON.stringify(summary.body)).not.toContain(note)
  })

  it('leaves no trace of its patient in the access log', async () => {
    const events = await rowsOf(app, 'audit-events', { collectionSlug: 'psychotherapy-notes' })
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) expect([event['patient'], event['patientIds']]).toEqual(['', ''])
  })

  it('is pointed at by nothing', () => {
    const pointing = app.config.collections.flatMap(({ flattenedFields, slug }) =>
      flattenedFields
        .filter(
          (field) =>
            'relationTo' in field && [field.relationTo].flat().includes('psychotherapy-notes'),
        )
        .map(({ name }) => `${slug}.${name}`),
    )
    expect(pointing.filter((name) => !name.startsWith('payload-'))).toEqual([])
  })

  it('warns about times and diagnoses in the answer, and refuses nothing', async () => {
    const made = await kim.client.post('/api/psychotherapy-notes', {
      patient,
      text: 'Began at 10:05 am, thinking of F41.1.',
    })
    expect(made.status).toBe(201)
    expect(made.body.doc.warnings).toContain('Do not put times or diagnosis here.')
    const changed = await kim.client.patch(`/api/psychotherapy-notes/${made.body.doc.id}`, {
      text: 'Images of water.',
    })
    expect(changed.body.doc.warnings ?? null).toBeNull()
  })

  it('is voided instead of deleted, once, and then stands still', async () => {
    const made = await kim.client.post('/api/psychotherapy-notes', { patient, text: 'Wrong one.' })
    const path = `/api/psychotherapy-notes/${made.body.doc.id}`
    expect([403, 422]).toContain((await kim.client.delete(path)).status)
    expect(statuses(await race(kim.client, `${path}/void`))).toEqual([200, 409, 409, 409, 409])
    expect((await kim.client.patch(path, { text: 'x' })).status).toBe(409)
    expect((await kim.client.get(path)).body).toMatchObject({
      status: 'voided',
      text: 'Wrong one.',
    })
  })
})
