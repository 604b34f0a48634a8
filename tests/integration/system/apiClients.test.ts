import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiScopeName, grantableScopes } from '@/access/apiScopes'
import { neverForSoftware } from '@/access/policy'
import { hashApiKey } from '@/access/session/apiKeys'
import { clock } from '@/src/lib/clock'
import { everyScope, insertKey, makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Answer, clientOf } from '@/tests/support/client'
import { assign, insert, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let rosa: Person
let sam: Person
let kim: Person
let ana: string

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  sam = await makeStaff(app, 'Sam', ['compliance'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  ana = await makePatient(app, 'Ana', 'Silva', { phone: '+15035550101', isSelfPay: true })
  await assign(app, kim.id, ana)
})

afterAll(() => app.stop())

const holding = (key: string, headers: Record<string, string> = {}) =>
  clientOf(app, { authorization: `Bearer ${key}`, ...headers })

const sentence = (answer: Answer): string => answer.body.errors?.[0]?.message ?? ''

const logOf = async (reason: string) =>
  rowsOf(app, 'audit-events', { action: 'use-key', outcome: 'refused', reason })

const registered = async (more: Record<string, unknown> = {}): Promise<string> => {
  const answer = await rosa.client.post('/api/api-clients/register', {
    name: `Client ${Math.random().toString(36).slice(2)}`,
    scopes: 'inquiries:create',
    ...more,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}

describe('the scopes of an API client', () => {
  it('are taken as a list as well as with spaces between them', async () => {
    const id = await registered({ scopes: ['patients:read', 'inquiries:create'] })
    const { body } = await rosa.client.get(`/api/api-clients/${id}`)
    expect(String(body.scopes).split(' ').sort()).toEqual(['inquiries:create', 'patients:read'])
  })
})

describe('R107 keys of an API client', () => {
  it('are made by the server, shown once and kept as a keyed hash', async () => {
    const id = await registered({ scopes: 'patients:read' })
    const made = await rosa.client.post(`/api/api-clients/${id}/issue-key`, { days: 30 })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const { key, prefix } = made.body.result
    expect(key).toMatch(/^tops_[A-Za-z0-9]{8}_[\w-]{43}$/)
    const [row] = await rowsOf(app, 'api-keys', { client: id })
    expect(row).toMatchObject({ prefix, keyHash: hashApiKey(key), issuedBy: rosa.id })
    for (const slug of ['api-keys', 'api-clients', 'audit-events', 'idempotency-keys'])
      expect(JSON.stringify(await rowsOf(app, slug)), slug).not.toContain(key.slice(14))
    const shown = await rosa.client.get(`/api/api-keys?where[client][equals]=${id}`)
    expect(shown.body.docs[0].prefix).toBe(prefix)
    expect(JSON.stringify(shown.body)).not.toContain(hashApiKey(key))
    expect((await holding(key).get('/api/patients')).body.docs[0].lastName).toBe('Silva')
  })

  it('are not shown again to whoever repeats the request', async () => {
    const id = await registered()
    const headers = { 'Idempotency-Key': 'key-once-0001' }
    const path = `/api/api-clients/${id}/issue-key`
    const first = await rosa.client.post(path, { days: 30 }, headers)
    const again = await rosa.client.post(path, { days: 30 }, headers)
    expect(again.body.isReplay).toBe(true)
    expect(JSON.stringify(again.body)).not.toContain(first.body.result.key)
    expect(await rowsOf(app, 'api-keys', { client: id })).toHaveLength(1)
  })

  it('need the password of a person, and nobody but an owner has the action (T084)', async () => {
    const id = await registered()
    await app.payload.db.updateMany({
      collection: 'auth-sessions',
      where: { userId: { equals: rosa.id } },
      data: { passwordAt: '2020-01-01T00:00:00.000Z' },
    })
    const path = `/api/api-clients/${id}/issue-key`
    const asked = await rosa.client.post(path, { days: 30 })
    expect([asked.status, asked.body.errors[0].code]).toEqual([403, 'step-up'])
    await app.payload.db.updateMany({
      collection: 'auth-sessions',
      where: { userId: { equals: rosa.id } },
      data: { passwordAt: clock.wall().toISOString() },
    })
    const software = await makeApiClient(app, { owner: rosa.id, scopes: everyScope() })
    for (const client of [sam.client, kim.client, software.client]) {
      expect([403, 404]).toContain((await client.post(path, { days: 30 })).status)
      const wider = await client.post('/api/api-clients/register', {
        name: 'Wider',
        scopes: 'patients:read',
      })
      expect(wider.status).toBe(403)
    }
    const patched = await rosa.client.patch(`/api/api-clients/${id}`, { scopes: 'patients:read' })
    expect(patched.status).toBe(403)
    expect((await read(app, 'api-clients', id))['scopes']).toBe('inquiries:create')
  })

  it('last at most a year', async () => {
    const id = await registered()
    const path = `/api/api-clients/${id}/issue-key`
    for (const days of [0, 366, 1.5, 'ten', null])
      expect((await rosa.client.post(path, { days })).status, String(days)).toBe(400)
    expect((await rosa.client.post(path, { days: 365 })).status).toBe(200)
    const [row] = await rowsOf(app, 'api-keys', { client: id })
    const ms = Date.parse(String(row?.['expiresAt'])) - Date.parse(String(row?.['issuedAt']))
    expect(ms).toBe(365 * 86_400_000)
  })

  it('are exchanged with an overlap, two at a time and no more', async () => {
    const id = await registered({ scopes: 'patients:read' })
    const make = `/api/api-clients/${id}/issue-key`
    const change = `/api/api-clients/${id}/rotate-key`
    expect((await rosa.client.post(change, { days: 30, overlapHours: 1 })).status).toBe(409)
    const first = (await rosa.client.post(make, { days: 30 })).body.result.key
    expect((await rosa.client.post(make, { days: 30 })).status).toBe(409)
    const changed = await rosa.client.post(change, { days: 30, overlapHours: 1 })
    const second = changed.body.result.key
    for (const key of [first, second])
      expect((await holding(key).get('/api/patients')).status).toBe(200)
    const third = await rosa.client.post(change, { days: 30, overlapHours: 1 })
    expect([third.status, sentence(third)]).toEqual([409, expect.stringContaining('two keys')])
    const old = (await rowsOf(app, 'api-keys', { keyHash: hashApiKey(first) }))[0]
    const left = Date.parse(String(old?.['expiresAt'])) - Date.now()
    expect(left).toBeGreaterThan(3_500_000)
    expect(left).toBeLessThanOrEqual(3_600_000)
    await app.payload.db.updateOne({
      collection: 'api-keys',
      id: String(old?.['id']),
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    expect((await holding(first).get('/api/patients')).status).toBe(401)
    expect((await holding(second).get('/api/patients')).status).toBe(200)
    const now = await rosa.client.post(change, { days: 30, overlapHours: 0 })
    expect((await holding(second).get('/api/patients')).status).toBe(401)
    expect((await holding(now.body.result.key).get('/api/patients')).status).toBe(200)
  })

  it('remember when and from where they were last used, at most once a minute', async () => {
    const { keyId, key } = await makeApiClient(app, { owner: rosa.id, scopes: 'patients:read' })
    await holding(key, { 'x-real-ip': '203.0.113.9' }).get('/api/patients')
    const first = await read(app, 'api-keys', keyId)
    expect(first['lastUsedFrom']).toBe('203.0.113.9')
    expect(Date.now() - Date.parse(String(first['lastUsedAt']))).toBeLessThan(60_000)
    await holding(key, { 'x-real-ip': '203.0.113.10' }).get('/api/patients')
    expect((await read(app, 'api-keys', keyId))['lastUsedFrom']).toBe('203.0.113.9')
    const data = { lastUsedAt: new Date(Date.now() - 61_000).toISOString() }
    await app.payload.db.updateOne({ collection: 'api-keys', id: keyId, data })
    await holding(key, { 'x-real-ip': '203.0.113.10' }).get('/api/patients')
    expect((await read(app, 'api-keys', keyId))['lastUsedFrom']).toBe('203.0.113.10')
  })
})

describe('R107 a key that opens nothing is told why, at every door', () => {
  const doors = ['/api/patients', '/api/pages', '/api/globals/practice', '/api/access']

  const expectRefused = async (
    key: string,
    { status, says, reason }: { status: number; says: string; reason: string },
    headers: Record<string, string> = {},
  ): Promise<void> => {
    const before = (await logOf(reason)).length
    const client = holding(key, headers)
    for (const path of doors) {
      const answer = await client.get(path)
      expect([answer.status, sentence(answer)], path).toEqual([
        status,
        expect.stringContaining(says),
      ])
    }
    const posted = await client.post('/api/inquiries', {
      chosenName: 'Stolen',
      lastName: 'Key',
      email: 'stolen@example.test',
    })
    expect(posted.status).toBe(status)
    expect(await rowsOf(app, 'inquiries', { email: 'stolen@example.test' })).toEqual([])
    expect((await client.graphql('{ Patients { totalDocs } }')).status).toBe(status)
    expect((await logOf(reason)).length).toBe(before + doors.length + 2)
  }

  it('unknown', async () => {
    const { key } = await makeApiClient(app, { owner: rosa.id })
    for (const wrong of [`${key}x`, 'tops_abc_wrong', 'something-else'])
      await expectRefused(wrong, { status: 401, says: 'not known', reason: 'key-unknown' })
  })

  it('revoked', async () => {
    const { key, keyId, id } = await makeApiClient(app, { owner: rosa.id, scopes: everyScope() })
    const other = await insertKey(app, id)
    expect((await rosa.client.post(`/api/api-keys/${keyId}/revoke`)).status).toBe(200)
    await expectRefused(key, { status: 401, says: 'was revoked on', reason: 'key-revoked' })
    expect((await holding(other.key).get('/api/patients')).status).toBe(200)
    expect((await rosa.client.post(`/api/api-keys/${keyId}/revoke`)).status).toBe(409)
  })

  it('expired', async () => {
    const { id } = await makeApiClient(app, { owner: rosa.id })
    const { key } = await insertKey(app, id, { expiresAt: '2026-01-01T00:00:00.000Z' })
    const says = 'ended on 2026-01-01'
    await expectRefused(key, { status: 401, says, reason: 'key-expired' })
  })

  it('of a client that was stopped, and works again only with a new key', async () => {
    const { key, id } = await makeApiClient(app, { owner: rosa.id, scopes: 'patients:read' })
    const spare = await insertKey(app, id)
    expect((await rosa.client.post(`/api/api-clients/${id}/revoke`)).status).toBe(200)
    for (const each of [key, spare.key])
      await expectRefused(each, { status: 401, says: 'was revoked', reason: 'key-revoked' })
    const fresh = await rosa.client.post(`/api/api-clients/${id}/issue-key`, { days: 1 })
    expect((await holding(fresh.body.result.key).get('/api/patients')).status).toBe(200)
    expect((await holding(key).get('/api/patients')).status).toBe(401)
  })

  it('whose client is off, whatever its row says (T086)', async () => {
    const { key } = await makeApiClient(app, { owner: rosa.id, isActive: false })
    const says = 'The practice stopped'
    await expectRefused(key, { status: 401, says, reason: 'key-client-stopped' })
  })

  it('whose person has left, until somebody takes the client over (T115)', async () => {
    const gone = await makeStaff(app, 'Noa', ['owner'])
    const { key, id } = await makeApiClient(app, { owner: gone.id, scopes: 'patients:read' })
    expect((await holding(key).get('/api/patients')).status).toBe(200)
    await app.payload.db.updateOne({
      collection: 'staff',
      id: gone.id,
      data: { isActive: false },
    })
    const says = 'Nobody at the practice answers'
    await expectRefused(key, { status: 401, says, reason: 'key-nobody-answers' })
    expect((await sam.client.post(`/api/api-clients/${id}/take-over`)).status).toBe(403)
    expect((await rosa.client.post(`/api/api-clients/${id}/take-over`)).status).toBe(200)
    expect((await holding(key).get('/api/patients')).status).toBe(200)
    expect((await rosa.client.post(`/api/api-clients/${id}/take-over`)).status).toBe(409)
  })

  it('from an address that is not allowed', async () => {
    const { key } = await makeApiClient(app, {
      owner: rosa.id,
      scopes: 'patients:read',
      allowedAddresses: '203.0.113.9\n198.51.100.0/24\n2001:db8:7::/48',
    })
    const from = (address: string) => holding(key, { 'x-real-ip': address }).get('/api/patients')
    for (const address of ['203.0.113.9', '198.51.100.200', '2001:db8:7::1', '::ffff:203.0.113.9'])
      expect((await from(address)).status, address).toBe(200)
    for (const address of ['203.0.113.8', '198.51.101.1', '2001:db8:8::1'])
      expect((await from(address)).status, address).toBe(403)
    const says = 'may not be used from 192.0.2.1'
    const asked = { status: 403, says, reason: 'key-wrong-address' }
    await expectRefused(key, asked, { 'x-real-ip': '192.0.2.1' })
    // Nothing says where it came from, and what the sender claims counts for nothing.
    expect((await holding(key).get('/api/patients')).status).toBe(403)
    const claimed = { 'x-forwarded-for': '203.0.113.9, 192.0.2.1' }
    expect((await holding(key, claimed).get('/api/patients')).status).toBe(403)
    const both = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '192.0.2.1' }
    expect((await holding(key, both).get('/api/patients')).status).toBe(403)
  })

  it('that called too often waits as long as it is told; other clients do not', async () => {
    const busy = await makeApiClient(app, {
      owner: rosa.id,
      scopes: 'patients:read',
      callsPerMinute: 3,
    })
    const second = holding((await insertKey(app, busy.id)).key)
    const other = await makeApiClient(app, { owner: rosa.id, scopes: 'patients:read' })
    const remaining: (string | null)[] = []
    for (const client of [busy.client, second, busy.client]) {
      const answer = await client.get('/api/patients')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('ratelimit-limit')).toBe('3')
      remaining.push(answer.headers.get('ratelimit-remaining'))
    }
    expect(remaining).toEqual(['2', '1', '0'])
    const before = (await logOf('over-limit')).length
    for (const client of [busy.client, second]) {
      const answer = await client.get('/api/patients')
      expect([answer.status, answer.body.errors[0].code]).toEqual([429, 'too-many'])
      expect(sentence(answer)).toContain('3 calls a minute')
      const seconds = Number(answer.headers.get('retry-after'))
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(60)
      expect(answer.headers.get('ratelimit-remaining')).toBe('0')
    }
    expect((await busy.client.graphql('{ Patients { totalDocs } }')).status).toBe(429)
    expect((await logOf('over-limit')).length).toBe(before + 1)
    expect((await other.client.get('/api/patients')).status).toBe(200)
  })
})

describe('R107 what a client may do', () => {
  const allowed = async (name: string) =>
    (await makeApiClient(app, { owner: rosa.id, scopes: name })).client

  it('is what the table can grant and it was granted, nothing else', async () => {
    const verbs: Record<string, string> = { read: 'get', create: 'post' }
    const reading = grantableScopes().filter(({ verb }) => verb in verbs)
    for (const scope of reading) {
      const client = await allowed(apiScopeName(scope))
      for (const other of reading) {
        const path = app.config.globals.some(({ slug }) => slug === other.slug)
          ? `/api/globals/${other.slug}`
          : `/api/${other.slug}`
        const answer = other.verb === 'read' ? await client.get(path) : await client.post(path, {})
        const isIt = apiScopeName(other) === apiScopeName(scope)
        if (isIt) expect([200, 201, 400, 422], apiScopeName(other)).toContain(answer.status)
        else {
          const said = `${apiScopeName(scope)} asks ${apiScopeName(other)}`
          expect([answer.status, answer.body.errors[0].rule], said).toEqual([403, 'R107'])
        }
      }
    }
  })

  it('never holds notes, staff, keys or the log, and nothing that is signed', async () => {
    for (const slug of neverForSoftware)
      expect(grantableScopes().filter((scope) => scope.slug === slug)).toEqual([])
    expect(grantableScopes().filter(({ verb }) => /sign|approve|confirm/.test(verb))).toEqual([])
    for (const scopes of [
      'psychotherapy-notes:read',
      'progress-notes:read',
      'progress-notes:sign',
      'inquiries:create audit-events:read',
      'patients:delete',
      '*:*',
      'patients',
      '',
    ]) {
      const answer = await rosa.client.post('/api/api-clients/register', { name: 'Wide', scopes })
      expect([answer.status, answer.body.errors[0].data.errors[0].path], scopes).toEqual([
        400,
        'scopes',
      ])
    }
    // A row that was tampered with grants no more: the table is asked as well.
    const client = await allowed(
      'psychotherapy-notes:read progress-notes:read progress-notes:sign audit-events:read staff:read',
    )
    for (const slug of ['psychotherapy-notes', 'progress-notes', 'audit-events', 'staff'])
      expect((await client.get(`/api/${slug}`)).status, slug).toBe(403)
  })

  it('patients:read shows who somebody is and how to reach them, not their money or risk', async () => {
    const client = await allowed('patients:read')
    const { body } = await client.get(`/api/patients/${ana}`)
    expect(body).toMatchObject({ firstName: 'Ana', lastName: 'Silva', phone: '+15035550101' })
    for (const name of [
      'isSelfPay',
      'statementHold',
      'riskLevel',
      'safetyBanner',
      'referralSource',
    ])
      expect(body, name).not.toHaveProperty(name)
    expect((await client.get('/api/patients?where[isSelfPay][equals]=true')).status).toBe(400)
    expect((await client.patch(`/api/patients/${ana}`, { phone: '1' })).status).toBe(403)
    expect((await client.get(`/api/patients/${ana}/who-saw`)).status).toBe(403)
    const summary = (await client.get(`/api/patients/${ana}/chart-summary`)).body
    for (const part of ['sessions', 'notes', 'nextVisits', 'diagnoses', 'risks', 'tasks', 'plan'])
      expect(summary[part], part).toBeNull()
  })

  it('appointments:read shows who meets whom when, without the office’s remarks', async () => {
    const location = await insert(app, 'locations', { name: 'Harbour', isActive: true })
    const id = await insert(app, 'appointments', {
      uniqueKey: 'api-visit',
      patient: ana,
      clinician: kim.id,
      startsAt: '2026-04-14T17:00:00.000Z',
      endsAt: '2026-04-14T17:50:00.000Z',
      minutes: 50,
      serviceDate: '2026-04-14',
      zone: 'America/Los_Angeles',
      location,
      format: 'inPerson',
      kind: 'individual',
      status: 'booked',
      note: 'CANARY-NOTE',
    })
    const client = await allowed('appointments:read')
    const { body } = await client.get(`/api/appointments/${id}`)
    expect(body).toMatchObject({ patient: ana, minutes: 50, status: 'booked' })
    expect(JSON.stringify(body)).not.toContain('CANARY-NOTE')
    expect((await client.get('/api/appointments/day?date=2026-04-14')).status).toBe(403)
    expect((await client.post(`/api/appointments/${id}/cancel`, {})).status).toBe(403)
  })

  it('availability:read opens the free times without the appointments', async () => {
    const query = `clinician=${kim.id}&from=2026-04-13&to=2026-04-17&minutes=50`
    const client = await allowed('availability:read')
    const answer = await client.get(`/api/appointments/free-slots?${query}`)
    expect([answer.status, Array.isArray(answer.body.slots)]).toEqual([200, true])
    expect((await client.get('/api/appointments')).status).toBe(403)
    const other = await allowed('appointments:read')
    expect((await other.get(`/api/appointments/free-slots?${query}`)).status).toBe(403)
  })

  it('measure-responses:create and :submit let a device hand in answers it never reads', async () => {
    const client = await allowed('measure-responses:create measure-responses:submit')
    const made = await client.post('/api/measure-responses', { patient: ana, measureId: 'PHQ-9' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { id, rev } = made.body.doc
    const answers = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`phq9_${index + 1}`, 1]),
    )
    const blind = await client.post(`/api/measure-responses/${id}/submit`, { answers })
    expect([blind.status, sentence(blind)]).toEqual([428, expect.stringContaining('revision')])
    const handed = await client.post(`/api/measure-responses/${id}/submit`, { answers, rev })
    expect(handed.status, JSON.stringify(handed.body)).toBe(200)
    const row = await read(app, 'measure-responses', id)
    expect(row).toMatchObject({ status: 'submitted', enteredBy: 'software', enteredByStaff: null })
    expect((await client.get(`/api/measure-responses/${id}`)).status).toBe(403)
    expect((await client.get('/api/measure-responses')).status).toBe(403)
    const only = await allowed('measure-responses:create')
    const mine = await only.post('/api/measure-responses', { patient: ana, measureId: 'PHQ-9' })
    const refused = await only.post(`/api/measure-responses/${mine.body.doc.id}/submit`, {
      answers,
    })
    expect(refused.status).toBe(403)
  })

  it('pages:read shows what is published', async () => {
    await insert(app, 'pages', { title: 'Open', slug: 'open-page', _status: 'published' })
    await insert(app, 'pages', { title: 'Secret draft', slug: 'draft-page', _status: 'draft' })
    const { body } = await (await allowed('pages:read')).get('/api/pages')
    const titles = body.docs.map(({ title }: { title: string }) => title)
    expect(titles).toContain('Open')
    expect(titles).not.toContain('Secret draft')
  })

  it('changes with its next call, and no session that comes along widens it', async () => {
    const { id, key, client } = await makeApiClient(app, { owner: rosa.id })
    expect((await client.get('/api/patients')).status).toBe(403)
    const both = clientOf(app, { authorization: `Bearer ${key}`, cookie: rosa.client.cookie })
    expect((await both.get('/api/patients')).status).toBe(403)
    const changed = await rosa.client.post(`/api/api-clients/${id}/change-access`, {
      scopes: 'patients:read',
      callsPerMinute: 60,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await client.get('/api/patients')).status).toBe(200)
    expect((await client.post('/api/inquiries', { chosenName: 'X' })).status).toBe(403)
    expect((await read(app, 'api-clients', id))['owner']).toBe(rosa.id)
  })

  it('reaches no export, job or queue (T085, T089, T090)', async () => {
    const client = await allowed(everyScope())
    for (const path of [
      '/api/patients/export',
      '/api/audit-events/export',
      '/api/payload-jobs',
      '/api/payload-jobs/run',
      '/api/exports',
    ]) {
      const answers = [await client.get(path), await client.post(path, {})]
      for (const { status } of answers) expect([401, 403, 404], path).toContain(status)
    }
  })

  it('is registered only in words that can be kept', async () => {
    const wrong: [string, unknown][] = [
      ['allowedAddresses', '203.0.113.300'],
      ['allowedAddresses', 'example.com'],
      ['allowedAddresses', '10.1'],
      ['allowedAddresses', '203.0.113.0/33'],
      ['callsPerMinute', 0],
      ['callsPerMinute', 100_000],
      ['owner', 'nobody'],
      ['name', ''],
    ]
    for (const [path, value] of wrong) {
      const answer = await rosa.client.post('/api/api-clients/register', {
        name: 'Right',
        scopes: 'inquiries:create',
        [path]: value,
      })
      const said = `${path} ${String(value)}: ${JSON.stringify(answer.body)}`
      expect([answer.status, answer.body.errors?.[0]?.data.errors[0]?.path], said).toEqual([
        400,
        path,
      ])
    }
    const id = await registered({
      allowedAddresses: ' 203.0.113.9, 2001:db8::/32\n203.0.113.9 ',
      owner: kim.id,
    })
    expect(await read(app, 'api-clients', id)).toMatchObject({
      allowedAddresses: '203.0.113.9\n2001:db8::/32',
      owner: kim.id,
      callsPerMinute: 120,
    })
  })

  it('leaves a line in the log with the client’s name on it', async () => {
    const { id, client } = await makeApiClient(app, { owner: rosa.id, scopes: 'patients:read' })
    await client.get(`/api/patients/${ana}`)
    const [line] = await rowsOf(app, 'audit-events', { actorId: id, action: 'read' })
    expect(line).toMatchObject({ actorKind: 'apiClient', collectionSlug: 'patients' })
    const asked = await sam.client.get('/api/api-clients')
    expect(asked.status).toBe(200)
  })
})
