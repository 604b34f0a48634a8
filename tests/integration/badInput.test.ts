import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makePatient, makeStaff, type Person } from '@/tests/support/people'
import { routedOf } from '@/tests/support/routed'

let app: TestApp
let ben: Person
let patient: string

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben Desk', ['frontDesk'])
  patient = await makePatient(app, 'Ana', 'Odd')
})

afterAll(() => app.stop())

const routed = routedOf(() => app)

/** The way a request goes wrong, and what it is told; nothing may answer 500. */
type Try = {
  title: string
  path: () => string
  method?: string
  type?: string
  headers?: Record<string, string>
  body?: string
  status: number
  says: string
}

const one = () => `/api/patients/${patient}`

const tries: Try[] = [
  {
    title: 'a page beyond all counting',
    path: () => '/api/patients?page=99999999999999999999',
    status: 400,
    says: 'page must be a whole number',
  },
  {
    title: 'a filter that is a word',
    path: () => '/api/patients?where=hello',
    status: 400,
    says: 'A filter names a field',
  },
  {
    title: 'a body of null',
    path: one,
    method: 'PATCH',
    body: 'null',
    status: 400,
    says: 'object',
  },
  {
    title: 'a body of a list',
    path: one,
    method: 'PATCH',
    body: '[]',
    status: 400,
    says: 'object',
  },
  {
    title: 'a body in plain text',
    path: one,
    method: 'PATCH',
    type: 'text/plain',
    body: 'city',
    status: 415,
    says: 'application/json',
  },
  {
    title: 'a list asked for by POST with JSON, whose filter nobody would read',
    path: () => '/api/patients',
    method: 'POST',
    headers: { 'x-payload-http-method-override': 'GET' },
    body: JSON.stringify({ where: { lastName: { equals: 'Odd' } } }),
    status: 415,
    says: 'x-www-form-urlencoded',
  },
  {
    title: 'an action on a revision that is a word',
    path: () => `${one()}/invite-portal`,
    method: 'POST',
    body: JSON.stringify({ rev: 'seven' }),
    status: 400,
    says: 'rev is the whole number',
  },
  {
    title: 'free times of nobody',
    path: () =>
      `/api/appointments/free-slots?clinician=${patient}&from=2026-04-20&to=2026-04-21&minutes=50`,
    status: 400,
    says: 'Choose a clinician',
  },
  {
    title: 'a form that ends too early',
    path: () => '/api/documents',
    method: 'POST',
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhalf',
    status: 400,
    says: 'did not arrive whole',
  },
  {
    title: 'GraphQL of 3,000 brackets',
    path: () => '/api/graphql',
    method: 'POST',
    body: JSON.stringify({ query: `{ a${'{ a'.repeat(3000)}${'}'.repeat(3001)}` }),
    status: 400,
    says: 'nested deeper',
  },
]

describe('what makes no sense', () => {
  for (const {
    title,
    path,
    method,
    headers,
    type = 'application/json',
    body,
    status,
    says,
  } of tries) {
    it(`is refused in a sentence with a reference: ${title}`, async () => {
      const answer = await routed(path(), {
        method: method ?? 'GET',
        cookie: ben.client.cookie,
        headers: { 'content-type': type, origin: 'http://localhost:3000', ...headers },
        ...(body ? { body } : {}),
      })
      const told = await answer.json()
      expect(answer.status, JSON.stringify(told)).toBe(status)
      expect(told.errors[0].message).toContain(says)
      expect(told.errors[0].reference).toMatch(/^[\w-]{12}$/)
    })
  }
})

describe('a number', () => {
  it('that only begins as one is refused, not read as far as it goes', async () => {
    const rosa = await makeStaff(app, 'Rosa Counts', ['owner'])
    const fee = (amountCents: unknown) =>
      rosa.client.post('/api/fee-schedules', {
        code: '90837',
        amountCents,
        effectiveFrom: '2026-01-01',
      })
    for (const wrong of ['1,50', '150 dollars', 'much']) {
      const { status, body } = await fee(wrong)
      expect(status, wrong).toBe(400)
      expect(body.errors[0].data.errors[0].path).toBe('amountCents')
    }
    const { status, body } = await fee(' 15000 ')
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.doc.amountCents).toBe(15_000)
  })
})

describe('a text', () => {
  it('with a NUL in it is refused, not cut off there', async () => {
    const { status, body } = await ben.client.patch(one(), { rev: 1, lastName: 'O\u0000dd' })
    expect([status, body.errors[0].data.errors[0].path]).toEqual([400, 'lastName'])
  })
})

