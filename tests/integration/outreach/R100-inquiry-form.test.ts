import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asUser } from '@/access/asSystem'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { formTimes, issueFormToken } from '@/src/lib/website/formToken'
import { forgetRates } from '@/src/lib/website/rateLimit'
import { inquiryFormName, type TakenInquiry, takeInquiry } from '@/src/lib/website/takeInquiry'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { insert, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let mo: Person
let rosa: Person
let service: string
let payer: string
let draft: string

const own = {
  origin: 'http://localhost:3000',
  host: 'localhost:3000',
  'x-forwarded-for': '203.0.113.7',
}

beforeAll(async () => {
  app = await bootApp()
  mo = await makeStaff(app, 'Mo', ['marketing'])
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  const made = await mo.client.post('/api/services', {
    title: 'Anxiety therapy',
    summary: 'x',
    _status: 'published',
  })
  service = made.body.doc.id
  const hidden = await mo.client.post('/api/services?draft=true', {
    title: 'Not yet',
    summary: 'x',
    _status: 'draft',
  })
  draft = hidden.body.doc.id
  payer = await insert(app, 'payers', { name: 'Aetna', payerId: '60054', isActive: true })
})

afterAll(() => app.stop())

beforeEach(() => forgetRates())

const tokenShown = (msAgo: number): string =>
  issueFormToken({
    secret: app.payload.secret,
    form: inquiryFormName,
    now: new Date(clock.wall().getTime() - msAgo),
  })

const good = (): Record<string, string> => ({
  formToken: tokenShown(60_000),
  chosenName: 'Ana',
  lastName: 'Silva',
  email: 'ana@example.test',
  state: 'OR',
  notEmergency: 'on',
  message: 'Canary-Message, I do not sleep.',
})

const send = async (
  fields: Record<string, string>,
  headers: Record<string, string> = own,
): Promise<TakenInquiry> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const req = await createLocalReq({ context: { surface: 'website' } }, app.payload)
  return takeInquiry(req, {
    form,
    headers: new Headers(headers),
    offered: { services: [service, draft], payers: [payer] },
    attempt: 0,
    phone: '503-555-0140',
  })
}

const inquiries = async (): Promise<Record<string, unknown>[]> => {
  const { docs } = await app.payload.db.find<StoredRow>({
    collection: 'inquiries',
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  })
  return docs
}

const noticeOf = (taken: TakenInquiry): string =>
  taken.kind === 'again' ? taken.state.notice : 'taken'

