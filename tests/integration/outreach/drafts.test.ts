import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let mo: Person
let kim: Person
let anyone: Client

const canary = 'Canary-Draft-Text'

const newPage = async (title: string, more: Record<string, unknown> = {}): Promise<string> => {
  const isPublished = more['_status'] === 'published'
  const answer = await mo.client.post(`/api/pages${isPublished ? '' : '?draft=true'}`, {
    title,
    layout: [{ blockType: 'callout', tone: 'info', text: canary }],
    _status: 'draft',
    ...more,
  })
  expect(answer.status).toBe(201)
  return answer.body.doc.id
}

beforeAll(async () => {
  app = await bootApp()
  mo = await makeStaff(app, 'Mo', ['marketing'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  anyone = clientOf(app)
})

afterAll(() => app.stop())

const seenBy = async (client: Client, id: string): Promise<string> => {
  const paths = [
    '/api/pages',
    '/api/pages?draft=true',
    '/api/pages?where[_status][equals]=draft',
    '/api/pages?where[_status][equals]=draft&draft=true',
    `/api/pages?where[id][equals]=${id}&draft=true&depth=2`,
    `/api/pages/${id}`,
    `/api/pages/${id}?draft=true`,
    `/api/pages/versions?where[parent][equals]=${id}`,
  ]
  const answers = await Promise.all(paths.map((path) => client.get(path)))
  const graphql = await Promise.all([
    client.graphql(
      '{ Pages(draft: true) { docs { id title layout { ... on CalloutBlock { text } } } } }',
    ),
    client.graphql(`{ Page(id: "${id}", draft: true) { id title } }`),
    client.graphql('{ versionsPages { docs { id version { title } } } }'),
  ])
  return JSON.stringify([...answers, ...graphql].map(({ body }) => body))
}

describe('drafts', () => {
  it('are seen by those who write them and by nobody outside, at any door', async () => {
    const id = await newPage('Unfinished canary page')
    expect((await mo.client.get(`/api/pages/${id}?draft=true`)).body.title).toBe(
      'Unfinished canary page',
    )
    for (const client of [anyone, kim.client]) {
      const seen = await seenBy(client, id)
      expect(seen).not.toContain('Unfinished canary page')
      expect(seen).not.toContain(canary)
    }
    expect((await anyone.get('/api/pages/count?where[_status][equals]=draft')).body.totalDocs).toBe(
      0,
    )
    const local = asUser(await createLocalReq({}, app.payload))
    expect((await local.find({ collection: 'pages', draft: true })).docs).toEqual([])
  })

  it('do not show through a page that is already public', async () => {
    const id = await newPage('Public page', { _status: 'published', layout: [] })
    const changed = await mo.client.patch(`/api/pages/${id}?draft=true`, {
      title: 'Rewritten canary',
      layout: [{ blockType: 'callout', tone: 'info', text: canary }],
      _status: 'draft',
    })
    expect(changed.status).toBe(200)
    expect((await anyone.get(`/api/pages/${id}`)).body.title).toBe('Public page')
    const seen = await seenBy(anyone, id)
    expect(seen).toContain('Public page')
    expect(seen).not.toContain('Rewritten canary')
    expect(seen).not.toContain(canary)
    await mo.client.patch(`/api/pages/${id}`, { title: 'Rewritten canary', _status: 'published' })
    expect((await anyone.get(`/api/pages/${id}`)).body.title).toBe('Rewritten canary')
  })

  it('keep their history to those who may read it', async () => {
    const id = await newPage('With a history', { _status: 'published' })
    await mo.client.patch(`/api/pages/${id}`, {
      title: 'With a longer history',
      _status: 'published',
    })
    const history = await mo.client.get(`/api/pages/versions?where[parent][equals]=${id}`)
    expect(history.body.docs.length).toBeGreaterThanOrEqual(2)
    const first = history.body.docs.at(-1).id
    expect((await anyone.get(`/api/pages/versions/${first}`)).status).toBe(401)
    expect((await kim.client.get(`/api/pages/versions/${first}`)).status).toBe(403)
    expect((await kim.client.post(`/api/pages/versions/${first}`)).status).toBeGreaterThanOrEqual(
      403,
    )
    expect((await mo.client.post(`/api/pages/versions/${first}`)).status).toBe(200)
    expect((await mo.client.get(`/api/pages/${id}`)).body.title).toBe('With a history')
  })

  it('have no door for copies and no bulk edit', async () => {
    const id = await newPage('Alone', { _status: 'published' })
    expect((await mo.client.post(`/api/pages/${id}/duplicate`)).status).toBe(404)
    await mo.client.patch(`/api/pages?where[id][equals]=${id}`, { title: 'Changed in bulk' })
    expect((await mo.client.get(`/api/pages/${id}`)).body.title).toBe('Alone')
  })
})

describe('what pages hold', () => {
  it('gets an address from its name, once', async () => {
    const made = await mo.client.post('/api/services', {
      title: 'Ánxiety & Stress',
      summary: 'x',
      _status: 'published',
    })
    expect(made.body.doc.slug).toBe('anxiety-stress')
    const again = await mo.client.post('/api/services', {
      title: 'Anxiety stress',
      summary: 'x',
      _status: 'published',
    })
    expect(again.status).toBe(400)
    const odd = await mo.client.post('/api/services', {
      title: 'x',
      slug: 'a b',
      summary: 'x',
      _status: 'published',
    })
    expect(odd.body.errors[0].message).toContain('small letters')
  })

  it('refuses links that are none', async () => {
    const answer = await mo.client.post('/api/pages', {
      title: 'Linked',
      layout: [
        { blockType: 'hero', heading: 'x', primaryLabel: 'Go', primaryHref: '//evil.example' },
      ],
      _status: 'published',
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].message).toContain('/contact')
  })

  it('keeps blocks of every kind as they were written', async () => {
    const layout = [
      { blockType: 'hero', heading: 'Hello', illustration: 'harbor' },
      {
        blockType: 'steps',
        heading: 'Steps',
        steps: [
          { title: 'One', text: 'a' },
          { title: 'Two', text: 'b' },
        ],
      },
      { blockType: 'fees', rows: [{ label: 'Session', minutes: 50, amountCents: 18000 }] },
      { blockType: 'faq', items: [{ question: 'Why?', answer: 'Because.' }] },
      { blockType: 'therapists', specialty: 'anxiety', limit: 3 },
      { blockType: 'locations' },
      { blockType: 'services' },
      { blockType: 'contact' },
    ]
    const id = await newPage('All blocks', { layout, _status: 'published' })
    const read = (await anyone.get(`/api/pages/${id}`)).body
    expect(read.layout).toMatchObject(layout)
  })
})

describe('pictures', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )

  const upload = (
    client: Client,
    { name, type, bytes, alt }: { name: string; type: string; bytes: Buffer; alt?: string },
  ) => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name, { type }))
    form.set('_payload', JSON.stringify(alt ? { alt } : {}))
    return client.raw('/api/media', { method: 'POST', body: form })
  }

  it('get a name that says nothing, and need words for those who cannot see them', async () => {
    const made = await upload(mo.client, {
      name: 'kim-at-home.png',
      type: 'image/png',
      bytes: png,
      alt: 'A chair',
    })
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
    if (!made.body.doc) throw new Error(JSON.stringify(made.body))
    expect(made.body.doc.filename).toMatch(/^[\w-]{20}\.png$/)
    const file = await anyone.get(`/api/media/file/${made.body.doc.filename}`)
    expect(file.status).toBe(200)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    const wordless = await upload(mo.client, { name: 'a.png', type: 'image/png', bytes: png })
    expect(wordless.status).toBe(400)
  })

  it('are pictures: no pages, scripts or drawings with scripts', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
    for (const [name, type] of [
      ['a.svg', 'image/svg+xml'],
      ['a.html', 'text/html'],
      ['a.png', 'image/png'],
    ] as const) {
      expect((await upload(mo.client, { name, type, bytes: svg, alt: 'x' })).status).toBe(400)
    }
    expect(
      (await upload(anyone, { name: 'a.png', type: 'image/png', bytes: png, alt: 'x' })).status,
    ).toBe(401)
    expect(
      (await upload(kim.client, { name: 'a.png', type: 'image/png', bytes: png, alt: 'x' })).status,
    ).toBe(403)
  })
})
