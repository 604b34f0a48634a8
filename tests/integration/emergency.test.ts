import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endEmergencyAccess } from '@/collections/system/emergency/endEmergencyAccess'
import { reviewAccesses } from '@/src/jobs/reviewAccesses'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { testPassword } from '@/tests/support/client'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

const told = 'The harbour froze over'
const reasonText = 'Her patient called in distress and Kim is in hospital.'

let app: TestApp
let rosa: Person
let kim: Person
let sam: Person
let patient: string
let other: string
let note: string

const start = (person: Person, more: Record<string, unknown> = {}) =>
  person.client.post('/api/break-glass-grants/start', {
    patient,
    reasonCode: 'danger',
    reasonText,
    _password: testPassword,
    ...more,
  })

const plan = async (about: string): Promise<string> => {
  const made = await kim.client.post('/api/safety-plans', { patient: about, warningSigns: told })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.doc.id
}

const expire = (id: string) =>
  app.payload.db.updateOne({
    collection: 'break-glass-grants',
    where: { id: { equals: id } },
    data: { expiresAt: new Date(clock.wall().getTime() - 1000).toISOString() },
  })

const eventsOf = (where: Record<string, unknown>) => rowsOf(app, 'audit-events', where)

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
  patient = await makePatient(app, 'Ana', 'Silva', { primaryClinician: kim.id })
  other = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, patient)
  await assign(app, kim.id, other)
  note = await plan(patient)
})

afterAll(() => app.stop())

