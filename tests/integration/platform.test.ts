import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { unfitIn } from '@/tests/support/logWatch'
import { assign, makePatient, makeStaff, type Person, read } from '@/tests/support/people'
import { origin, routedOf } from '@/tests/support/routed'

let app: TestApp
let kim: Person
let ben: Person
let mo: Person
let patient: string

beforeAll(async () => {
  app = await bootApp()
  kim = await makeStaff(app, 'Kim', ['clinician'])
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  mo = await makeStaff(app, 'Mo', ['marketing'])
  patient = await makePatient(app, 'Ana', 'Silva')
  await assign(app, kim.id, patient)
})

afterAll(() => app.stop())

const routed = routedOf(() => app)

const upload = (
  client: Client,
  slug: string,
  { bytes, type, name, fields }: { bytes: Buffer; type: string; name: string; fields: object },
) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify(fields))
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  return client.raw(`/api/${slug}`, { method: 'POST', body: form })
}

const card = (more: { bytes: Buffer; type: string; name: string }) =>
  upload(ben.client, 'documents', { ...more, fields: { patient, kind: 'insuranceCard' } })

const canary = 'CANARY-HOME-STREET-7'

/** A photograph as a telephone makes it: lying on its side, with the place it was taken at. */
const photograph = (format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { ImageDescription: canary, Make: canary },
      IFD3: { GPSLatitude: '40/1 42/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer()

const fileOf = async (name: string): Promise<Buffer> => {
  const response = await routed(`/api/documents/file/${name}`, { cookie: ben.client.cookie })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

describe('an uploaded file', () => {
  it('leaves behind where, when and with what it was taken, and stands upright', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await photograph(format)
      expect(bytes.includes(canary), format).toBe(true)
      const made = await card({ bytes, type: `image/${format}`, name: 'Ana at home.jpg' })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      const stored = await fileOf(made.body.doc.filename)
      expect(stored.includes(canary), format).toBe(false)
      const { exif, width, height, orientation } = await sharp(stored).metadata()
      expect({ exif, width, height, orientation }).toEqual({
        exif: undefined,
        width: 40,
        height: 60,
        orientation: undefined,
      })
    }
    const picture = await upload(mo.client, 'media', {
      bytes: await photograph(),
      type: 'image/jpeg',
      name: 'kim.jpg',
      fields: { alt: 'The waiting room' },
    })
    expect(picture.status).toBe(201)
    const shown = await routed(`/api/media/file/${picture.body.doc.filename}`)
    expect(Buffer.from(await shown.arrayBuffer()).includes(canary)).toBe(false)
  })

  it('is named and served by what it is, whatever it was called', async () => {
    const bytes = await photograph('png')
    const made = await card({ bytes, type: 'application/pdf', name: 'card.html' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(made.body.doc.filename).toMatch(/^[0-9a-f-]{36}\.png$/)
    expect(made.body.doc.mimeType).toBe('image/png')
  })

  it('carries nothing behind the picture', async () => {
    const bytes = Buffer.concat([await photograph(), Buffer.from(`<script>${canary}</script>`)])
    const made = await card({ bytes, type: 'image/jpeg', name: 'card.jpg' })
    expect(made.status).toBe(201)
    expect((await fileOf(made.body.doc.filename)).includes('<script>')).toBe(false)
  })

  it('is refused when it is something else, broken or far too many points', async () => {
    const png = await photograph('png')
    const wrong: [string, Buffer, string][] = [
      ['a page as a PDF', Buffer.from('<html><script>1</script></html>'), 'application/pdf'],
      ['a drawing as a PNG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
      ['a program', Buffer.from('MZ\u0090\u0000 not a picture'), 'image/jpeg'],
      ['half a picture', png.subarray(0, 60), 'image/png'],
      ['nothing', Buffer.alloc(0), 'image/png'],
      [
        'a bomb',
        await sharp({
          create: { width: 9000, height: 9000, channels: 3, background: '#000' },
          limitInputPixels: false,
        })
          .png()
          .toBuffer(),
        'image/png',
      ],
    ]
    const before = await app.payload.db.count({ collection: 'documents', where: {} })
    for (const [what, bytes, type] of wrong) {
      const answer = await card({ bytes, type, name: 'card.png' })
      expect(answer.status, what).toBe(400)
    }
    expect(await app.payload.db.count({ collection: 'documents', where: {} })).toEqual(before)
  })

  it('is for saving, is kept by nobody and runs nothing', async () => {
    const made = await card({ bytes: await photograph(), type: 'image/jpeg', name: 'card.jpg' })
    const path = `/api/documents/file/${made.body.doc.filename}`
    const { headers } = await routed(path, { cookie: ben.client.cookie })
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    const stranger = await makeStaff(app, 'Theo', ['clinician'])
    const foreign = await stranger.client.get(path)
    const missing = await stranger.client.get(`/api/documents/file/${crypto.randomUUID()}.jpg`)
    expect([403, 404]).toContain(foreign.status)
    expect(foreign.status).toBe(missing.status)
    expect((await clientOf(app).get(path)).status).toBe(401)
  })

  it('has a limit', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(11_000_000)])
    const answer = await card({ bytes, type: 'application/pdf', name: 'card.pdf' })
    expect([400, 413]).toContain(answer.status)
  })
})

describe('answers of the API', () => {
  const strict = {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }

  const expectStrict = (response: Response, what: string): void => {
    for (const [name, value] of Object.entries(strict))
      expect(response.headers.get(name), `${what}: ${name}`).toBe(value)
  }

  it('are kept by no browser and no proxy, whatever the answer', async () => {
    const { cookie } = kim.client
    const asked: [string, number, RequestInit][] = [
      ['/api/patients', 200, {}],
      [`/api/patients/${patient}`, 200, {}],
      ['/api/patients/nothing', 404, {}],
      ['/api/payers/count', 200, {}],
      ['/api/og', 404, {}],
      ['/api/openapi.json', 200, {}],
      ['/api/patients', 400, { method: 'POST', body: '{', headers: json }],
      ['/api/patients', 415, { method: 'POST', body: 'x', headers: { 'content-type': 'x/y' } }],
    ]
    for (const [path, status, init] of asked) {
      const response = await routed(path, { ...init, cookie })
      expect(response.status, path).toBe(status)
      expectStrict(response, path)
    }
    const { graphqlRoute } = await import('@/src/lib/http/graphqlRoute')
    for (const query of [
      '{ Patients { docs { id } } }',
      '{ nothing }',
      '{ __schema { types { name } } }',
    ]) {
      const request = new Request(`${origin}/api/graphql`, {
        method: 'POST',
        headers: { host: 'localhost:3000', ...json },
        body: JSON.stringify({ query }),
      })
      expectStrict(await graphqlRoute(app.config)(request), query)
    }
  })

  it('let a picture of the website be kept, and never the refusal of one', async () => {
    const made = await upload(mo.client, 'media', {
      bytes: await photograph(),
      type: 'image/jpeg',
      name: 'x.jpg',
      fields: { alt: 'The waiting room' },
    })
    const shown = await routed(`/api/media/file/${made.body.doc.filename}`)
    expect(shown.headers.get('cache-control')).toMatch(/^public/)
    expectStrict(await routed('/api/documents/file/x.png'), 'refused')
  })

  it('demand https once the practice is served over it', async () => {
    const { securityHeaders } = await import('@/src/lib/http/securityHeaders')
    for (const zone of ['website', 'portal', 'admin', 'api'] as const) {
      const open = securityHeaders({ zone, nonce: 'n', isHttps: false })
      expect(open['Strict-Transport-Security']).toBeUndefined()
      expect(open['Content-Security-Policy']).not.toContain('upgrade-insecure-requests')
      const closed = securityHeaders({ zone, nonce: 'n', isHttps: true })
      expect(closed['Strict-Transport-Security']).toBe('max-age=63072000; includeSubDomains')
      expect(closed['Content-Security-Policy']).toContain('upgrade-insecure-requests')
    }
  })

  it('allow no script that is not ours, in any zone', async () => {
    const { securityHeaders, zoneOf } = await import('@/src/lib/http/securityHeaders')
    expect(
      ['/', '/api/x', '/portal/api/x', '/portal', '/admin/x', '/staff/welcome', '/apiary'].map(
        zoneOf,
      ),
    ).toEqual(['website', 'api', 'api', 'portal', 'admin', 'portal', 'website'])
    for (const zone of ['website', 'portal', 'admin', 'api'] as const) {
      const policy = securityHeaders({ zone, nonce: 'abc', isHttps: true })[
        'Content-Security-Policy'
      ]
      const directives = (policy ?? '').split('; ')
      const scripts = directives.find((each) => each.startsWith('script-src ')) ?? ''
      expect(scripts).not.toMatch(/unsafe|http|\*/)
      expect(directives).toContain("default-src 'none'")
      expect(directives).toContain("frame-ancestors 'none'")
      expect(directives).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/https?:|\*/)
    }
  })
})

