import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { assign, makePatient, makePortalUser, makeStaff, type Person } from '@/tests/support/people'
import { insertSealed } from '@/tests/support/portal'

let app: TestApp
let kim: Person
let theo: Person
let ana: Person
let bob: Person
let patient: string

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  patient = await makePatient(app, 'Ana', 'Silva')
  await assign(app, kim.id, patient)
  ana = await makePortalUser(app, patient, 'ana@example.test')
  bob = await makePortalUser(app, await makePatient(app, 'Bob', 'Reyes'), 'bob@example.test')
})

afterAll(() => app.stop())

let made = 0

const assigned = (more: Record<string, unknown> = {}): Promise<string> => {
  made += 1
  return insertSealed(app, 'measure-responses', {
    data: {
      patient,
      uniqueKey: `r${made}`,
      measureId: 'PHQ-9',
      measureVersion: '1',
      status: 'assigned',
      assignedAt: '2026-04-14T16:00:00.000Z',
      ...more,
    },
    texts: {},
  })
}

const save = (person: Person, id: string, answers: unknown) =>
  person.client.post(`/api/measure-responses/${id}/save`, { answers: JSON.stringify(answers) })

const stored = async (id: string): Promise<unknown> =>
  JSON.parse((await ana.client.get(`/api/measure-responses/${id}`)).body.answers)

describe('answers put aside', () => {
  it('are there when the patient comes back, and the questionnaire stays open', async () => {
    const id = await assigned()
    const answer = await save(ana, id, { phq9_1: 2, phq9_2: 1 })
    expect(answer.status).toBe(200)
    expect(answer.body.status).toBe('assigned')
    expect(await stored(id)).toEqual({ phq9_1: 2, phq9_2: 1 })
  })

  it('R19 never hold an answer about self-harm that nobody was told of', async () => {
    const id = await assigned()
    expect((await save(ana, id, { phq9_1: 1, phq9_9: 3 })).status).toBe(200)
    expect(await stored(id)).toEqual({ phq9_1: 1 })
    const events = await app.payload.db.count({ collection: 'risk-events', where: {} })
    expect(events.totalDocs).toBe(0)
  })

  it('keep such an answer once the alarm was raised by handing in too early', async () => {
    const id = await assigned()
    const early = await ana.client.post(`/api/measure-responses/${id}/submit`, {
      answers: '{"phq9_9":2}',
    })
    expect(early.body.result).toMatchObject({ isAccepted: false })
    expect((await save(ana, id, { phq9_1: 1 })).status).toBe(200)
    expect(await stored(id)).toEqual({ phq9_1: 1, phq9_9: 2 })
  })

  it('are refused when they are no answers', async () => {
    const id = await assigned()
    for (const answers of ['[1]', '{"phq9_1":7}', '{"other":1}', 'no', '{"phq9_1":{}}']) {
      const answer = await ana.client.post(`/api/measure-responses/${id}/save`, { answers })
      expect(answer.status, answers).toBe(400)
      expect(answer.body.errors[0].message.length).toBeGreaterThan(10)
    }
  })

  it('are the patient’s own to keep', async () => {
    const id = await assigned()
    expect((await save(bob, id, { phq9_1: 1 })).status).toBe(404)
    expect((await save(theo, id, { phq9_1: 1 })).status).toBe(404)
    expect((await save(kim, id, { phq9_1: 1 })).status).toBe(403)
  })

  it('cannot be changed once they were handed in', async () => {
    const id = await assigned({ status: 'submitted' })
    expect((await save(ana, id, { phq9_1: 3 })).status).toBe(409)
  })

  it('are never mixed by five savings at once', async () => {
    const id = await assigned()
    const answers = await Promise.all(
      [0, 1, 2, 3, 0].map((value) => save(ana, id, { phq9_1: value, phq9_2: value })),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true)
    const kept = (await stored(id)) as Record<string, number>
    expect(kept['phq9_1']).toBe(kept['phq9_2'])
  })
})
