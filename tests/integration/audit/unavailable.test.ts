import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standIn } from '@/src/lib/database'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf, testPassword } from '@/tests/support/client'
import {
  assign,
  makePatient,
  makePortalUser,
  makeStaff,
  type Person,
  read,
} from '@/tests/support/people'

let app: TestApp
let kim: Person
let ben: Person
let sam: Person
let portal: Person
let ana: string
let note: string
let mend = (): void => {}

const canary = 'HERON-CANARY'

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
  ana = await makePatient(app, 'Ana', canary)
  await assign(app, kim.id, ana)
  portal = await makePortalUser(app, ana, 'ana@example.test')
  const made = await kim.client.post('/api/psychotherapy-notes', { patient: ana, text: canary })
  note = made.body.doc.id
})

beforeEach(() => {
  mend = standIn(app.payload, () => {
    throw new Error('disk full')
  })
})

afterEach(() => mend())

afterAll(() => app.stop())

describe('while the access log cannot be written', () => {
  it('answers 503 with a sentence and nothing of the record, at every door that reads', async () => {
    const doors: [Person, string][] = [
      [kim, '/api/patients'],
      [kim, `/api/patients/${ana}`],
      [kim, `/api/patients/${ana}?depth=2`],
      [kim, `/api/patients/${ana}/chart-summary`],
      [kim, `/api/psychotherapy-notes/${note}`],
      [ben, '/api/patients?limit=5'],
      [sam, '/api/audit-events/search'],
      [portal, `/api/patients/${ana}`],
      [portal, `/api/patients/${ana}/who-saw`],
      [portal, '/api/statements/balance'],
    ]
    for (const [person, path] of doors) {
      const answer = await person.client.get(path)
      expect(answer.status, path).toBe(503)
      expect(answer.body.errors[0], path).toMatchObject({ code: 'audit-down', status: 503 })
      expect(answer.body.errors[0].message, path).toContain('access log cannot be written')
      expect(JSON.stringify(answer.body), path).not.toContain(canary)
    }
  })

  it('gives nothing away over GraphQL', async () => {
    const answer = await kim.client.graphql('{ Patients { totalDocs docs { id lastName } } }')
    expect(JSON.stringify(answer.body)).not.toContain(canary)
    expect(answer.body.data?.Patients ?? null).toBeNull()
    expect(JSON.stringify(answer.body.errors)).toContain('access log cannot be written')
  })

  it('writes nothing, by form, by action or over GraphQL', async () => {
    const before = await read(app, 'patients', ana)
    const change = await ben.client.patch(`/api/patients/${ana}`, { city: 'Portland' })
    const create = await ben.client.post('/api/patients', { firstName: 'Eve', lastName: 'Moss' })
    const voided = await kim.client.post(`/api/psychotherapy-notes/${note}/void`)
    const invited = await ben.client.post(`/api/patients/${ana}/invite-portal`)
    const exported = await sam.client.post('/api/audit-events/export', { purpose: 'audit' })
    for (const answer of [change, create, voided, exported]) expect(answer.status).toBe(503)
    expect([409, 422, 503]).toContain(invited.status)
    expect(exported.headers.get('content-type')).not.toContain('csv')
    await ben.client.graphql(
      `mutation { updatePatient(id: "${ana}", data: { city: "Salem" }) { id } }`,
    )
    expect(await read(app, 'patients', ana)).toEqual(before)
    expect((await read(app, 'psychotherapy-notes', note))['status']).toBe('draft')
    const { totalDocs } = await app.payload.db.count({
      collection: 'patients',
      where: { lastName: { equals: 'Moss' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('lets nobody in, since nobody could be held to account', async () => {
    const answer = await clientOf(app).post('/api/auth/staff/login', {
      email: kim.email,
      password: testPassword,
    })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('goes on by itself once the log can be written again, with an unbroken chain', async () => {
    mend()
    expect((await kim.client.get(`/api/patients/${ana}`)).status).toBe(200)
    const { verifyLog } = await import('@/hooks/audit/verify')
    expect((await verifyLog(app.payload)).problems).toEqual([])
  })
})