const json = { 'content-type': 'application/json' }

describe('requests from elsewhere', () => {
  const change = (headers: Record<string, string>, body = '{"preferredName":"Changed"}') =>
    routed(`/api/patients/${patient}`, {
      method: 'PATCH',
      cookie: ben.client.cookie,
      headers: { ...json, ...headers },
      body,
    })

  it('arrive as nobody, and change nothing', async () => {
    const before = await read(app, 'patients', patient)
    const tries: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3000.evil.example' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ]
    for (const headers of tries)
      expect((await change(headers)).status, JSON.stringify(headers)).toBe(401)
    const asText = { origin: 'https://evil.example', 'content-type': 'text/plain' }
    expect((await change(asText)).status).toBe(415)
    const posted = await routed(`/api/patients/${patient}?_method=PATCH`, {
      method: 'POST',
      cookie: ben.client.cookie,
      headers: {
        ...json,
        origin: 'https://evil.example',
        'x-http-method-override': 'PATCH',
        'x-payload-http-method-override': 'PATCH',
      },
      body: '{"preferredName":"Changed"}',
    })
    expect(posted.status).toBeGreaterThanOrEqual(400)
    expect(await read(app, 'patients', patient)).toEqual(before)
  })

  it('get no leave to read the answer', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await routed('/api/patients', {
        method,
        cookie: kim.client.cookie,
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
      })
      expect(response.headers.get('access-control-allow-origin'), method).toBeNull()
      expect(response.headers.get('access-control-allow-credentials'), method).toBeNull()
    }
  })
})

