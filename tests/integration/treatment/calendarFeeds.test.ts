import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Chart, makeChart } from '@/tests/support/chart'
import { type Client, clientOf } from '@/tests/support/client'
import { insert } from '@/tests/support/people'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let chart: Chart

beforeAll(async () => {
  app = await bootApp()
  chart = await makeChart(app)
  const visit = (startsAt: string, more: Record<string, unknown> = {}) =>
    insert(app, 'appointments', {
      uniqueKey: `visit|${startsAt}`,
      patient: chart.ana,
      clinician: chart.kim.id,
      startsAt,
      endsAt: new Date(Date.parse(startsAt) + 50 * 60_000).toISOString(),
      minutes: 50,
      serviceDate: startsAt.slice(0, 10),
      zone: 'America/Los_Angeles',
      location: chart.location,
      format: 'inPerson',
      kind: 'individual',
      status: 'booked',
      note: 'Prefers the quiet room',
      ...more,
    })
  await visit('2026-04-21T17:00:00.000Z')
  await visit('2026-04-28T17:00:00.000Z', { status: 'cancelled', cancelReason: 'Ill' })
  await visit('2026-12-01T18:00:00.000Z')
  await visit('2026-04-22T17:00:00.000Z', { clinician: chart.theo.id, patient: chart.bob })
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const make = async (client: Client, label: string): Promise<{ id: string; path: string }> => {
  const made = await client.post('/api/calendar-feeds/make', { label })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return { id: made.body.id, path: new URL(made.body.result.address).pathname }
}

const nobody = () => clientOf(app)

const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => ({
    title: String(component.getFirstPropertyValue('summary')),
    start: String(component.getFirstPropertyValue('dtstart')),
    status: String(component.getFirstPropertyValue('status')),
  }))

describe('R109 a calendar feed', () => {
  it('T116 shows a clinician’s own sessions as "Session", in the time of the place, cancelled ones too', async () => {
    const { path } = await make(chart.kim.client, 'Phone')
    const answer = await nobody().get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ])
    expect(eventsIn(answer.body)).toEqual([
      { title: 'Session', start: '2026-04-21T10:00:00', status: 'CONFIRMED' },
      { title: 'Session', start: '2026-04-28T10:00:00', status: 'CANCELLED' },
      { title: 'Session', start: '2026-12-01T10:00:00', status: 'CONFIRMED' },
    ])
    for (const word of ['Ana', 'Silva', 'Kim', 'Harbour', 'quiet', 'Ill', chart.ana])
      expect(answer.body, word).not.toContain(word)
    const again = await nobody().raw(path, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    const log = await rowsOf(app, 'audit-events', {
      collectionSlug: 'calendar-feeds',
      action: 'read',
    })
    expect(log).toHaveLength(2)
  })

  it('shows a patient’s own sessions', async () => {
    const { path } = await make(chart.portal.client, 'Phone')
    expect(eventsIn((await nobody().get(path)).body)).toHaveLength(3)
  })

  it('T116 is kept as a keyed hash, shown once, and gone when it is taken back', async () => {
    const { id, path } = await make(chart.kim.client, 'Old phone')
    const token = path.split('/').at(-1) ?? ''
    expect(token.length).toBeGreaterThan(40)
    for (const slug of ['calendar-feeds', 'audit-events', 'idempotency-keys'])
      expect(JSON.stringify(await rowsOf(app, slug)), slug).not.toContain(token)
    const own = await chart.kim.client.get('/api/calendar-feeds')
    expect(own.body.docs.map(({ label }: { label: string }) => label)).toContain('Old phone')
    expect(JSON.stringify(own.body)).not.toContain('tokenHash')
    expect((await chart.theo.client.get('/api/calendar-feeds')).body.docs).toEqual([])
    expect((await chart.theo.client.post(`/api/calendar-feeds/${id}/revoke`)).status).toBe(404)
    expect((await chart.kim.client.post(`/api/calendar-feeds/${id}/revoke`)).status).toBe(200)
    expect((await nobody().get(path)).status).toBe(404)
  })

  it('ends with the rights of the person who made it', async () => {
    const { path } = await make(chart.theo.client, 'Phone')
    expect((await nobody().get(path)).status).toBe(200)
    await app.payload.db.updateOne({
      collection: 'staff',
      id: chart.theo.id,
      data: { isActive: false },
    })
    expect((await nobody().get(path)).status).toBe(404)
    const portal = await make(chart.portal.client, 'Tablet')
    await app.payload.db.updateOne({
      collection: 'portal-users',
      id: chart.portal.id,
      data: { isActive: false },
    })
    expect((await nobody().get(portal.path)).status).toBe(404)
  })

  it('is for those who have sessions, five at a time', async () => {
    for (const { client } of [chart.ben, chart.dana, chart.imani])
      expect((await client.post('/api/calendar-feeds/make', { label: 'Mine' })).status).toBe(403)
    for (const label of ['1', '2', '3', '4', '5']) await make(chart.leo.client, label)
    const sixth = await chart.leo.client.post('/api/calendar-feeds/make', { label: '6' })
    expect(sixth.status).toBe(409)
  })

  it('cannot be guessed for long', async () => {
    const guess = (headers: Record<string, string>) =>
      clientOf(app, headers).get('/api/calendar-feeds/read/nothing')
    const here = { 'x-real-ip': '203.0.113.77' }
    const tries = await Promise.all(Array.from({ length: 31 }, () => guess(here)))
    expect(tries.map(({ status }) => status).sort()).toEqual([...Array(30).fill(404), 429])
    expect((await guess(here)).headers.get('retry-after')).toMatch(/^\d+$/)
    expect((await guess({ 'x-real-ip': '203.0.113.78' })).status).toBe(404)
  })
})
