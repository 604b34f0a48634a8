import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Answer, type Client, clientOf } from '@/tests/support/client'
import { assign, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import { messageIn } from '@/tests/support/practice'
import { routedOf } from '@/tests/support/routed'

let app: TestApp
let kim: Person
let rosa: Person
let ana: string
let bob: string
let crm: Client
const routed = routedOf(() => app)

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  ana = await makePatient(app, 'Ana', 'Silva')
  bob = await makePatient(app, 'Bob', 'Reyes')
  await assign(app, kim.id, ana)
  crm = (await makeApiClient(app, { owner: rosa.id })).client
})

afterAll(() => app.stop())

describe('R107 an API client', () => {
  it('may not read notes: 403 that names it, and a line in the access log', async () => {
    for (const slug of ['progress-notes', 'psychotherapy-notes', 'patients', 'staff']) {
      const answer = await crm.get(`/api/${slug}`)
      expect(answer.status, slug).toBe(403)
      expect(answer.body.errors[0].message).toContain('CRM')
      expect(answer.body.errors[0].rule).toBe('R107')
    }
    const { docs } = await app.payload.db.find({
      collection: 'audit-events',
      where: { and: [{ actorKind: { equals: 'apiClient' } }, { outcome: { equals: 'refused' } }] },
    })
    expect(docs.length).toBeGreaterThanOrEqual(4)
  })

  it('cannot create what it was not granted, by REST or GraphQL', async () => {
    expect((await crm.post('/api/patients', { firstName: 'X', lastName: 'Y' })).status).toBe(403)
    const answer = await crm.graphql(
      'mutation { createPatient(data: { firstName: "X", lastName: "Y" }) { id } }',
    )
    expect(answer.body.errors[0].extensions.statusCode).toBe(403)
  })

  it('is told what it can do instead: ask to be granted it, go record by record, or nothing', async () => {
    const told = async (answer: Promise<Answer>) => messageIn(await answer)
    expect(await told(crm.get('/api/patients'))).toMatch(
      /^The client "CRM.*" may not read patients\. Ask the owner of the practice to grant it\.$/,
    )
    expect(await told(crm.get('/api/progress-notes'))).toMatch(
      /may not read progress notes\. No software is granted this: it is for people who are signed in\.$/,
    )
    const many = 'where[city][equals]=Bend'
    for (const ask of [
      crm.patch(`/api/inquiries?${many}`, { name: 'X' }),
      crm.patch(`/api/patients?${many}`, { city: 'X' }),
    ])
      expect(await told(ask)).toMatch(
        /^Records are changed one at a time: PATCH \/api\/\w+\/<id>\./,
      )
  })
})

describe('GraphQL', () => {
  it('says by which method it is asked, in the one shape', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await kim.client.raw('/api/graphql', { method })
      expect(answer.status, method).toBe(405)
      expect(answer.headers.get('allow'), method).toBe('POST')
      expect(answer.body.errors[0]).toMatchObject({
        code: 'not-allowed-here',
        message: 'This address takes POST only.',
      })
    }
  })

  it('answers refusals with the same entries in extensions', async () => {
    const answer = await kim.client.graphql(
      `mutation { updatePatient(id: "${bob}", data: { city: "X" }) { id } }`,
    )
    expect(answer.body.errors[0].extensions.statusCode).toBe(404)
    expect(answer.body.errors[0].extensions.errors[0].reference).toBeTruthy()
  })

  it('keeps scope, and limits aliases, depth and introspection', async () => {
    const answer = await kim.client.graphql('{ Patients { docs { id } } }')
    expect(answer.body.data.Patients.docs.map((doc: { id: string }) => doc.id)).toEqual([ana])
    const aliases = Array.from(
      { length: 40 },
      (_, index) => `a${index}: countPatients { totalDocs }`,
    ).join(' ')
    const refused = await kim.client.graphql(`{ ${aliases} }`)
    expect(refused.body.errors.length).toBeGreaterThan(0)
    expect((await clientOf(app).graphql('{ __schema { types { name } } }')).status).toBe(401)
    expect(
      (await kim.client.graphql('{ __schema { queryType { name } } }')).body.data.__schema.queryType
        .name,
    ).toBe('Query')
  })
})

