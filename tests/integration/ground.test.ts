import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import {
  assign,
  insert,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'

let app: TestApp
let kim: Person
let theo: Person
let rosa: Person
let ben: Person
let ana: string
let bob: string

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  ana = await makePatient(app, 'Ana', 'Silva')
  bob = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, ana)
  await assign(app, theo.id, bob)
})

afterAll(() => app.stop())

const auditOf = async (where: Record<string, string>) =>
  (
    await app.payload.db.find<StoredRow>({
      collection: 'audit-events',
      where: { and: Object.entries(where).map(([name, equals]) => ({ [name]: { equals } })) },
      limit: 0,
      pagination: false,
    })
  ).docs

describe('scope', () => {
  it('shows a clinician the own caseload only, and the owner all', async () => {
    const mine = await kim.client.get('/api/patients')
    expect(mine.status).toBe(200)
    expect(mine.body.docs.map((doc: { id: string }) => doc.id)).toEqual([ana])
    expect((await rosa.client.get('/api/patients')).body.totalDocs).toBe(2)
  })

  it('answers 404 for what is out of scope, on GET, PATCH and DELETE', async () => {
    expect((await kim.client.get(`/api/patients/${bob}`)).status).toBe(404)
    expect((await kim.client.patch(`/api/patients/${bob}`, { city: 'X' })).status).toBe(404)
    expect((await kim.client.delete(`/api/patients/${bob}`)).status).toBe(404)
    expect((await kim.client.patch('/api/patients/nothing', { city: 'X' })).status).toBe(404)
  })

  it('answers 401 without a session', async () => {
    expect((await clientOf(app).get('/api/patients')).status).toBe(401)
    expect((await clientOf(app).patch(`/api/patients/${ana}`, {})).status).toBe(401)
  })
})

describe('sessions', () => {
  it('refuses a revoked session at once', async () => {
    const noa = await makeStaff(app, 'Noa', ['frontDesk'])
    expect((await noa.client.get('/api/patients')).status).toBe(200)
    const answer = await rosa.client.post(`/api/staff/${noa.id}/deactivate`)
    expect(answer.status).toBe(200)
    expect((await noa.client.get('/api/patients')).status).toBe(401)
    expect(
      (await noa.client.graphql('{ Patients { totalDocs } }')).body.data?.Patients ?? null,
    ).toBeNull()
  })

  it('keeps patients and staff apart', async () => {
    const portal = await makePortalUser(app, ana, 'ana@example.test')
    const answer = await portal.client.get('/api/patients')
    expect(answer.body.docs.map((doc: { id: string }) => doc.id)).toEqual([ana])
    expect((await portal.client.get('/api/staff')).status).toBe(403)
  })

  it('has no first-register, forgot-password or unlock door', async () => {
    for (const path of ['first-register', 'forgot-password', 'reset-password', 'unlock']) {
      expect((await clientOf(app).post(`/api/staff/${path}`, { email: 'a@b.test' })).status).toBe(
        404,
      )
      expect((await clientOf(app).post(`/api/portal-users/${path}`, {})).status).toBe(404)
    }
  })
})

