import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Cast, makeCast, secretWord } from '@/tests/support/cast'
import { type Answer, clientOf } from '@/tests/support/client'
import { insert, makePatient, read } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let cast: Cast

beforeAll(async () => {
  app = await bootApp()
  cast = await makeCast(app)
  await makePatient(app, 'Cam', secretWord)
})

afterAll(() => app.stop())

const expectPlainRefusal = (answer: Answer, what: string): void => {
  expect(
    answer.status,
    `${what} ${JSON.stringify(answer.body).slice(0, 200)}`,
  ).toBeGreaterThanOrEqual(400)
  expect(answer.status, what).toBeLessThan(500)
  expect(JSON.stringify(answer.body), what).not.toContain(secretWord)
}

describe('input', () => {
  it('T100 with operators opens no account and answers no filter', async () => {
    const operators = [
      { $gt: '' },
      { $ne: null },
      { $regex: '.*' },
      { $where: '1' },
      ['x'],
      true,
      1,
    ]
    for (const value of operators) {
      const tries: [string, Record<string, unknown>][] = [
        ['/api/auth/staff/login', { email: value, password: value }],
        ['/api/auth/staff/login', { email: cast.kim.email, password: value }],
        ['/api/auth/portal/login', { email: value, password: 'x' }],
        ['/api/auth/staff/accept', { token: value, password: 'nine slow barges under fog' }],
      ]
      for (const [path, body] of tries) {
        const answer = await clientOf(app, { 'x-forwarded-for': '203.0.113.4' }).post(path, body)
        expectPlainRefusal(answer, `${path} ${JSON.stringify(body)}`)
        expect(answer.headers.get('set-cookie')).toBeNull()
      }
    }
    for (const operator of ['$gt', '$ne', '$where', '$regex', 'constructor']) {
      const answer = await cast.ben.client.get(`/api/patients?where[lastName][${operator}]=a`)
      expect(answer.status, operator).toBe(400)
    }
    expect((await cast.ben.client.get('/api/patients?where[$where]=sleep(1000)')).status).toBe(400)
    expect(
      (await cast.ben.client.get('/api/patients?where[$or][0][lastName][equals]=x')).status,
    ).toBe(400)
  })

  it('T101 with an object for a value is refused as a value', async () => {
    const questions = [
      'where[lastName][equals][$gt]=',
      'where[lastName][equals][x]=y',
      'where[lastName][like][$regex]=.*',
      'where[id][equals][$ne]=x',
      'where[id][in][0][$gt]=',
      'where[dateOfBirth][equals][a][b][c]=1',
      'where[isSelfPay][equals][$ne]=true',
    ]
    for (const question of questions) {
      const answer = await cast.ben.client.get(`/api/patients?${question}`)
      expect(answer.status, `${question} ${JSON.stringify(answer.body).slice(0, 150)}`).toBe(400)
    }
    const graph = await cast.ben.client.graphql(
      '{ Patients(where: { lastName: { equals: { a: 1 } } }) { docs { id } } }',
    )
    expect(graph.body.data?.Patients ?? null).toBeNull()
  })

  it('T102 with keys of prototypes changes one record at most, and no object besides', async () => {
    const before = await read(app, 'patients', cast.ana)
    const raw = (text: string) =>
      cast.ben.client.raw(`/api/patients/${cast.ana}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: text,
      })
    const bodies = [
      '{"__proto__":{"isOwner":true,"roles":["owner"]}}',
      '{"constructor":{"prototype":{"isOwner":true}}}',
      '{"city":{"__proto__":{"isOwner":true}}}',
      '{"_override":{"__proto__":{"isOwner":true}}}',
    ]
    for (const body of bodies) expect((await raw(body)).status, body).toBeLessThan(500)
    const questions = [
      'where[__proto__][isOwner]=true',
      'where[constructor][prototype][isOwner]=true',
      '__proto__[isOwner]=true',
      'select[__proto__]=true',
      'populate[__proto__][isOwner]=true',
    ]
    for (const question of questions)
      expect((await cast.ben.client.get(`/api/patients?${question}`)).status, question).toBe(400)
    expect(({} as Record<string, unknown>)['isOwner']).toBeUndefined()
    const after = await read(app, 'patients', cast.ana)
    expect([after['city'], after['roles']]).toEqual([before['city'], undefined])
  })

  it('T103 with statements of the database finds nothing and breaks nothing', async () => {
    const statements = [
      "' OR 1=1 --",
      "x' UNION SELECT password_hash FROM staff --",
      '"; DROP TABLE patients; --',
      "') OR json_extract(sealed, '$') IS NOT NULL --",
      '\\',
      '\u0000',
      '}} { $where: 1 }',
      "$.*'",
      '%27%20OR%201',
    ]
    const rows = (await rowsOf(app, 'patients')).length
    const columns = ['lastName', 'searchText', 'displayName']
    for (const statement of statements) {
      const value = encodeURIComponent(statement)
      for (const column of columns)
        for (const operator of ['equals', 'like', 'contains', 'in', 'not_equals']) {
          const answer = await cast.ben.client.get(
            `/api/patients?where[${column}][${operator}]=${value}`,
          )
          expect(answer.status, `${column} ${operator} ${statement}`).toBeLessThan(500)
          if (answer.status === 200 && operator !== 'not_equals')
            expect(answer.body.totalDocs, `${column} ${operator} ${statement}`).toBe(0)
        }
      for (const path of [
        `sort=${value}`,
        `where[${value}][equals]=1`,
        `where[lastName][${value}]=1`,
        `select[${value}]=true`,
      ])
        expect((await cast.ben.client.get(`/api/patients?${path}`)).status, path).toBeLessThan(500)
      const rich = [
        `where[bio.root][like]=${value}`,
        `where[bio.root.children.text][like]=${value}`,
        `where[bio][contains]=${value}`,
      ]
      for (const path of rich)
        expect(
          (await cast.mo.client.get(`/api/therapist-profiles?${path}`)).status,
          path,
        ).toBeLessThan(500)
    }
    expect(await rowsOf(app, 'patients')).toHaveLength(rows)
    expect((await rowsOf(app, 'staff')).length).toBeGreaterThan(8)
  })
})

describe('a rich text', () => {
  const link = (url: string) => ({
    root: {
      type: 'root',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: [
        {
          type: 'paragraph',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          textFormat: 0,
          children: [
            {
              type: 'link',
              version: 3,
              direction: null,
              format: '',
              indent: 0,
              fields: { linkType: 'custom', url, newTab: false },
              children: [
                {
                  type: 'text',
                  version: 1,
                  text: 'Read on',
                  detail: 0,
                  format: 0,
                  mode: 'normal',
                  style: '',
                },
              ],
            },
          ],
        },
      ],
    },
  })

  it('T097 keeps no link that is script, and is shown without any', async () => {
    const evil = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
      'java\tscript:alert(1)',
    ]
    const { renderToStaticMarkup } = await import('react-dom/server')
    const { RichProse } = await import('@/src/components/website/parts/RichProse')
    for (const [index, url] of evil.entries()) {
      const profile = {
        displayName: `Profile ${index}`,
        slug: `profile-${index}`,
        staff: cast.kim.id,
        bio: link(url),
        _status: 'published',
        _override: [{ rule: 'R100', reason: 'Because I say so, as the owner.' }],
      }
      for (const { client } of [cast.mo, cast.rosa]) {
        const answer = await client.post('/api/therapist-profiles', profile)
        const said = JSON.stringify(answer.body)
        expect([400, 422], `${url} ${said.slice(0, 200)}`).toContain(answer.status)
        expect(said, url).toMatch(/bio|R100/)
      }
      const shown = renderToStaticMarkup(
        RichProse({ body: link(url), visit: { landing: '/' } as never }),
      ) // where a visit began
      expect(shown, url).toContain('Read on')
      expect(shown, url).not.toMatch(/<a|href|script:/i)
    }
    const good = await cast.mo.client.post('/api/therapist-profiles', {
      displayName: 'Profile',
      slug: 'profile',
      staff: cast.kim.id,
      bio: link('https://988lifeline.org'),
      _status: 'published',
    })
    expect(good.status, JSON.stringify(good.body).slice(0, 300)).toBe(201)
    for (const href of evil) {
      const block = {
        blockType: 'callout',
        tone: 'info',
        heading: 'x',
        text: 'x',
        linkLabel: 'x',
        linkHref: href,
      }
      const page = await cast.mo.client.post('/api/pages', {
        title: `Page ${href}`,
        layout: [block],
        _status: 'published',
      })
      expect([400, 422], href).toContain(page.status)
      expect(JSON.stringify(page.body), href).toMatch(/linkHref|R100/)
    }
  })
})

describe('too much', () => {
  it('T104 takes no time to match: a pattern is text', async () => {
    await insert(app, 'patients', {
      firstName: 'A',
      lastName: `${'a'.repeat(200)}!`,
      displayName: 'A',
      searchText: `${'a'.repeat(200)}!`,
    })
    const patterns = ['(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*a){25}', `${'a'.repeat(500)}b`]
    for (const pattern of patterns) {
      // The processor's time, not the clock's: others may be at work on the machine.
      const before = process.cpuUsage()
      const answer = await cast.ben.client.get(
        `/api/patients?where[searchText][like]=${encodeURIComponent(pattern)}`,
      )
      expect(answer.status).toBeLessThan(500)
      await cast.kim.client.post('/api/progress-notes/find-words', { words: pattern.slice(0, 200) })
      await cast.anonymous.post('/api/auth/staff/login', {
        email: `${'a'.repeat(5000)}@${'a.'.repeat(2000)}`,
        password: 'x',
      })
      await cast.ben.client.post('/api/patients', {
        firstName: 'A',
        lastName: 'B',
        email: `${'a.'.repeat(5000)}@x`,
        phone: '1-'.repeat(5000),
      })
      expect(process.cpuUsage(before).user / 1000, pattern).toBeLessThan(4000)
    }
  })

  it('T105 is refused before it costs anything: size, depth and conditions', async () => {
    const large = JSON.stringify({ city: 'x'.repeat(1_200_000) })
    const json = { 'content-type': 'application/json' }
    const patch = (body: string, headers: Record<string, string> = {}) =>
      cast.ben.client.raw(`/api/patients/${cast.ana}`, {
        method: 'PATCH',
        headers: { ...json, ...headers },
        body,
      })
    expect((await patch(large)).status).toBe(413)
    expect((await patch('{}', { 'content-length': '99999999' })).status).toBe(413)
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    expect((await patch(deep)).status).toBe(400)
    expect((await patch(`{"city":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).status).toBe(400)
    const ors = Array.from(
      { length: 3000 },
      (_, index) => `where[or][${index}][city][equals]=x`,
    ).join('&')
    expect([400, 414]).toContain((await cast.ben.client.get(`/api/patients?${ors}`)).status)
    const some = Array.from(
      { length: 100 },
      (_, index) => `where[or][${index}][city][equals]=x`,
    ).join('&')
    expect((await cast.ben.client.get(`/api/patients?${some}`)).status).toBe(400)
    const nested = `where${'[and][0]'.repeat(12)}[city][equals]=x`
    expect((await cast.ben.client.get(`/api/patients?${nested}`)).status).toBe(400)
    const bottomless = `{ ${'a { '.repeat(100_000)} b ${'} '.repeat(100_000)} }`
    expect((await cast.ben.client.graphql(bottomless)).status).toBe(400)
    const graph = `{ Patients { docs { ${'primaryClinician { '.repeat(30)}id${' }'.repeat(30)} } } }`
    expect((await cast.ben.client.graphql(graph)).status).toBe(400)
    expect(
      (
        await cast.ben.client.raw('/api/patients', {
          method: 'POST',
          headers: { 'content-type': 'x/y' },
          body: 'x',
        })
      ).status,
    ).toBe(415)
  })

  it('T106 is not harvested at once: lists have an end and reach two records deep', async () => {
    for (const question of ['limit=0', 'limit=-1', 'limit=100000', 'limit=1e9', 'limit=x'])
      expect((await cast.ben.client.get(`/api/patients?${question}`)).status, question).toBe(400)
    const all = await cast.ben.client.get('/api/patients?pagination=false')
    expect([all.status, all.body.docs.length <= 1000]).toEqual([200, true])
    const first = await cast.ben.client.get('/api/appointments?depth=10')
    expect(first.status).toBe(200)
    expect(app.config.maxDepth).toBeLessThanOrEqual(3)
    expect(
      (await cast.ben.client.graphql('{ Patients(limit: 0) { docs { id } } }')).body.data
        ?.Patients ?? null,
    ).toBeNull()
    const seen = { actorId: cast.ben.id, collectionSlug: 'patients', outcome: 'seen' }
    expect((await rowsOf(app, 'audit-events', seen)).length).toBeGreaterThan(0)
  })
})