describe('settings and rows of a list', () => {
  it('take numbers and texts as strictly as fields of their own', async () => {
    const rosa = await makeStaff(app, 'Rosa Settles', ['owner'])
    const settle = (body: unknown) => rosa.client.post('/api/globals/rule-settings', body)
    const [name, kept] = Object.entries(
      (await rosa.client.get('/api/globals/rule-settings')).body.practice,
    ).find(([, value]) => typeof value === 'number') ?? ['', 0]
    const half = await settle({ practice: { [name]: `${kept}5 days` } })
    expect(half.status).toBe(400)
    expect(half.body.errors[0].data.errors[0]).toEqual({
      path: `practice.${name}`,
      message: 'Enter a number here, in digits.',
    })
    const row = { level: 'state', target: 'OR', setting: name, value: kept }
    for (const [column, wrong] of [
      ['target', { a: 1 }],
      ['value', '4 weeks'],
    ] as const) {
      const { status, body } = await settle({ exceptions: [{ ...row, [column]: wrong }] })
      expect([status, body.errors?.[0].data.errors[0].path]).toEqual([
        400,
        `exceptions.0.${column}`,
      ])
    }
    const after = (await rosa.client.get('/api/globals/rule-settings')).body
    expect([after.practice[name], after.exceptions]).toEqual([kept, []])
  })
})

describe('the numbers of the practice', () => {
  it('are refused where no claim and no letter could bear them', async () => {
    const olga = await makeStaff(app, 'Olga Owns', ['owner'])
    const wrong = {
      npi: '1234567890',
      taxId: 'abc',
      postalCode: '9720',
      privacyNoticeEffectiveOn: 'soon',
      name: '  ',
    }
    for (const [path, value] of Object.entries(wrong)) {
      const { status, body } = await olga.client.post('/api/globals/practice', { [path]: value })
      expect(status, path).toBe(400)
      expect(body.errors[0].data.errors[0].path).toBe(path)
    }
    const { status, body } = await olga.client.post('/api/globals/practice', {
      npi: '1234567893',
      taxId: '12-3456789',
      postalCode: '97201-5103',
      privacyNoticeEffectiveOn: '2026-01-01',
      name: 'Heron Pier',
    })
    expect(status, JSON.stringify(body)).toBe(200)
    const own = await olga.client.patch(`/api/staff/${olga.id}`, { npi: '12' })
    expect(own.status).toBe(400)
  })
})

describe('a value that a field with fixed choices does not have', () => {
  const listed = async (path: string) => {
    const { status, body } = await ben.client.get(path)
    return { status, docs: body.docs?.length, ...body.errors?.[0] }
  }

  it.each([
    ['/api/patients?where[status][equals]=nonsense', 'status'],
    ['/api/patients?where[status][not_equals]=Active', 'status'],
    ['/api/patients/count?where[status][in]=active,nonsense', 'status'],
    ['/api/patients?where[and][0][or][0][status][not_in][0]=nonsense', 'status'],
    ['/api/appointments?where[patient.status][equals]=nonsense', 'patient.status'],
  ])('is refused with those it has: %s', async (path, field) => {
    const answer = await listed(path)
    expect(answer).toMatchObject({ status: 400, code: 'invalid' })
    expect(answer.data.errors[0].path).toBe(field)
    expect(answer.message).toMatch(
      new RegExp(`^"${field}" has no such value\\. Ask for one of: .*\\bactive\\b`),
    )
  })

  it.each([
    ['/api/patients?where[status][in]=active,discharged', 0],
    ['/api/patients?where[status][equals]=null', 0],
    ['/api/patients?where[status][exists]=true', 1],
    ['/api/appointments?where[patient.status][equals]=active', 0],
    ['/api/staff?where[roles][in]=clinician,intern', 0],
    ['/api/staff?where[roles][equals]=frontDesk', 1],
  ])('is none of these: %s', async (path, atLeast) => {
    const { docs, status } = await listed(path)
    expect(status).toBe(200)
    expect(docs).toBeGreaterThanOrEqual(atLeast)
  })
})

describe('an Idempotency-Key', () => {
  it('used again for something else is a conflict', async () => {
    const dana = await makeStaff(app, 'Dana Bills', ['biller'])
    const record = (amountCents: number) =>
      dana.client.post(
        '/api/payments/record',
        { patient, amountCents, method: 'cash' },
        { 'idempotency-key': 'odd-key-0001' },
      )
    expect((await record(100)).status).toBe(201)
    expect((await record(100)).body.isReplay).toBe(true)
    const other = await record(200)
    expect(other.status, JSON.stringify(other.body)).toBe(409)
    expect(other.body.errors[0].message).toContain('different request')
  })
})

describe('an Idempotency-Key in the head of a GraphQL request', () => {
  it('is refused: nothing there would read it', async () => {
    const { body, status } = await ben.client.raw('/api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'graph-key-0001' },
      body: JSON.stringify({ query: '{ Patients { totalDocs } }' }),
    })
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain('idempotencyKey')
  })
})

describe('If-Match', () => {
  it('of an older revision fails the precondition, and nothing is written', async () => {
    const change = (city: string, match: string) =>
      ben.client.raw(one(), {
        method: 'PATCH',
        body: JSON.stringify({ city }),
        headers: { 'content-type': 'application/json', 'if-match': match },
      })
    const before = (await ben.client.get(one())).body
    expect((await change('Bend', `"${before.rev}"`)).status).toBe(200)
    expect((await change('Salem', `"${before.rev}"`)).status).toBe(412)
    expect((await ben.client.get(one())).body.city).toBe('Bend')
  })
})
