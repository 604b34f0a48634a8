import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { insideAdmin } from '@/src/components/admin/signIn/insideAdmin'
import { standIn } from '@/src/lib/database'
import { securityHeaders } from '@/src/lib/http/securityHeaders'
import { safeNext } from '@/src/lib/portal/safeNext'
import { forgetRates } from '@/src/lib/website/rateLimit'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { addPsychotherapyNote, type Cast, makeCast, secretWord } from '@/tests/support/cast'
import { clientOf, testPassword } from '@/tests/support/client'
import { read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'
import { routedOf } from '@/tests/support/routed'

let app: TestApp
let cast: Cast
let note: string

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  note = await addPsychotherapyNote(app, { patient: cast.ana, author: cast.kim.id })
})

afterEach(() => forgetRates())

afterAll(() => app.stop())

const routed = routedOf(() => app)
const json = { 'content-type': 'application/json' }

describe('another site', () => {
  it('T107 makes nobody’s browser act, by any way of sending', async () => {
    const before = await read(app, 'patients', cast.ana)
    const ways: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3000.evil.example' },
      { origin: 'https://evil.example', 'content-type': 'text/plain' },
      { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ]
    for (const headers of ways) {
      const options = { cookie: cast.ben.client.cookie, headers: { ...json, ...headers } }
      const changed = await routed(`/api/patients/${cast.ana}`, {
        ...options,
        method: 'PATCH',
        body: '{"city":"Evil"}',
      })
      expect([401, 403, 415], JSON.stringify(headers)).toContain(changed.status)
      const posted = await routed(`/api/patients/${cast.ana}?_method=PATCH`, {
        ...options,
        method: 'POST',
        headers: {
          ...options.headers,
          'x-http-method-override': 'PATCH',
          'x-payload-http-method-override': 'PATCH',
        },
        body: '{"city":"Evil"}',
      })
      expect(posted.status, JSON.stringify(headers)).toBeGreaterThanOrEqual(400)
      const acted = await routed(`/api/patients/${cast.ana}/invite-portal`, {
        ...options,
        method: 'POST',
        body: '{}',
      })
      expect([401, 403, 415], JSON.stringify(headers)).toContain(acted.status)
      const out = await routed('/api/auth/staff/logout', { ...options, method: 'POST', body: '{}' })
      expect(out.status).toBeLessThan(500)
    }
    expect(await read(app, 'patients', cast.ana)).toEqual(before)
    expect((await cast.ben.client.get('/api/patients')).status).toBe(200)
    const answer = await routed('/api/patients', {
      cookie: cast.ben.client.cookie,
      headers: { origin: 'https://evil.example' },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const cookie = (
      await clientOf(app).post('/api/auth/staff/login', {
        email: cast.kim.email,
        password: testPassword,
      })
    ).headers.get('set-cookie')
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/)
  })

  it('T108 frames nothing of ours', () => {
    for (const zone of ['website', 'portal', 'admin', 'api'] as const) {
      const headers = securityHeaders({ zone, nonce: 'n', isHttps: true })
      expect(headers['Content-Security-Policy'], zone).toContain("frame-ancestors 'none'")
      expect(headers['X-Frame-Options'], zone).toBe('DENY')
    }
  })

  it('T099 is nowhere that signing in leads to', () => {
    const evil = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/%2f%2fevil.example',
      '%2f%2fevil.example',
      '/portal//evil.example',
      '/admin/..//evil.example',
      '/portal/../../evil.example\\@x',
      ' //evil.example',
      '/\tevil.example',
      'data:text/html,x',
    ]
    for (const given of evil)
      for (const path of [safeNext(given), insideAdmin(given)]) {
        const url = new URL(path, 'https://clinic.example')
        expect(url.origin, given).toBe('https://clinic.example')
        expect(decodeURIComponent(url.pathname), given).toMatch(/^\/(portal|admin)(?!\/\/)/)
      }
    expect(safeNext('/portal/plan')).toBe('/portal/plan')
    expect(insideAdmin('/admin/calendar')).toBe('/admin/calendar')
  })
})

describe('a flood', () => {
  const inquiry = (address: string, more: Record<string, unknown> = {}) =>
    clientOf(app, { 'x-forwarded-for': address }).post('/api/inquiries', {
      chosenName: 'Moss',
      email: 'moss@example.test',
      state: 'OR',
      message: 'Hello',
      ...more,
    })

  it('T082 of inquiries ends after a few from one network, and sends mail to nobody', async () => {
    const mails = (await rowsOf(app, 'outbox')).length
    const answers = []
    for (let index = 0; index < 8; index += 1)
      answers.push(
        await inquiry(`9.9.9.${index}, 198.51.100.${index}`, {
          emailTo: 'x@evil.example',
          to: 'x@evil.example',
        }),
      )
    expect(answers.slice(0, 5).map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(answers.slice(5).map(({ status }) => status)).toEqual([429, 429, 429])
    expect(Number(answers[7]?.headers.get('retry-after'))).toBeGreaterThan(0)
    const graph = await clientOf(app, { 'x-forwarded-for': '198.51.100.9' }).graphql(
      'mutation { createInquiry(data: { chosenName: "M", email: "m@example.test" }) { id } }',
    )
    expect(graph.body.errors[0].extensions.statusCode).toBe(429)
    expect((await inquiry('203.0.113.1')).status).toBe(201)
    expect(await rowsOf(app, 'outbox')).toHaveLength(mails)
    expect(await rowsOf(app, 'inquiries')).toHaveLength(6)
  })

  it('T088 that stops the access log stops reading and writing with it', async () => {
    const mend = standIn(app.payload, () => {
      throw new Error('disk full')
    })
    try {
      for (const path of [
        `/api/psychotherapy-notes/${note}`,
        '/api/patients',
        `/api/patients/${cast.ana}/chart-summary`,
      ]) {
        const answer = await cast.kim.client.get(path)
        expect(answer.status, path).toBe(503)
        expect(JSON.stringify(answer.body)).not.toMatch(new RegExp(`${secretWord}|Silva`))
      }
      expect(
        (await cast.ben.client.patch(`/api/patients/${cast.ana}`, { city: 'Unlogged' })).status,
      ).toBe(503)
      const login = { email: cast.kim.email, password: testPassword }
      expect((await clientOf(app).post('/api/auth/staff/login', login)).status).toBe(503)
    } finally {
      mend()
    }
    expect((await read(app, 'patients', cast.ana))['city'] ?? null).toBeNull()
    expect((await cast.kim.client.get(`/api/psychotherapy-notes/${note}`)).status).toBe(200)
  })
})
