import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredRow } from '@/src/domain/row'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { insert, makePatient, makeStaff, type Person } from '@/tests/support/people'

let app: TestApp
let rosa: Person
let mo: Person
let clinician: string
let location: string

type Lead = {
  isBooked?: boolean
  isKept?: boolean
  cents?: number[]
  receivedAt?: string
  more?: Record<string, unknown>
}

let count = 0

/** One person from the first message on, as the actions would leave the rows. */
const lead = async (
  source: string,
  { isBooked, isKept, cents = [], receivedAt = '2026-04-14T17:00:00.000Z', more }: Lead = {},
): Promise<string> => {
  count += 1
  const inquiry = await insert(app, 'inquiries', {
    chosenName: `Canary${count}`,
    source,
    receivedAt,
    status: isBooked ? 'intakeBooked' : 'new',
    isSuspectedSpam: false,
    ...more,
  })
  if (!isBooked) return inquiry
  const patient = await makePatient(app, `Canary${count}`, 'Person', { inquiry })
  await app.payload.db.updateOne({ collection: 'inquiries', id: inquiry, data: { patient } })
  const appointment = await insert(app, 'appointments', {
    uniqueKey: `a${count}`,
    location,
    patient,
    clinician,
    startsAt: '2026-04-20T17:00:00.000Z',
    endsAt: '2026-04-20T17:50:00.000Z',
    minutes: 50,
    serviceDate: '2026-04-20',
    zone: 'America/Los_Angeles',
    format: 'video',
    kind: 'intake',
    status: 'completed',
  })
  for (const status of isKept ? ['completed', 'completed'] : ['stopped']) {
    await insert(app, 'sessions', {
      uniqueKey: `${appointment}|${status}|${Math.random()}`,
      appointment,
      patient,
      clinician,
      startedAt: '2026-04-20T17:00:00.000Z',
      serviceDate: '2026-04-20',
      zone: 'America/Los_Angeles',
      format: 'video',
      kind: 'intake',
      status,
    })
  }
  for (const [index, amountCents] of cents.entries()) {
    const posting = `${inquiry}|${index}`
    for (const [account, amount] of [
      ['cash', amountCents],
      ['patientReceivable', -amountCents],
    ] as const) {
      await app.payload.db.create({
        collection: 'ledger-entries',
        data: {
          uniqueKey: `${posting}|${account}`,
          kind: 'patientPayment',
          account,
          amountCents: amount,
          postedOn: '2026-04-21',
          patient,
        },
      })
    }
  }
  return inquiry
}

beforeAll(async () => {
  app = await bootApp()
  rosa = await makeStaff(app, 'Rosa', ['owner'])
  mo = await makeStaff(app, 'Mo', ['marketing'])
  clinician = (await makeStaff(app, 'Kim', ['clinician'])).id
  location = await insert(app, 'locations', {
    name: 'Harbour House',
    timeZone: 'America/Los_Angeles',
    isActive: true,
  })
  for (let index = 0; index < 5; index += 1)
    await lead('google', { isBooked: true, isKept: true, cents: [12_000, 2_000, -1_000] })
  await lead('google', { isBooked: true })
  await lead('google')
  await lead('friend', { isBooked: true, isKept: true, cents: [9_600] })
  await lead('friend')
  await lead('  ')
  await lead('google', { more: { isSuspectedSpam: true } })
  await lead('google', { more: { status: 'closed', closeReason: 'duplicate' } })
  // The last minute of April 30 in Portland, and the first of May 1.
  await lead('late', { receivedAt: '2026-05-01T06:59:00.000Z' })
  await lead('late', { receivedAt: '2026-05-01T07:00:00.000Z' })
  // Somebody in care writes again: linked, and not paid for twice.
  const { docs } = await app.payload.db.find<StoredRow>({
    collection: 'inquiries',
    where: { source: { equals: 'friend' } },
    limit: 0,
    pagination: false,
  })
  const patient = docs.find((row) => row['patient'])?.['patient']
  await lead('bing', { more: { patient, status: 'closed', closeReason: null } })
  const campaign = await insert(app, 'campaigns', {
    name: 'Spring',
    code: 'spring',
    channel: 'search',
    utmSource: 'google',
  })
  for (const [spentOn, amountCents] of [
    ['2026-04-01', 60_000],
    ['2026-04-30', 18_000],
    ['2026-05-01', 1],
  ] as const) {
    await insert(app, 'campaign-costs', { campaign, spentOn, category: 'media', amountCents })
  }
})