describe('R100 the contact form', () => {
  it('makes one inquiry with its first-touch source, and keeps the message encrypted', async () => {
    const taken = await send({
      ...good(),
      service,
      payer,
      format: 'video',
      mayEmail: 'on',
      utm_source: 'Google',
      utm_medium: 'cpc',
      utm_campaign: 'spring',
      landing: '/services/anxiety-therapy',
    })
    expect(taken).toEqual({ kind: 'taken' })
    const [row] = await inquiries()
    expect(row).toMatchObject({
      chosenName: 'Ana',
      status: 'new',
      source: 'google',
      utmMedium: 'cpc',
      utmCampaign: 'spring',
      landingPage: '/services/anxiety-therapy',
      service,
      payer,
      format: 'video',
      mayEmail: true,
      mayText: false,
      isSuspectedSpam: false,
    })
    expect(JSON.stringify(row)).not.toContain('Canary-Message')
    const seen = await rosa.client.get(`/api/inquiries/${row?.['id']}`)
    expect(seen.body.message).toContain('Canary-Message')
  })

  it('makes one inquiry however often the same form is sent, also at once', async () => {
    const before = (await inquiries()).length
    const fields: Record<string, string> = { ...good(), email: 'twice@example.test' }
    await Promise.all([1, 2, 3, 4, 5].map(() => send(fields)))
    await send(fields)
    expect((await inquiries()).length).toBe(before + 1)
    const other = await send({ ...fields, message: 'Something else' })
    expect(noticeOf(other)).toContain('You sent this form already')
    expect(other).toMatchObject({ state: { values: { message: 'Something else' } } })
    expect(other.kind === 'again' && other.state.token).not.toBe(fields['formToken'])
    expect((await inquiries()).length).toBe(before + 1)
  })

  it('gives back everything that was typed with a sentence per field', async () => {
    const before = (await inquiries()).length
    const taken = await send({ ...good(), email: 'ana@', isMinor: 'on', notEmergency: '' })
    expect(taken).toMatchObject({
      kind: 'again',
      state: {
        values: { email: 'ana@', isMinor: 'on', message: 'Canary-Message, I do not sleep.' },
        attempt: 1,
      },
    })
    const errors = taken.kind === 'again' ? taken.state.errors : {}
    expect(Object.keys(errors).sort()).toEqual(['email', 'guardianName', 'notEmergency'])
    expect((await inquiries()).length).toBe(before)
  })

  it('is not taken from another site', async () => {
    const before = (await inquiries()).length
    const foreign: Record<string, string>[] = [
      { ...own, origin: 'https://evil.example' },
      { ...own, origin: 'null' },
      { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' },
      { host: 'localhost:3000' },
    ]
    for (const headers of foreign) {
      expect(noticeOf(await send(good(), headers))).toContain('another site')
    }
    expect((await inquiries()).length).toBe(before)
    expect(await send(good(), { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' })).toEqual(
      { kind: 'taken' },
    )
  })

  it('wants a form that was shown at least three seconds and at most two hours ago', async () => {
    const before = (await inquiries()).length
    const fast = tokenShown(1_000)
    const tooFast = await send({ ...good(), formToken: fast })
    expect(noticeOf(tooFast)).toContain('very quick')
    expect(tooFast.kind === 'again' && tooFast.state.token).toBe(fast)
    for (const formToken of [tokenShown(formTimes.maximumMs + 1_000), 'made.up.token', '']) {
      const stale = await send({ ...good(), formToken })
      expect(noticeOf(stale)).toContain('two hours')
      expect(stale.kind === 'again' && stale.state.token).not.toBe(formToken)
    }
    expect((await inquiries()).length).toBe(before)
  })

  it('keeps what a machine wrote and marks it', async () => {
    const marked: Record<string, string>[] = [
      { companyUrl: 'https://spam.example' },
      { message: 'http://a.example http://b.example http://c.example' },
      { chosenName: 'Win at casino.xyz' },
      { email: 'x@mailinator.com' },
    ]
    for (const more of marked) {
      forgetRates()
      expect(await send({ ...good(), formToken: tokenShown(60_000), ...more })).toEqual({
        kind: 'taken',
      })
      expect((await inquiries()).at(-1)).toMatchObject({ isSuspectedSpam: true, status: 'new' })
    }
    await send({ ...good(), formToken: tokenShown(60_000), message: 'See https://988lifeline.org' })
    expect((await inquiries()).at(-1)).toMatchObject({ isSuspectedSpam: false })
  })

  it('takes five an hour from one network, and says whom to call', async () => {
    const from = (address: string) =>
      send({ ...good(), formToken: tokenShown(60_000) }, { ...own, 'x-forwarded-for': address })
    for (const last of [1, 2, 3, 4, 5])
      expect(await from(`9.9.9.9, 198.51.100.${last}`)).toEqual({ kind: 'taken' })
    const before = (await inquiries()).length
    const refused = await from('1.1.1.1, 198.51.100.200')
    expect(noticeOf(refused)).toContain('503-555-0140')
    expect(refused).toMatchObject({ state: { values: { chosenName: 'Ana' } } })
    expect((await inquiries()).length).toBe(before)
    expect(await from('198.51.101.1')).toEqual({ kind: 'taken' })
    expect(await from('2001:db8:1:2::1')).toEqual({ kind: 'taken' })
  })

  it('R100 takes its limits from the rule settings, for one network and for the form', async () => {
    const settings = { practice: { inquiriesPerHour: 1, inquiriesPerHourTotal: 2 } }
    const known = await app.payload.db.findGlobal({ slug: 'rule-settings' as never })
    const had = Boolean(known && Object.keys(known).length)
    const write = had ? app.payload.db.updateGlobal : app.payload.db.createGlobal
    await write.call(app.payload.db, { slug: 'rule-settings', data: settings } as never)
    const from = (address: string) =>
      send({ ...good(), formToken: tokenShown(60_000) }, { ...own, 'x-forwarded-for': address })
    expect(await from('192.0.2.1')).toEqual({ kind: 'taken' })
    expect(noticeOf(await from('192.0.2.2'))).toContain('your network')
    expect(await from('192.0.3.1')).toEqual({ kind: 'taken' })
    expect(noticeOf(await from('192.0.4.1'))).toContain('your network')
    await app.payload.db.updateGlobal({
      slug: 'rule-settings',
      data: { practice: { inquiriesPerHour: 100, inquiriesPerHourTotal: 1000 } },
    } as never)
  })

  it('does not store what looks personal in the source', async () => {
    await send({
      ...good(),
      utm_source: 'ana@example.com',
      utm_campaign: '503-555-0123',
      landing: '/x?email=ana',
    })
    const row = (await inquiries()).at(-1)
    expect(row?.['source']).toBe('unknown')
    expect(
      JSON.stringify([row?.['utmSource'], row?.['utmCampaign'], row?.['landingPage']]),
    ).not.toMatch(/ana|555/)
  })

  it('offers no service that is not public', async () => {
    const before = (await inquiries()).length
    const taken = await send({ ...good(), service: draft })
    expect(taken).toMatchObject({ kind: 'again' })
    expect((await inquiries()).length).toBe(before)
  })
})

describe('R100 at every other door', () => {
  const personal = { utmSource: 'ana@example.com' }

  it('refuses a personal source on an inquiry by REST, GraphQL and the Local API', async () => {
    const inquiry = { chosenName: 'Ana', email: 'a@example.test', state: 'OR' }
    const rest = await clientOf(app).post('/api/inquiries', { ...inquiry, ...personal })
    expect(rest.status).toBe(422)
    expect(rest.body.errors[0]).toMatchObject({
      rule: 'R100',
      data: { errors: [{ path: 'utmSource' }] },
    })
    const gql = await clientOf(app).graphql(
      'mutation { createInquiry(data: { chosenName: "Ana", email: "a@example.test", utmSource: "ana@example.com" }) { id } }',
    )
    expect(JSON.stringify(gql.body)).toContain('R100')
    const local = asUser(await createLocalReq({}, app.payload))
    await expect(
      local.create({ collection: 'inquiries', data: { ...inquiry, landingPage: '/x?name=ana' } }),
    ).rejects.toThrow('landing page')
  })

  it('refuses a personal source on a campaign, created, changed or in bulk', async () => {
    const made = await mo.client.post('/api/campaigns', {
      name: 'Spring',
      code: 'spring',
      channel: 'search',
      utmSource: 'Google',
    })
    expect(made.body.doc.utmSource).toBe('google')
    const { id } = made.body.doc
    const worse = await mo.client.post('/api/campaigns', {
      name: 'x',
      code: 'x',
      channel: 'search',
      ...personal,
    })
    expect(worse.status).toBe(422)
    expect((await mo.client.patch(`/api/campaigns/${id}`, personal)).status).toBe(422)
    await mo.client.patch(`/api/campaigns?where[id][equals]=${id}`, { utmSource: 'other' })
    expect((await mo.client.get(`/api/campaigns/${id}`)).body.utmSource).toBe('google')
    expect((await mo.client.get('/api/campaigns/versions')).status).toBe(404)
    expect((await mo.client.post(`/api/campaigns/${id}/duplicate`)).status).toBe(404)
  })

  it('refuses embedded code on pages, unless the owner says why', async () => {
    const layout = [
      {
        blockType: 'callout',
        tone: 'info',
        text: 'Hi <script src="https://t.example/pixel.js"></script>',
      },
    ]
    const refused = await mo.client.post('/api/pages', {
      title: 'Tracked',
      layout,
      _status: 'published',
    })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].message).toContain('Tracking is off on this page.')
    const again = await mo.client.post('/api/pages', {
      title: 'Tracked',
      layout,
      _status: 'published',
      _override: [{ rule: 'R100', reason: 'We write about code.' }],
    })
    expect(again.status).toBe(422)
    const byOwner = await rosa.client.post('/api/pages', {
      title: 'Tracked',
      layout,
      _status: 'published',
      _override: [{ rule: 'R100', reason: 'We write about code.' }],
    })
    expect(byOwner.status).toBe(201)
  })
})
