import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf, cookiesIn, testPassword } from '@/tests/support/client'
import { appCode, enrollCode, freshCode, passwordOnly } from '@/tests/support/factors'
import { makePatient, makePortalUser, makeStaff, type Person, read } from '@/tests/support/people'

let app: TestApp
let serial = 0

const somebody = (): Promise<Person> => {
  serial += 1
  return makeStaff(app, `Person ${serial}`, ['clinician'])
}

const rowsOf = async (slug: string, userId: string): Promise<Record<string, unknown>[]> =>
  (
    await app.payload.db.find<StoredRow>({
      collection: slug,
      where: { userId: { equals: userId } },
      limit: 0,
      pagination: false,
    })
  ).docs

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

describe('a one-time code', () => {
  it('is asked for at each sign-in once it is set up, and nothing opens before', async () => {
    const kim = await somebody()
    const { secret } = await enrollCode(app, kim.client)
    const half = await passwordOnly(app, kim.email)
    expect((await half.get('/api/patients')).status).toBe(401)
    expect((await half.get('/api/auth/staff/session')).body.standing).toBe('verify')
    const answer = await half.post('/api/auth/staff/verify', {
      code: await freshCode(app, kim.id, secret),
    })
    expect(answer.status).toBe(200)
    const whole = clientOf(app, { cookie: cookiesIn(answer) })
    expect((await whole.get('/api/patients')).status).toBe(200)
    // The cookie of the first step is worth nothing any more.
    expect((await half.get('/api/auth/staff/session')).status).toBe(401)
  })

  it('counts with a clock that is half a minute off, and not with one that is two minutes off', async () => {
    const kim = await somebody()
    const { secret } = await enrollCode(app, kim.client)
    for (const [steps, status] of [
      [-4, 401],
      [4, 401],
      [-1, 200],
    ] as const) {
      const half = await passwordOnly(app, kim.email)
      await freshCode(app, kim.id, secret)
      const code = await appCode(secret, steps)
      expect((await half.post('/api/auth/staff/verify', { code })).status, `${steps}`).toBe(status)
    }
  })

  it('works once, also when two show it at the same moment', async () => {
    const kim = await somebody()
    const { secret } = await enrollCode(app, kim.client)
    const code = await freshCode(app, kim.id, secret)
    const halves = [await passwordOnly(app, kim.email), await passwordOnly(app, kim.email)]
    const answers = await Promise.all(
      halves.map((half) => half.post('/api/auth/staff/verify', { code })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    const third = await passwordOnly(app, kim.email)
    expect((await third.post('/api/auth/staff/verify', { code })).status).toBe(401)
  })

  it('makes who guesses wait after five wrong ones, with the right one too', async () => {
    const kim = await somebody()
    const { secret } = await enrollCode(app, kim.client)
    const half = await passwordOnly(app, kim.email)
    for (let tries = 0; tries < 5; tries += 1)
      expect((await half.post('/api/auth/staff/verify', { code: '000000' })).status).toBe(401)
    await half.post('/api/auth/staff/verify', { code: '000000' })
    const code = await freshCode(app, kim.id, secret)
    const refused = await half.post('/api/auth/staff/verify', { code })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(20)
    expect(refused.body.errors[0].message).toMatch(/^Too many tries\. Wait/)
  })

  it('is kept as ciphertext, and the recovery codes as hashes', async () => {
    const kim = await somebody()
    const { secret, recoveryCodes } = await enrollCode(app, kim.client)
    const kept = JSON.stringify([
      await rowsOf('auth-factors', kim.id),
      await rowsOf('recovery-codes', kim.id),
    ])
    expect(kept).toContain('enc:v1:')
    expect(kept).not.toContain(secret)
    for (const code of recoveryCodes) {
      expect(kept).not.toContain(code)
      expect(kept).not.toContain(code.replaceAll('-', ''))
    }
  })

  it('does not count before a first code from the app was shown', async () => {
    const kim = await somebody()
    const started = await kim.client.post('/api/auth/staff/factors/code/start')
    expect(started.body.qr.path).toMatch(/^M\d/)
    expect(started.body.uri).toContain('otpauth://totp/')
    const { id } = started.body
    const wrong = await kim.client.post('/api/auth/staff/factors/code/confirm', {
      id,
      code: '000000',
    })
    expect(wrong.status).toBe(400)
    expect((await read(app, 'staff', kim.id))['hasFactor']).not.toBe(true)
    expect((await kim.client.get('/api/patients')).status).toBe(200)
  })

  it('cannot be replaced by who knows the password alone', async () => {
    const kim = await somebody()
    await enrollCode(app, kim.client)
    const half = await passwordOnly(app, kim.email)
    for (const [method, path] of [
      ['get', 'factors'],
      ['post', 'factors/code/start'],
      ['post', 'factors/passkey/start'],
      ['post', 'recovery-codes'],
      ['post', 'step-up'],
      ['get', 'sessions'],
      ['post', 'sessions/end-others'],
      ['get', 'history'],
      ['post', 'password'],
      ['post', 'email'],
    ] as const) {
      const answer = await half[method](`/api/auth/staff/${path}`)
      expect(answer.status, path).toBe(401)
    }
  })

  it('is asked for after a new password by e-mail too', async () => {
    const kim = await somebody()
    await enrollCode(app, kim.client)
    const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
    const row = await issueToken(app.payload, {
      purpose: 'reset',
      surface: 'staff',
      userId: kim.id,
    })
    const token = (await linkFor(app.payload, row)).split('#')[1]
    const answer = await clientOf(app).post('/api/auth/staff/accept', {
      token,
      password: 'nine slow barges under fog',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.standing).toBe('verify')
    const half = clientOf(app, { cookie: cookiesIn(answer) })
    expect((await half.get('/api/patients')).status).toBe(401)
  })
})

describe('recovery codes', () => {
  it('are ten, each works once, and new ones replace them', async () => {
    const kim = await somebody()
    const { client, recoveryCodes } = await enrollCode(app, kim.client)
    expect(new Set(recoveryCodes).size).toBe(10)
    const use = async (recoveryCode: string | undefined): Promise<number> => {
      const half = await passwordOnly(app, kim.email)
      return (await half.post('/api/auth/staff/verify', { recoveryCode })).status
    }
    expect(await use(recoveryCodes[0]?.toUpperCase().replaceAll('-', ' '))).toBe(200)
    expect(await use(recoveryCodes[0])).toBe(401)
    expect((await client.get('/api/auth/staff/factors')).body.recoveryCodesLeft).toBe(9)
    const made = await client.post('/api/auth/staff/recovery-codes')
    expect(made.body.recoveryCodes).toHaveLength(10)
    expect(await use(recoveryCodes[1])).toBe(401)
    expect(await use(made.body.recoveryCodes[0])).toBe(200)
  })
})

describe('removing a factor', () => {
  it('is possible where the practice asks for none, and takes the recovery codes along', async () => {
    const kim = await somebody()
    const { client } = await enrollCode(app, kim.client)
    const [factor] = (await client.get('/api/auth/staff/factors')).body.factors
    const answer = await client.post(`/api/auth/staff/factors/${factor.id}/remove`)
    expect(answer.status).toBe(200)
    expect(await rowsOf('recovery-codes', kim.id)).toEqual([])
    expect((await (await passwordOnly(app, kim.email)).get('/api/patients')).status).toBe(200)
  })

  it('of somebody else answers 404', async () => {
    const [kim, theo] = [await somebody(), await somebody()]
    const kims = (await enrollCode(app, kim.client)).client
    const theos = (await enrollCode(app, theo.client)).client
    const [factor] = (await kims.get('/api/auth/staff/factors')).body.factors
    expect((await theos.post(`/api/auth/staff/factors/${factor.id}/remove`)).status).toBe(404)
  })

  it('by an owner, for who lost everything, signs them out and leaves the password', async () => {
    const rosa = await makeStaff(app, 'Rosa', ['owner'])
    const kim = await somebody()
    const { client } = await enrollCode(app, kim.client)
    expect((await rosa.client.post(`/api/staff/${kim.id}/reset-factors`)).status).toBe(200)
    expect((await client.get('/api/patients')).status).toBe(401)
    expect((await (await passwordOnly(app, kim.email)).get('/api/patients')).status).toBe(200)
  })

  it('of an owner, or one’s own this way, is refused', async () => {
    const rosa = await makeStaff(app, 'Rosa Two', ['owner'])
    const ruth = await makeStaff(app, 'Ruth', ['owner'])
    const { client } = await enrollCode(app, ruth.client)
    expect((await rosa.client.post(`/api/staff/${ruth.id}/reset-factors`)).status).toBe(403)
    expect((await client.post(`/api/staff/${ruth.id}/reset-factors`)).status).toBe(403)
  })
})

describe('a patient', () => {
  let ana: Person

  beforeEach(async () => {
    serial += 1
    const patient = await makePatient(app, 'Ana', `Silva ${serial}`)
    ana = await makePortalUser(app, patient, `ana${serial}@example.test`)
  })

  it('may set up a code of their own, which is then asked for', async () => {
    const { secret } = await enrollCode(app, ana.client, 'portal')
    const half = await passwordOnly(app, ana.email, 'portal')
    expect((await half.get('/api/appointments')).status).toBe(401)
    const code = await freshCode(app, ana.id, secret)
    expect((await half.post('/api/auth/portal/verify', { code })).status).toBe(200)
  })

  it('is asked for none otherwise, and has no passkeys', async () => {
    expect((await ana.client.get('/api/appointments')).status).toBe(200)
    expect((await ana.client.post('/api/auth/portal/factors/passkey/start')).status).toBe(404)
  })

  it('needs their password again before they change how they sign in', async () => {
    const rows = await rowsOf('auth-sessions', ana.id)
    await app.payload.db.updateOne({
      collection: 'auth-sessions',
      id: String(rows[0]?.['id']),
      data: { passwordAt: '2020-01-01T00:00:00.000Z' },
    })
    const refused = await ana.client.post('/api/auth/portal/factors/code/start')
    expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'step-up'])
    const shown = await ana.client.post('/api/auth/portal/step-up', { password: testPassword })
    expect(shown.status).toBe(200)
    expect((await ana.client.post('/api/auth/portal/factors/code/start')).status).toBe(200)
  })
})