describe('the log of the server', () => {
  const word = 'CANARYOFTHELOG'

  it('is read at the end of every test file: a sentence, a patient or a secret in it fails the file', () => {
    const words = ['Ana Silva', 'ana@example.test']
    const fit = '{"level":50,"msg":"A request failed","record":"5f0c"}'
    for (const unfit of [
      '"msg":"CANARY.progress-notes.text.r1."',
      '"name":"Ana Silva"',
      '"to":"ana@example.test"',
      '"cookie":"therapy-staff=0aBcDeFgHiJk"',
      '"key":"tops_s_0aBcDeFgHiJk"',
    ])
      expect(unfitIn([fit, `{${unfit}}`], words), unfit).toEqual([`{${unfit}}`])
  })

  it('names what failed and where, and holds nothing of what was sent', async () => {
    const tries: [string, string, unknown][] = [
      ['POST', '/api/inquiries', { chosenName: word, message: word, email: word }],
      ['PATCH', `/api/patients/${patient}`, { firstName: { [word]: word } }],
      ['PATCH', `/api/patients/${word}`, { firstName: word }],
      ['GET', `/api/patients?where[${word}][equals]=${word}`, undefined],
      ['POST', '/api/auth/staff/login', { email: `${word}@example.test`, password: word }],
      ['POST', '/api/documents', { patient: word, kind: word }],
      ['POST', '/api/graphql', { query: `{ Patients(where: {${word}: 1}) { docs { id } } }` }],
    ]
    for (const [method, path, body] of tries) {
      const init = { method, headers: json, ...(body ? { body: JSON.stringify(body) } : {}) }
      const answer = await ben.client.raw(path, init)
      expect(answer.status, path).toBeLessThan(500)
    }
    // The database repeats in its message what it was given.
    const { updateOne } = app.payload.db
    class DrizzleQueryError extends Error {}
    for (const fault of [
      new DrizzleQueryError(`Failed query: update patients set name = ?\nparams: ${word}`, {
        cause: new Error(`dup key: { name: "${word}" }`),
      }),
      Object.assign(new Error(`E12345 dup key: { name: "${word}" }`), { code: word.repeat(9) }),
    ]) {
      app.payload.db.updateOne = () => Promise.reject(fault)
      const answer = await ben.client.patch(`/api/patients/${patient}`, { firstName: word })
      expect(answer.status).toBe(500)
      expect(JSON.stringify(answer.body)).not.toContain(word)
    }
    app.payload.db.updateOne = updateOne
    app.payload.logger.error(new Error(word))
    app.payload.logger.error({ err: new Error(word) })
    app.payload.logger.error({ err: new Error(word) }, 'with words')

    const log = app.log.lines().join('')
    expect(log).toContain('DrizzleQueryError < Error')
    expect(log).toMatch(/at .*\.ts/)
    expect(log).toContain('with words')
    expect(log).not.toContain(word)
    expect(log).not.toContain('Silva')
  })
})

describe('cookies', () => {
  it('are out of the reach of scripts, other sites and, over https, plain connections', async () => {
    const answer = await clientOf(app).post('/api/auth/staff/login', {
      email: kim.email,
      password: (await import('@/tests/support/client')).testPassword,
    })
    const line = answer.headers.get('set-cookie') ?? ''
    expect(line).toMatch(/HttpOnly/)
    expect(line).toMatch(/SameSite=(Lax|Strict)/)
    expect(line).not.toMatch(/Domain=/)
    expect(JSON.stringify(answer.body)).not.toContain(line.split(/[=;]/)[1])
    vi.resetModules()
    vi.stubEnv('SERVER_URL', 'https://clinic.example')
    const { endedCookie, sessionCookie } = await import('@/access/session/cookies')
    for (const surface of ['staff', 'portal'] as const) {
      expect(sessionCookie(surface, 'x')).toMatch(/; Secure/)
      expect(endedCookie(surface)).toMatch(/; Secure/)
    }
    expect(sessionCookie('portal', 'x')).toContain('Path=/portal;')
    vi.unstubAllEnvs()
    vi.resetModules()
  })
})
