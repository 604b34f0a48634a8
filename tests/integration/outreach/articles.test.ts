import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Client, clientOf } from '@/tests/support/client'
import { insert, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let mo: Person
let kim: Person
let anyone: Client

beforeAll(async () => {
  app = await bootApp()
  mo = await makeStaff(app, 'Mo', ['marketing'])
  kim = await makeStaff(app, 'Kim', ['clinician'], { caseloadCap: 5 })
  anyone = clientOf(app)
})

afterAll(() => app.stop())

type Made = { id: string; slug: string }

const publish = async (slug: string, data: Record<string, unknown>): Promise<Made> => {
  const answer = await mo.client.post(`/api/${slug}`, { ...data, _status: 'published' })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.doc
}

const save = async (slug: string, id: string, data: Record<string, unknown>): Promise<void> => {
  const isDraft = data['_status'] === 'draft'
  const answer = await mo.client.patch(`/api/${slug}/${id}${isDraft ? '?draft=true' : ''}`, data)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** Where a visitor is led from an address now. */
const leadsTo = async (from: string): Promise<string | null> => {
  const { body } = await anyone.get(`/api/redirects?where[oldPath][equals]=${from}`)
  return body.docs[0]?.newPath ?? null
}

const redirect = (from: string, to: string, more: Record<string, unknown> = {}) =>
  mo.client.post('/api/redirects', { oldPath: from, newPath: to, ...more })

const sentence = (answer: { body: { errors: { message: string }[] } }): string =>
  answer.body.errors.map(({ message }) => message).join(' ')

describe('articles', () => {
  it('are written by marketing in drafts and read by everybody once they are published', async () => {
    const made = await mo.client.post('/api/posts?draft=true', {
      title: 'Canary draft article',
      summary: 'x',
      _status: 'draft',
    })
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    for (const client of [anyone, kim.client]) {
      expect((await client.get(`/api/posts/${id}?draft=true`)).status).toBe(404)
      expect(JSON.stringify((await client.get('/api/posts?draft=true')).body)).not.toContain(
        'Canary',
      )
    }
    await save('posts', id, { _status: 'published' })
    expect((await anyone.get(`/api/posts/${id}`)).body.title).toBe('Canary draft article')
    await save('posts', id, { _status: 'draft', title: 'Not yet' })
    await mo.client.patch(`/api/posts/${id}`, { _status: 'draft' })
    expect((await anyone.get(`/api/posts/${id}`)).status).toBe(404)
    expect((await kim.client.post('/api/posts', { title: 'x', summary: 'x' })).status).toBe(403)
    expect((await anyone.post('/api/posts', { title: 'x', summary: 'x' })).status).toBe(401)
  })

  it('carry the day on which they became public, and keep it', async () => {
    const draft = await mo.client.post('/api/posts?draft=true', {
      title: 'When',
      summary: 'x',
      _status: 'draft',
    })
    expect(draft.body.doc.publishedOn ?? null).toBeNull()
    const { id } = draft.body.doc
    await save('posts', id, { _status: 'published' })
    const day = (await anyone.get(`/api/posts/${id}`)).body.publishedOn
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
    await save('posts', id, { publishedOn: '2026-02-03', _status: 'published' })
    await save('posts', id, { summary: 'y', _status: 'published' })
    expect((await anyone.get(`/api/posts/${id}`)).body.publishedOn).toBe('2026-02-03')
  })

  it('R105 keep the author’s name when the profile leaves the directory, and nothing else of it', async () => {
    await insert(app, 'credentials', {
      staff: kim.id,
      kind: 'license',
      state: 'OR',
      number: 'L1',
      expiresOn: '2999-01-01',
      verifiedAt: '2026-01-05T00:00:00.000Z',
    })
    const profile = await publish('therapist-profiles', {
      staff: kim.id,
      displayName: 'Kim Alvarez',
      credentials: 'LCSW',
      summary: 'Canary-Summary',
      isAccepting: true,
    })
    const post = await publish('posts', { title: 'Signed', summary: 'x', author: profile.id })
    const read = async () => (await anyone.get(`/api/posts/${post.id}?depth=1`)).body
    expect(await read()).toMatchObject({
      byline: 'Kim Alvarez, LCSW',
      author: { displayName: 'Kim Alvarez', slug: 'kim-alvarez' },
    })
    await save('therapist-profiles', profile.id, { isAccepting: false, _status: 'published' })
    const later = await read()
    expect(later.byline).toBe('Kim Alvarez, LCSW')
    expect(JSON.stringify(later)).not.toContain('Canary-Summary')
  })

  it('R100 hold no code of anybody’s', async () => {
    const answer = await mo.client.post('/api/posts', {
      title: 'Tracked',
      summary: '<script src="https://t.example/x.js"></script>',
      _status: 'published',
    })
    expect(answer.status).toBe(422)
    expect(sentence(answer)).toContain('Tracking is off')
  })
})

describe('redirects', () => {
  it('are left behind by every kind of published record that gets another address', async () => {
    const kinds = [
      ['pages', '/pages', { title: 'Old name' }],
      ['services', '/services', { title: 'Old name', summary: 'x' }],
      ['posts', '/posts', { title: 'Old name', summary: 'x' }],
    ] as const
    for (const [slug, root, data] of kinds) {
      const { id } = await publish(slug, data)
      await save(slug, id, { slug: 'new-name', _status: 'published' })
      expect(await leadsTo(`${root}/old-name`), slug).toBe(`${root}/new-name`)
    }
    const [profile] = (await mo.client.get('/api/therapist-profiles')).body.docs
    // The therapist changes the own profile, without a right to write redirects.
    const own = await kim.client.patch(`/api/therapist-profiles/${profile.id}`, {
      slug: 'kim-a',
      _status: 'published',
    })
    expect(own.status).toBe(200)
    expect(await leadsTo('/therapists/kim-alvarez')).toBe('/therapists/kim-a')
  })

  it('wait until the new address is published, and follow it back', async () => {
    const { id } = await publish('pages', { title: 'Moving', slug: 'moving' })
    await save('pages', id, { slug: 'moved', _status: 'draft' })
    expect(await leadsTo('/pages/moving')).toBeNull()
    await save('pages', id, { title: 'Moving on', _status: 'draft' })
    await save('pages', id, { _status: 'published' })
    expect((await anyone.get(`/api/pages/${id}`)).body.slug).toBe('moved')
    expect(await leadsTo('/pages/moving')).toBe('/pages/moved')
    await save('pages', id, { slug: 'moving', _status: 'published' })
    expect(await leadsTo('/pages/moving')).toBeNull()
    expect(await leadsTo('/pages/moved')).toBe('/pages/moving')
    await save('pages', id, { slug: 'moved', _status: 'published' })
    expect(await leadsTo('/pages/moving')).toBe('/pages/moved')
    expect(await leadsTo('/pages/moved')).toBeNull()
  })

  it('are not made for pages that were never public', async () => {
    const made = await mo.client.post('/api/pages?draft=true', {
      title: 'Secret plan',
      _status: 'draft',
    })
    await save('pages', made.body.doc.id, { slug: 'open-plan', _status: 'published' })
    expect(await leadsTo('/pages/secret-plan')).toBeNull()
  })

  it('do not go round in a circle, however long', async () => {
    expect((await redirect('/a', '/b')).status).toBe(201)
    expect((await redirect('/b', '/c/')).status).toBe(201)
    const closing = await redirect('/C', '/a?utm_source=old#top')
    expect(closing.status).toBe(400)
    expect(sentence(closing)).toContain('/c → /a → /b → /c')
    expect((await redirect('/self', '/self')).status).toBe(400)
    const off = await redirect('/c', '/a', { isActive: false })
    expect(off.status).toBe(201)
    const turnedOn = await mo.client.patch(`/api/redirects/${off.body.doc.id}`, { isActive: true })
    expect(turnedOn.status).toBe(400)
    const turned = await mo.client.graphql(
      `mutation { updateRedirect(id: "${off.body.doc.id}", data: { isActive: true }) { id } }`,
    )
    expect(JSON.stringify(turned.body)).toContain('round in a circle')
    expect((await redirect('/c', '/fees')).status).toBe(400)
    const mended = await mo.client.patch(`/api/redirects/${off.body.doc.id}`, {
      newPath: '/fees',
      isActive: true,
    })
    expect(mended.status).toBe(200)
  })

  it('lead away from nothing that is there, and to nobody else’s site', async () => {
    await publish('pages', { title: 'Here', slug: 'here' })
    const taken = await redirect('/pages/here', '/fees')
    expect(taken.status).toBe(400)
    expect(sentence(taken)).toContain('published page at /pages/here')
    for (const from of ['/', '/fees', '/admin/x', '/api/pages', '/portal', '//x', '/x?y=1', 'x'])
      expect((await redirect(from, '/fees')).status, from).toBe(400)
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil',
      '/api/x',
      'javascript:1',
    ])
      expect((await redirect('/gone', to)).status, to).toBe(400)
  })

  it('are written by marketing alone and shown to nobody outside while they are off', async () => {
    expect(
      (await kim.client.post('/api/redirects', { oldPath: '/x', newPath: '/fees' })).status,
    ).toBe(403)
    expect((await anyone.post('/api/redirects', { oldPath: '/x', newPath: '/fees' })).status).toBe(
      401,
    )
    const off = await redirect('/hidden-plan', '/fees', { isActive: false })
    expect((await anyone.get(`/api/redirects/${off.body.doc.id}`)).status).toBe(404)
    expect(await leadsTo('/hidden-plan')).toBeNull()
    expect((await mo.client.delete(`/api/redirects/${off.body.doc.id}`)).status).toBe(200)
  })
})
