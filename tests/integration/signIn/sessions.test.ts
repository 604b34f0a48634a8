import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf, signIn, testPassword } from '@/tests/support/client'
import { insert, makePatient, makePortalUser, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let kim: Person

type SessionRow = { id: string; sessionId: string; lastSeenAt?: string | null; device?: string }

const sessionsOf = async (userId: string): Promise<SessionRow[]> =>
  (
    await app.payload.db.find<SessionRow>({
      collection: 'auth-sessions',
      where: { userId: { equals: userId } },
      sort: 'startedAt',
      limit: 0,
      pagination: false,
    })
  ).docs

const minutesAgo = (minutes: number, more = 0): string =>
  new Date(Date.now() - minutes * 60_000 - more).toISOString()

const set = (id: string, data: Record<string, unknown>) =>
  app.payload.db.updateOne({ collection: 'auth-sessions', id, data })

const quiet = { 'x-background': '1' }

const statuses = async (client: Client): Promise<Record<string, number>> => ({
  rest: (await client.get('/api/patients')).status,
  graphql: (await client.graphql('{ Patients { totalDocs } }')).body.errors?.[0]?.extensions
    ?.statusCode,
  file: (await client.get('/api/documents/file/any.pdf')).status,
  action: (await client.post('/api/tasks/any/complete')).status,
  self: (await client.get('/api/auth/staff/sessions')).status,
})

const allOver = { rest: 401, graphql: 401, file: 401, action: 401, self: 401 }

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
})

afterAll(() => app.stop())

describe('a session (SR-3)', () => {
  it('is over at every door one second after fifteen idle minutes, and not one before', async () => {
    const client = await signIn(app, kim.email)
    const { id } = (await sessionsOf(kim.id)).at(-1) as SessionRow // just opened
    await set(id, { lastSeenAt: minutesAgo(14, 55_000) })
    expect((await client.get('/api/patients')).status).toBe(200)
    await set(id, { lastSeenAt: minutesAgo(15, 1_000) })
    expect(await statuses(client)).toEqual(allOver)
    const headers = new Headers({ cookie: client.cookie, host: 'localhost:3000' })
    expect((await app.payload.auth({ headers })).user).toBeNull()
  })

  it('is over after twelve hours whatever is done in it', async () => {
    const client = await signIn(app, kim.email)
    const { id } = (await sessionsOf(kim.id)).at(-1) as SessionRow // just opened
    await set(id, { lastSeenAt: minutesAgo(0), absoluteExpiresAt: minutesAgo(0, 1_000) })
    expect(await statuses(client)).toEqual(allOver)
  })

  it('goes by the machine’s clock, which nobody moves', async () => {
    const { clock } = await import('@/src/lib/clock')
    const client = await signIn(app, kim.email)
    clock.advance(10 * 24 * 3_600_000)
    expect((await client.get('/api/patients')).status).toBe(200)
    clock.reset()
  })

  it('is extended by what a person does, at most once a minute, and never by what a page asks by itself', async () => {
    const client = await signIn(app, kim.email)
    const { id } = (await sessionsOf(kim.id)).at(-1) as SessionRow // just opened
    const seen = async (): Promise<string> =>
      String((await sessionsOf(kim.id)).find((row) => row.id === id)?.lastSeenAt)
    const before = minutesAgo(5)
    await set(id, { lastSeenAt: before })
    await client.raw('/api/patients', { headers: quiet })
    await client.raw('/api/auth/staff/session', { headers: quiet })
    expect(await seen()).toBe(before)
    await client.get('/api/patients')
    const after = await seen()
    expect(after > before).toBe(true)
    const almost = minutesAgo(0, 50_000)
    await set(id, { lastSeenAt: almost })
    await client.get('/api/patients')
    expect(await seen()).toBe(almost)
  })

  it('lasts as long as the practice sets, within its bounds', async () => {
    const client = await signIn(app, kim.email)
    const { id } = (await sessionsOf(kim.id)).at(-1) as SessionRow // just opened
    await app.payload.updateGlobal({
      slug: 'sign-in-settings' as never, // slugs are data here
      data: { staffIdleMinutes: 60 },
    })
    await set(id, { lastSeenAt: minutesAgo(59) })
    expect((await client.get('/api/patients')).status).toBe(200)
    await app.payload.updateGlobal({
      slug: 'sign-in-settings' as never, // slugs are data here
      data: { staffIdleMinutes: 15 },
    })
  })

  it('tells the page how long it still lasts without lasting longer for it', async () => {
    const client = await signIn(app, kim.email)
    const { id } = (await sessionsOf(kim.id)).at(-1) as SessionRow // just opened
    await set(id, { lastSeenAt: minutesAgo(14) })
    const { body } = await client.raw('/api/auth/staff/session', { headers: quiet })
    expect(body.secondsLeft).toBeGreaterThan(50)
    expect(body.secondsLeft).toBeLessThanOrEqual(60)
    expect(body.idleMinutes).toBe(15)
    const touched = await client.post('/api/auth/staff/touch')
    expect(touched.body.secondsLeft).toBeGreaterThan(880)
  })

  it('of a patient is over after thirty idle minutes', async () => {
    const patient = await makePatient(app, 'Ana', 'Silva')
    const ana = await makePortalUser(app, patient, 'idle@example.test')
    const { id } = (await sessionsOf(ana.id)).at(-1) as SessionRow // just opened
    await set(id, { lastSeenAt: minutesAgo(29) })
    expect((await ana.client.get('/api/appointments')).status).toBe(200)
    await set(id, { lastSeenAt: minutesAgo(30, 1_000) })
    expect((await ana.client.get('/api/appointments')).status).toBe(401)
  })
})