afterAll(() => app.stop())

const april = '/api/campaigns/funnel?from=2026-04-01&to=2026-04-30'

describe('marketing funnel', () => {
  it('gives the owner exact figures, counted once per person', async () => {
    const { status, body } = await rosa.client.get(april)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: '2026-04-01',
      to: '2026-04-30',
      isMasked: false,
      threshold: null,
    })
    expect(body.rows).toEqual([
      {
        source: 'google',
        inquiries: 7,
        intakes: 6,
        keptSessions: 5,
        revenueCents: 65_000,
        payers: 5,
      },
      {
        source: 'friend',
        inquiries: 2,
        intakes: 1,
        keptSessions: 1,
        revenueCents: 9_600,
        payers: 1,
      },
      { source: 'bing', inquiries: 1, intakes: 0, keptSessions: 0, revenueCents: 0, payers: 0 },
      { source: 'late', inquiries: 1, intakes: 0, keptSessions: 0, revenueCents: 0, payers: 0 },
      { source: 'unknown', inquiries: 1, intakes: 0, keptSessions: 0, revenueCents: 0, payers: 0 },
    ])
    expect(body.total).toEqual({
      source: 'total',
      inquiries: 12,
      intakes: 7,
      keptSessions: 6,
      revenueCents: 74_600,
      payers: 6,
    })
    expect(body.costs).toEqual([{ source: 'google', costCents: 78_000 }])
  })

  it('R100 shows marketing no cell under five, and no days of its own choice', async () => {
    const { body } = await mo.client.get('/api/campaigns/funnel?from=2026-04-14&to=2026-04-14')
    expect(body).toMatchObject({
      from: '2026-02-01',
      to: '2026-04-30',
      isMasked: true,
      threshold: 5,
    })
    const rows = new Map(body.rows.map((row: { source: string }) => [row.source, row]))
    expect(rows.get('google')).toEqual({
      source: 'google',
      inquiries: 7,
      intakes: 6,
      keptSessions: 5,
      revenueCents: 65_000,
    })
    expect(rows.get('friend')).toEqual({
      source: 'friend',
      inquiries: null,
      intakes: null,
      keptSessions: null,
      revenueCents: null,
    })
    expect(body.total).toMatchObject({ intakes: null, keptSessions: null, revenueCents: null })
    expect(JSON.stringify(body)).not.toContain('payers')
    const yearEnd = (await mo.client.get('/api/campaigns/funnel?to=2026-01-15')).body
    expect([yearEnd.from, yearEnd.to]).toEqual(['2025-11-01', '2026-01-31'])
  })

  it('holds no name and no id at any role', async () => {
    for (const person of [rosa, mo]) {
      const text = JSON.stringify((await person.client.get(april)).body)
      expect(text).not.toMatch(/Canary|Person/)
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{24}/)
    }
  })

  it('is for those who may read campaigns', async () => {
    expect((await clientOf(app).get(april)).status).toBe(401)
    const ben = await makeStaff(app, 'Ben', ['frontDesk'])
    expect((await ben.client.get(april)).status).toBe(403)
    const imani = await makeStaff(app, 'Imani', ['director'])
    expect((await imani.client.get(april)).body.isMasked).toBe(true)
  })

  it('says what is wrong with the days', async () => {
    for (const query of [
      'from=2026-02-30',
      'to=soon',
      'from=2026-05-01&to=2026-04-01',
      "from=2026-04-01'--",
    ]) {
      const answer = await rosa.client.get(`/api/campaigns/funnel?${query}`)
      expect(answer.status).toBe(400)
    }
  })

  it('asks the database the same number of questions however many people there are', async () => {
    const asked = async (): Promise<number> => {
      let queries = 0
      const names = ['find', 'findOne', 'count'] as const
      const restore = names.map((name) => {
        const original = app.payload.db[name]
        app.payload.db[name] = ((args: never) => {
          queries += 1
          return (original as (args: never) => unknown).call(app.payload.db, args)
        }) as never // counts and passes on
        return () => {
          app.payload.db[name] = original as never // as it was
        }
      })
      await rosa.client.get(april)
      for (const undo of restore) undo()
      return queries
    }
    const before = await asked()
    for (let index = 0; index < 4; index += 1)
      await lead(`source-${index}`, { isBooked: true, isKept: true, cents: [100] })
    expect(await asked()).toBe(before)
  })
})