describe('doors that are closed', () => {
  it('bulk edit and bulk delete change nothing', async () => {
    const before = await read(app, 'patients', ana)
    for (const client of [kim.client, rosa.client]) {
      const patched = await client.patch('/api/patients?where[id][exists]=true', { city: 'Bulk' })
      expect(patched.status).toBeGreaterThanOrEqual(400)
      const deleted = await client.delete('/api/patients?where[id][exists]=true')
      expect(deleted.status).toBeGreaterThanOrEqual(400)
    }
    expect((await read(app, 'patients', ana))['city']).toEqual(before['city'])
  })

  it('duplicate, versions and the existence probe answer 404', async () => {
    expect((await rosa.client.post(`/api/patients/${ana}/duplicate`)).status).toBe(404)
    expect((await rosa.client.get('/api/patients/versions')).status).toBe(404)
    expect((await rosa.client.post('/api/patients/versions/x')).status).toBe(404)
    expect((await kim.client.post(`/api/patients/access/${bob}`)).status).toBe(404)
    expect((await kim.client.post('/api/patients/access/nothing')).status).toBe(404)
    expect((await clientOf(app).post(`/api/patients/access/${ana}`)).status).toBe(404)
    const mine = await kim.client.post(`/api/patients/access/${ana}`)
    expect(mine.status, JSON.stringify(mine.body)).toBe(200)
  })

  it("Payload's own collections answer nobody", async () => {
    for (const slug of [
      'payload-locked-documents',
      'payload-jobs',
      'payload-migrations',
      'payload-kv',
      'globals/payload-jobs-stats',
    ]) {
      expect((await rosa.client.get(`/api/${slug}`)).status, slug).toBeGreaterThanOrEqual(400)
    }
    expect((await rosa.client.get('/api/payload-jobs/run')).status).toBeGreaterThanOrEqual(400)
    expect((await clientOf(app).get('/api/payload-preferences')).status).toBeGreaterThanOrEqual(400)
  })

  it('an evil origin is nobody', async () => {
    const evil = clientOf(app, { cookie: kim.client.cookie, origin: 'https://evil.example' })
    expect((await evil.get('/api/patients')).status).toBe(401)
    const cross = clientOf(app, {
      cookie: kim.client.cookie,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'cors',
    })
    expect((await cross.post('/api/patients', {})).status).toBe(401)
  })
})

describe('bad input is answered with a sentence', () => {
  it('3,000 nested conditions, unknown fields and operators', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, index) => `where[or][${index}][city][equals]=x`,
    ).join('&')
    const answer = await rosa.client.get(`/api/patients?${many}`)
    expect([400, 414]).toContain(answer.status)
    const deep = `where${'[and][0]'.repeat(60)}[city][equals]=x`
    expect((await rosa.client.get(`/api/patients?${deep}`)).status).toBeLessThan(500)
    expect((await rosa.client.get('/api/patients?where[nothing][equals]=1')).status).toBe(400)
    expect((await rosa.client.get('/api/patients?where[city][near]=1')).status).toBe(400)
    expect((await rosa.client.get('/api/patients?where[city]=1')).status).toBe(400)
    expect(
      (await rosa.client.get('/api/patients?where[id][equals]=not-an-id')).status,
    ).toBeLessThan(500)
    expect((await rosa.client.get('/api/patients/not-an-id')).status).toBe(404)
  })

  it('wrong types, missing fields, impossible dates and unknown references', async () => {
    const cases: [Record<string, unknown>, string][] = [
      [{ firstName: 'A' }, 'lastName'],
      [{ firstName: 'A', lastName: 'B', dateOfBirth: '2026-02-30' }, 'dateOfBirth'],
      [{ firstName: 'A', lastName: 'B', email: 'no' }, 'email'],
      [{ firstName: 'A', lastName: 'B', primaryClinician: 'nobody' }, 'primaryClinician'],
      [{ firstName: 'A', lastName: 'B', primaryClinician: { evil: true } }, 'primaryClinician'],
      [{ firstName: { $gt: '' }, lastName: ['x'] }, 'firstName'],
    ]
    for (const [body, path] of cases) {
      const answer = await rosa.client.post('/api/patients', body)
      expect(answer.status, JSON.stringify(body)).toBe(400)
      expect(JSON.stringify(answer.body.errors), path).toContain(path)
    }
    expect((await rosa.client.post('/api/patients', [1, 2])).status).toBeLessThan(500)
    expect((await rosa.client.raw('/api/patients', { method: 'POST' })).status).toBe(400)
  })

  it('says a reference on every error', async () => {
    const answer = await rosa.client.get('/api/patients/nothing')
    expect(answer.body.errors[0].reference).toMatch(/^[\w-]{8,}$/)
    const key = { authorization: 'Bearer tops_that_opens_nothing' }
    const locked = await routed('/api/patients', { headers: key })
    expect(locked.status).toBe(401)
    const { errors } = (await locked.json()) as { errors: { reference: string }[] }
    expect(errors[0]?.reference).toMatch(/^[\w-]{8,}$/)
  })

  it('an address that takes other methods says which, one that is none is not found', async () => {
    const told = async (path: string, method: string) => {
      const answer = await routed(path, { method })
      const body = (await answer.json()) as { errors: Record<string, unknown>[] }
      expect(body.errors[0], path).toMatchObject({ status: answer.status, name: 'Refusal' })
      expect(body.errors[0]?.['reference'], path).toMatch(/^[\w-]{8,}$/)
      return [answer.status, body.errors[0]?.['code'], answer.headers.get('allow')]
    }
    const elsewhere = await told('/api/patients', 'PUT')
    expect(elsewhere.slice(0, 2)).toEqual([405, 'not-allowed-here'])
    expect(String(elsewhere[2]).split(', ')).toEqual(expect.arrayContaining(['GET', 'POST']))
    expect(await told('/api/trust', 'POST')).toEqual([405, 'not-allowed-here', 'GET'])
    const missing = [404, 'not-found', null]
    for (const path of ['/api/sites', '/api/sites/count', '/api/patients/1/2/3'])
      expect(await told(path, 'GET'), path).toEqual(missing)
  })
})