describe('the list of one’s sessions', () => {
  it('names the device, shows only one’s own, and ends one or all others', async () => {
    const theo = await makeStaff(app, 'Theo', ['clinician'])
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
    const phone = await clientOf(app, { 'user-agent': agent }).post('/api/auth/staff/login', {
      email: theo.email,
      password: testPassword,
    })
    expect(phone.status).toBe(200)
    const list = (await theo.client.get('/api/auth/staff/sessions')).body.sessions
    expect(list).toHaveLength(2)
    const other = list.find((each: { isThisOne: boolean }) => !each.isThisOne)
    expect(other.device).toBe('Chrome on Windows')
    expect((await kim.client.post(`/api/auth/staff/sessions/${other.id}/end`)).status).toBe(404)
    expect((await theo.client.post(`/api/auth/staff/sessions/${other.id}/end`)).status).toBe(200)
    const third = await signIn(app, theo.email)
    expect((await theo.client.post('/api/auth/staff/sessions/end-others')).body.ended).toBe(1)
    expect((await third.get('/api/patients')).status).toBe(401)
    expect((await theo.client.get('/api/patients')).status).toBe(200)
  })

  it('of anybody is ended by the owner and by compliance, and by nobody else', async () => {
    const rosa = await makeStaff(app, 'Rosa', ['owner'])
    const sam = await makeStaff(app, 'Sam', ['compliance'])
    const path = `/api/staff/${kim.id}/end-sessions`
    const theirs = await signIn(app, kim.email)
    expect((await sam.client.post(path)).status).toBe(200)
    expect((await theirs.get('/api/patients')).status).toBe(401)
    const again = await signIn(app, kim.email)
    expect((await rosa.client.post(path)).status).toBe(200)
    expect((await again.get('/api/patients')).status).toBe(401)
    const mo = await makeStaff(app, 'Mo', ['marketing'])
    expect((await mo.client.post(path)).status).toBe(403)
  })
})

describe('who left (SR-9)', () => {
  it('is nobody at once: sessions, links and the password', async () => {
    const rosa = await makeStaff(app, 'Rosa Two', ['owner'])
    const leo = await makeStaff(app, 'Leo', ['intern'])
    const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
    const row = await issueToken(app.payload, {
      purpose: 'reset',
      surface: 'staff',
      userId: leo.id,
    })
    const token = (await linkFor(app.payload, row)).split('#')[1]
    expect((await rosa.client.post(`/api/staff/${leo.id}/deactivate`)).status).toBe(200)
    expect(await statuses(leo.client)).toEqual(allOver)
    const anybody = clientOf(app)
    const login = { email: leo.email, password: testPassword }
    expect((await anybody.post('/api/auth/staff/login', login)).status).toBe(401)
    const accept = { token, password: 'nine slow barges under fog' }
    expect((await anybody.post('/api/auth/staff/accept', accept)).status).toBe(400)
  })
})

describe('the history of signing in (SR-10)', () => {
  it('shows a person their own, what failed included, and nobody else’s', async () => {
    const dana = await makeStaff(app, 'Dana', ['biller'])
    const wrong = { email: dana.email, password: 'not this one at all' }
    await clientOf(app).post('/api/auth/staff/login', wrong)
    await insert(app, 'staff', { name: 'Else', email: 'else@example.test', isActive: true })
    const { events } = (await dana.client.get('/api/auth/staff/history')).body
    const told = events.map((event: { action: string; outcome: string }) => [
      event.action,
      event.outcome,
    ])
    expect(told).toEqual([
      ['sign-in', 'refused'],
      ['sign-in', 'done'],
    ])
  })
})
