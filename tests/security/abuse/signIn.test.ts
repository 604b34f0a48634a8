import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorRegistry } from '@/access/doors'
import { hashPassword } from '@/src/lib/crypto'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Answer, clientOf, cookiesIn, signIn, testPassword } from '@/tests/support/client'
import { enrollCode, freshCode, passwordOnly } from '@/tests/support/factors'
import { insert, makeStaff, type Person } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let serial = 0

const somebody = (more: Record<string, unknown> = {}): Promise<Person> => {
  serial += 1
  return makeStaff(app, `Person ${serial}`, ['clinician'], more)
}

let place = 0

/** Every try from a network of its own. */
const attempt = (email: string, password = 'not this one at all'): Promise<Answer> => {
  place += 1
  const from = { 'x-forwarded-for': `10.${Math.floor(place / 200)}.${place % 200}.7` }
  return clientOf(app, from).post('/api/auth/staff/login', { email, password })
}

/** Wrong passwords until one comes too early; a slow machine needs more of them, as the wait grows. */
const untilDelayed = async (email: string): Promise<Answer> => {
  for (let tries = 0; tries < 15; tries += 1) {
    const answer = await attempt(email)
    if (answer.status === 429) return answer
  }
  throw new Error(`${email} was never told to wait.`)
}

const withoutReference = ({ status, body }: Answer): string =>
  `${status} ${JSON.stringify(body).replaceAll(/"reference":"[^"]*"/g, '')}`

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

describe('who has an account', () => {
  it('T046 cannot be told by how long an answer takes', async () => {
    const passwordHash = await hashPassword(testPassword)
    const people = await Promise.all(Array.from({ length: 12 }, () => somebody({ passwordHash })))
    const timed = async (work: () => Promise<Answer>): Promise<number> => {
      const startedAt = performance.now()
      await work()
      return performance.now() - startedAt
    }
    // The quickest quarter: what else the machine does only makes answers slower.
    const typical = (times: number[]): number => {
      const quick = [...times].sort((a, b) => a - b).slice(0, Math.ceil(times.length / 4))
      return quick.reduce((sum, time) => sum + time, 0) / quick.length
    }
    const known: number[] = []
    const unknown: number[] = []
    const differs = (): number => Math.abs(typical(known) - typical(unknown)) / typical(known)
    for (let round = 0; round < 4; round += 1) {
      for (const [index, { email }] of people.entries()) {
        known.push(await timed(() => attempt(email)))
        unknown.push(await timed(() => attempt(`nobody${round}.${index}@example.test`)))
      }
      if (round > 0 && differs() <= 0.1) break
    }
    expect(differs()).toBeLessThanOrEqual(0.1)
    const forgot = (email: string) =>
      timed(() => clientOf(app).post('/api/auth/staff/forgot', { email }))
    const asked = { known: [] as number[], unknown: [] as number[] }
    for (const { email } of people.slice(0, 8)) {
      asked.known.push(await forgot(email))
      asked.unknown.push(await forgot(`x${email}`))
    }
    expect(Math.abs(typical(asked.known) - typical(asked.unknown))).toBeLessThan(20)
  })

  it('T047 cannot be told by what an answer says, whether it is closed, waiting or unknown', async () => {
    const open = await somebody()
    const closed = await somebody()
    await app.payload.db.updateOne({
      collection: 'staff',
      id: closed.id,
      data: { isActive: false },
    })
    const invited = 'invited@example.test'
    await insert(app, 'staff', {
      name: 'Invited',
      email: invited,
      isActive: true,
      roles: ['intern'],
    })
    const unknown = 'unknown@example.test'
    const addresses = [open.email, closed.email, invited, unknown]
    const first = await Promise.all(addresses.map((email) => attempt(email)))
    expect(new Set(first.map(withoutReference)).size).toBe(1)
    expect(withoutReference(await attempt(closed.email, testPassword))).toBe(
      withoutReference(first[0] as Answer),
    )
    const waiting = await Promise.all(addresses.map(untilDelayed))
    const told = waiting.map((answer) =>
      withoutReference(answer).replaceAll(/\d+ seconds/g, 'some seconds'),
    )
    expect(new Set(told).size, told.join('\n')).toBe(1)
    const forgot = await Promise.all(
      addresses.map((email) => clientOf(app).post('/api/auth/staff/forgot', { email })),
    )
    expect(new Set(forgot.map(withoutReference)).size).toBe(1)
  })
})

describe('guessing', () => {
  it('T110 over many accounts is slowed by its network, and GraphQL has no door for it', async () => {
    const graph = await clientOf(app).graphql(
      'mutation { a: loginStaff(email: "a@a.aa", password: "x") { token } }',
    )
    expect(graph.status).toBe(400)
    const from = clientOf(app, { 'x-forwarded-for': '192.0.2.77' })
    const guess = (index: number) =>
      from.post('/api/auth/staff/login', {
        email: `spray${index}@example.test`,
        password: 'Spring2026!',
      })
    const answers: Answer[] = []
    for (let batch = 0; batch < 9; batch += 1)
      answers.push(
        ...(await Promise.all(Array.from({ length: 8 }, (_, index) => guess(batch * 8 + index)))),
      )
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(62)
    expect(answers.at(-1)?.status).toBe(429)
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await attempt('spray1@example.test')).status).toBe(401)
  })

  it('T111 delays a stranger and never the clinician in the browser they use', async () => {
    const kim = await somebody()
    const login = await clientOf(app).post('/api/auth/staff/login', {
      email: kim.email,
      password: testPassword,
    })
    const browser = clientOf(app, { cookie: cookiesIn(login) })
    for (let tries = 0; tries < 12; tries += 1) await attempt(kim.email)
    expect((await attempt(kim.email, testPassword)).status).toBe(429)
    const own = await browser.post('/api/auth/staff/login', {
      email: kim.email,
      password: testPassword,
    })
    expect(own.status).toBe(200)
    expect((await kim.client.get('/api/patients')).status).toBe(200)
  })

  it('T112 of codes ends after five, and a code or recovery code counts once', async () => {
    const kim = await somebody()
    const { recoveryCodes, secret } = await enrollCode(app, kim.client)
    const verify = async (body: Record<string, unknown>) =>
      (await passwordOnly(app, kim.email)).post('/api/auth/staff/verify', body)
    const code = await freshCode(app, kim.id, secret)
    expect((await verify({ code })).status).toBe(200)
    expect((await verify({ code })).status).toBe(401)
    const [recovery] = recoveryCodes
    expect((await verify({ recoveryCode: recovery })).status).toBe(200)
    expect((await verify({ recoveryCode: recovery })).status).toBe(401)
    for (let tries = 0; tries < 6; tries += 1) await verify({ code: '000000' })
    const right = await verify({ code: await freshCode(app, kim.id, secret) })
    expect(right.status).toBe(429)
  })
})