describe('saving', () => {
  it('refuses a stale revision and keeps the first write', async () => {
    const id = await makePatient(app, 'Cleo', 'Park')
    const first = await ben.client.patch(`/api/patients/${id}`, { rev: 1, city: 'Portland' })
    expect(first.status).toBe(200)
    const second = await ben.client.patch(`/api/patients/${id}`, { rev: 1, city: 'Salem' })
    expect(second.status).toBe(409)
    expect((await read(app, 'patients', id))['city']).toBe('Portland')
  })

  it('lets one of five writers of the same revision win', async () => {
    const id = await makePatient(app, 'Dee', 'Park')
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D', 'E'].map((city) =>
        ben.client.patch(`/api/patients/${id}`, { rev: 1, city }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(4)
    expect((await read(app, 'patients', id))['rev']).toBe(2)
  })

  it('ignores what only the system may write', async () => {
    const answer = await ben.client.post('/api/patients', {
      firstName: 'Eve',
      lastName: 'Moss',
      status: 'active',
      createdAt: '2001-01-01T00:00:00.000Z',
    })
    expect(answer.status).toBe(201)
    expect(answer.body.doc.status).toBe('prospective')
    expect(answer.body.doc.createdAt > '2020').toBe(true)
  })
})

describe('R60 records are never deleted', () => {
  it('refuses by REST and GraphQL', async () => {
    const rest = await rosa.client.delete(`/api/patients/${ana}`)
    expect([403, 422]).toContain(rest.status)
    await rosa.client.graphql(`mutation { deletePatient(id: "${ana}") { id } }`)
    expect(await read(app, 'patients', ana)).toBeTruthy()
  })
})

describe('audit', () => {
  it('writes who read which patient before the answer leaves', async () => {
    await kim.client.get(`/api/patients/${ana}`)
    const rows = await auditOf({ actorId: kim.id, action: 'read', patient: ana })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows[0]?.['surface']).toBe('rest')
  })

  it('writes intent and outcome with the names of the fields, never what they say', async () => {
    await ben.client.patch(`/api/patients/${ana}`, { city: 'Canary-Town' })
    const rows = await auditOf({
      actorId: ben.id,
      collectionSlug: 'patients',
      action: 'update',
      patient: ana,
    })
    expect(rows.map((row) => row['outcome'])).toEqual(expect.arrayContaining(['intended', 'done']))
    expect(JSON.stringify(rows)).not.toContain('Canary-Town')
    expect(rows.some((row) => String(row['fields']).includes('city'))).toBe(true)
  })

  it('cannot be changed through any door, not even the database adapter on SQLite', async () => {
    const [row] = await auditOf({ actorId: ben.id })
    expect((await rosa.client.patch(`/api/audit-events/${row?.id}`, { action: 'x' })).status).toBe(
      403,
    )
    expect(
      (await rosa.client.delete(`/api/audit-events/${row?.id}`)).status,
    ).toBeGreaterThanOrEqual(403)
    if (app.database === 'sqlite') {
      await expect(
        app.payload.db.updateOne({
          collection: 'audit-events',
          id: String(row?.id),
          data: { action: 'x' },
        }),
      ).rejects.toThrow()
    }
  })

  it('writes refused sign-ins', async () => {
    await clientOf(app).post('/api/auth/staff/login', {
      email: 'kim@example.test',
      password: 'wrong',
    })
    expect((await auditOf({ action: 'sign-in', outcome: 'refused' })).length).toBeGreaterThan(0)
  })
})

describe('actions', () => {
  it('invites once under one idempotency key', async () => {
    const id = await makePatient(app, 'Fay', 'Lund', { email: 'fay@example.test' })
    const headers = { 'Idempotency-Key': 'invite-fay-1' }
    const first = await ben.client.post(`/api/patients/${id}/invite-portal`, {}, headers)
    const second = await ben.client.post(`/api/patients/${id}/invite-portal`, {}, headers)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body.isReplay).toBe(true)
    const mails = await app.payload.db.find({
      collection: 'outbox',
      where: { template: { equals: 'portal-invitation' } },
    })
    expect(mails.totalDocs).toBe(1)
  })

  it('is offered and refused by role', async () => {
    expect((await kim.client.post(`/api/patients/${ana}/invite-portal`)).status).toBe(403)
    expect((await kim.client.post(`/api/patients/${bob}/invite-portal`)).status).toBe(404)
    const offered = await ben.client.get(`/api/patients/${ana}/actions`)
    expect(offered.body.actions.map((action: { name: string }) => action.name)).toContain(
      'invite-portal',
    )
  })

  it('works by GraphQL too', async () => {
    const id = await makePatient(app, 'Gus', 'Hale', { email: 'gus@example.test' })
    const answer = await ben.client.graphql(
      'mutation($id: String!) { invitePortalPatients(id: $id) { id rev } }',
      { id },
    )
    expect(answer.body.errors ?? null).toBeNull()
    expect(answer.body.data.invitePortalPatients.id).toBe(id)
  })
})

describe('bad questions', () => {
  it('are answered 400 with a sentence', async () => {
    for (const query of [
      'limit=0',
      'limit=1000000000',
      'limit=-1',
      'page=-1',
      'sort=primaryClinician.name',
      'where[lastName][like]=%25',
    ]) {
      const answer = await rosa.client.get(`/api/patients?${query}`)
      expect(answer.status, query).toBe(400)
      expect(answer.body.errors[0].message.length).toBeGreaterThan(10)
    }
  })

  it('refuse broken JSON, wrong types and big bodies', async () => {
    const broken = await ben.client.raw('/api/patients', {
      method: 'POST',
      body: '{"a":',
      headers: { 'content-type': 'application/json' },
    })
    expect(broken.status).toBe(400)
    const type = await ben.client.raw('/api/patients', {
      method: 'POST',
      body: '<a/>',
      headers: { 'content-type': 'application/xml' },
    })
    expect(type.status).toBe(415)
    const big = await ben.client.post('/api/patients', { firstName: 'x'.repeat(5_000_000) })
    expect(big.status).toBe(413)
  })
})

it('stops a Local API call that skips access without saying why', async () => {
  await expect(app.payload.find({ collection: 'patients' })).rejects.toThrow(/asSystem/)
  expect(
    await insert(app, 'job-runs', {
      uniqueKey: 'x',
      job: 'x',
      startedAt: '2026-01-01T00:00:00.000Z',
    }),
  ).toBeTruthy()
})