describe('R106 emergency access', () => {
  it('is for the owner and the director, with the password, a reason and a patient', async () => {
    for (const role of [
      'clinician',
      'supervisor',
      'intern',
      'frontDesk',
      'biller',
      'hr',
      'marketing',
      'compliance',
    ] as const) {
      const person = await makeStaff(app, `As ${role}`, [role])
      expect([403, 404], role).toContain((await start(person)).status)
    }
    for (const more of [
      { reasonText: '' },
      { reasonText: 'Too short' },
      { reasonText: undefined },
      { reasonCode: 'curious' },
      { patient: 'nobody' },
      { patient: crypto.randomUUID() },
    ])
      expect((await start(rosa, more)).status, JSON.stringify(more)).toBe(400)
    expect(await rowsOf(app, 'break-glass-grants', {})).toEqual([])
  })

  it('opens one chart to read, and nothing else of it or of anybody', async () => {
    const hidden = await plan(other)
    const secret = await kim.client.post('/api/psychotherapy-notes', { patient, text: told })
    expect((await rosa.client.get(`/api/safety-plans/${note}`)).status).toBe(404)
    const begun = await start(rosa)
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    const seen = await rosa.client.get(`/api/safety-plans/${note}`)
    expect([seen.status, seen.body.warningSigns]).toEqual([200, told])
    const list = await rosa.client.get('/api/safety-plans')
    expect(list.body.docs.map(({ id }: { id: string }) => id)).toEqual([note])
    expect((await rosa.client.get(`/api/safety-plans/${hidden}`)).status).toBe(404)
    const graphql = await rosa.client.graphql('{ SafetyPlans { docs { id warningSigns } } }')
    expect(JSON.stringify(graphql.body)).toContain(told)
    expect(JSON.stringify(graphql.body)).not.toContain(hidden)
    // Private notes stay shut, whoever asks.
    const path = `/api/psychotherapy-notes/${secret.body.doc.id}`
    expect([403, 404]).toContain((await rosa.client.get(path)).status)
    // Nothing can be written.
    for (const answer of [
      await rosa.client.patch(`/api/safety-plans/${note}`, { warningSigns: 'Changed' }),
      await rosa.client.post('/api/safety-plans', { patient, warningSigns: 'New' }),
      await rosa.client.post(`/api/safety-plans/${note}/share`, {}),
      await rosa.client.delete(`/api/safety-plans/${note}`),
    ])
      expect([403, 404, 405, 422], JSON.stringify(answer.body)).toContain(answer.status)
    expect((await kim.client.get(`/api/safety-plans/${note}`)).body.warningSigns).toBe(told)
  })

  it('is told to compliance and the clinician at once, by ids alone', async () => {
    const mails = await rowsOf(app, 'outbox', { template: 'emergency-access' })
    const told = mails.map(({ recipientId }) => recipientId)
    expect(told).toEqual(expect.arrayContaining([kim.id, sam.id]))
    expect(told).not.toContain(rosa.id)
    expect(JSON.stringify(mails)).not.toContain('Silva')
    const [task] = await rowsOf(app, 'tasks', { kind: 'emergency-review' })
    expect(task).toMatchObject({ assignedRole: 'compliance', status: 'open' })
  })

  it('marks whatever is read under it, in the log and for the patient', async () => {
    const [grant] = await rowsOf(app, 'break-glass-grants', { status: 'active' })
    const reads = await eventsOf({
      actorId: rosa.id,
      collectionSlug: 'safety-plans',
      action: 'read',
    })
    const seen = reads.filter(({ outcome }) => outcome === 'seen')
    expect(seen.length).toBeGreaterThan(2)
    for (const event of seen) expect(event['breakGlassId']).toBe(grant?.['id'])
    const before = await eventsOf({ actorId: kim.id, collectionSlug: 'safety-plans' })
    for (const event of before) expect(event['breakGlassId'] ?? '').toBe('')
    const portal = await makePortalUser(app, patient, 'ana@example.test')
    const saw = await portal.client.get(`/api/patients/${patient}/who-saw`)
    expect(saw.status, JSON.stringify(saw.body)).toBe(200)
    const lines = saw.body.lines ?? saw.body.docs
    expect(
      lines.some(
        ({ isEmergency, name }: { isEmergency: boolean; name: string }) =>
          isEmergency && name === 'Rosa',
      ),
    ).toBe(true)
  })

  it('is one chart at a time, ends when it is ended, and at once', async () => {
    expect((await start(rosa, { patient: other })).status).toBe(409)
    const [grant] = await rowsOf(app, 'break-glass-grants', { status: 'active' })
    const id = String(grant?.['id'])
    const imani = await makeStaff(app, 'Imani', ['director'])
    expect((await imani.client.post(`/api/break-glass-grants/${id}/end`)).status).toBe(404)
    expect((await rosa.client.post(`/api/break-glass-grants/${id}/end`)).status).toBe(200)
    expect((await rosa.client.get(`/api/safety-plans/${note}`)).status).toBe(404)
  })

  it('ends by itself, in the middle of a session, and says so in the log', async () => {
    const begun = await start(rosa)
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    expect((await rosa.client.get(`/api/safety-plans/${note}`)).status).toBe(200)
    await expire(begun.body.id)
    expect((await rosa.client.get(`/api/safety-plans/${note}`)).status).toBe(404)
    expect(await endEmergencyAccess(app.payload)).toBe(1)
    expect(await endEmergencyAccess(app.payload)).toBe(0)
    expect(await read(app, 'break-glass-grants', begun.body.id)).toMatchObject({
      status: 'ended',
      endedBy: 'time',
    })
    const ends = await eventsOf({ collectionSlug: 'break-glass-grants', action: 'end' })
    expect(
      ends
        .filter(({ breakGlassId }) => breakGlassId === begun.body.id)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['done', 'intended'])
  })

  it('is reviewed by somebody else, with a finding; until then an overdue one blocks the next', async () => {
    const waiting = await rowsOf(app, 'break-glass-grants', { status: 'ended' })
    expect(waiting).toHaveLength(2)
    const [first, second] = waiting.map(({ id }) => String(id))
    const review = (person: Person, id: string, more: Record<string, unknown> = {}) =>
      person.client.post(`/api/break-glass-grants/${id}/review`, {
        outcome: 'appropriate',
        finding: 'Asked both of them: it was needed.',
        ...more,
      })
    const both = await makeStaff(app, 'Both', ['director', 'compliance'])
    const own = await insert(app, 'break-glass-grants', {
      uniqueKey: 'ended|own',
      staff: both.id,
      patient,
      status: 'ended',
      reasonCode: 'danger',
      startedAt: '2026-04-14T16:00:00.000Z',
      expiresAt: '2026-04-14T17:00:00.000Z',
      dueAt: '2026-04-21T00:00:00.000Z',
    })
    expect((await review(both, own)).status).toBe(422)
    expect((await review(rosa, first ?? '')).status).toBe(403)
    expect((await review(sam, first ?? '', { finding: '' })).status).toBe(400)
    expect((await review(sam, first ?? '')).status).toBe(200)
    expect((await review(sam, first ?? '')).status).toBe(409)
    await app.payload.db.updateOne({
      collection: 'break-glass-grants',
      where: { id: { equals: second } },
      data: { dueAt: '2026-01-01T00:00:00.000Z' },
    })
    const refused = await start(rosa)
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0]).toMatchObject({ rule: 'R106' })
    expect((await review(sam, second ?? '')).status).toBe(200)
    const again = await start(rosa)
    expect(again.status, JSON.stringify(again.body)).toBe(201)
  })

  it('ends with the person’s account', async () => {
    const gone = await makeStaff(app, 'Gone', ['director'])
    const begun = await start(gone, { patient: other })
    expect(begun.status, JSON.stringify(begun.body)).toBe(201)
    const closed = await rosa.client.post(`/api/staff/${gone.id}/deactivate`, {
      _password: testPassword,
    })
    expect(closed.status, JSON.stringify(closed.body)).toBe(200)
    expect((await gone.client.get('/api/safety-plans')).status).toBe(401)
  })

  it('is in the weekly review', async () => {
    expect(await reviewAccesses(app.payload)).toMatch(/\w/)
  })
})