describe('a session', () => {
  it('T109 is a cookie of ours alone: not planted, not in an address, not in an answer', async () => {
    const kim = await somebody()
    const planted = kim.client.cookie.replace(/=[^;]+/, '=planted-by-somebody')
    const login = await clientOf(app, { cookie: planted }).post('/api/auth/staff/login', {
      email: kim.email,
      password: testPassword,
    })
    expect(login.status).toBe(200)
    expect((await clientOf(app, { cookie: planted }).get('/api/patients')).status).toBe(401)
    const line = login.headers.getSetCookie()[0] ?? ''
    const token = line.split(/[=;]/)[1] ?? ''
    expect(token.length).toBeGreaterThan(30)
    expect(line).toMatch(/HttpOnly/)
    expect(JSON.stringify(login.body)).not.toContain(token)
    const elsewhere = [
      await clientOf(app).get(`/api/patients?token=${token}`),
      await clientOf(app, { authorization: `JWT ${token}` }).get('/api/patients'),
      await clientOf(app, { authorization: `Bearer ${token}` }).get('/api/patients'),
    ]
    for (const { status } of elsewhere) expect(status).toBe(401)
    expect(JSON.stringify(await rowsOf(app, 'auth-sessions'))).not.toContain(token)
    expect(JSON.stringify(await rowsOf(app, 'audit-events'))).not.toContain(token)
    const before = clientOf(app, { cookie: cookiesIn(login) })
    const { client } = await enrollCode(app, before)
    expect((await client.get('/api/patients')).status).toBe(200)
    expect((await before.get('/api/patients')).status).toBe(401)
  })

  it('T113 without its second factor is nobody, at every door there is', async () => {
    const kim = await somebody()
    await enrollCode(app, kim.client)
    const half = await passwordOnly(app, kim.email)
    const nobody = clientOf(app)
    const seen = new Set<string>()
    for (const { where, method, path, classification } of doorRegistry(app.config)) {
      if (['public', 'sign-in', 'closed'].includes(classification)) continue
      const address = `/api${where}${path === '/' ? '' : path}`.replaceAll(/:[\w]+\??/g, 'staff')
      const key = `${method} ${address}`
      if (seen.has(key) || method === 'delete') continue
      seen.add(key)
      const ask = (client: typeof half) =>
        method === 'get'
          ? client.get(address)
          : method === 'patch'
            ? client.patch(address)
            : client.post(address)
      const [mine, theirs] = [await ask(half), await ask(nobody)]
      expect(withoutReference(mine), key).toBe(withoutReference(theirs))
      if (where && !theirs.body?.docs && theirs.status === 200)
        expect(mine.body, key).toEqual(theirs.body)
    }
    expect(seen.size).toBeGreaterThan(300)
    const headers = new Headers({ cookie: half.cookie, host: 'localhost:3000' })
    expect((await app.payload.auth({ headers })).user).toBeNull()
    expect((await half.post('/api/staff/refresh-token')).status).toBe(401)
    const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
    const row = await issueToken(app.payload, {
      purpose: 'reset',
      surface: 'staff',
      userId: kim.id,
    })
    const token = (await linkFor(app.payload, row)).split('#')[1]
    const reset = await nobody.post('/api/auth/staff/accept', {
      token,
      password: 'nine slow barges under fog',
    })
    expect(reset.status).toBe(200)
    expect((await clientOf(app, { cookie: cookiesIn(reset) }).get('/api/patients')).status).toBe(
      401,
    )
  })

  it('T114 on a stolen machine ends by itself, and from anywhere', async () => {
    const kim = await somebody()
    const stolen = await signIn(app, kim.email)
    const own = await signIn(app, kim.email)
    const { sessions } = (await own.get('/api/auth/staff/sessions')).body
    const others = sessions.filter((each: { isThisOne: boolean }) => !each.isThisOne)
    for (const { id } of others)
      expect((await own.post(`/api/auth/staff/sessions/${id}/end`)).status).toBe(200)
    expect((await stolen.get('/api/patients')).status).toBe(401)
    const left = await signIn(app, kim.email)
    const long = new Date(Date.now() - 16 * 60_000).toISOString()
    for (const { id } of await rowsOf(app, 'auth-sessions', { userId: kim.id }))
      await app.payload.db.updateOne({
        collection: 'auth-sessions',
        id,
        data: { lastSeenAt: long, startedAt: long },
      })
    for (const path of ['/api/patients', '/api/documents/file/x.pdf', '/api/auth/staff/sessions'])
      expect((await left.get(path)).status, path).toBe(401)
  })
})
