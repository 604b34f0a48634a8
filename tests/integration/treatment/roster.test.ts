import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makeStaff, type Person, read } from '@/tests/support/people'
import { makePlace, messageIn, type Place, rowsOf } from '@/tests/support/practice'

let app: TestApp
let ben: Person
let kim: Person
let theo: Person
let place: Place

beforeAll(async () => {
  app = await bootApp()
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  kim = await makeStaff(app, 'Kim', ['clinician'])
  theo = await makeStaff(app, 'Theo', ['clinician'])
  place = await makePlace(app)
})

afterAll(() => app.stop())

const hours = (more: Record<string, unknown> = {}) => ({
  staff: kim.id,
  weekday: '2',
  fromTime: '09:00',
  toTime: '17:00',
  location: place.location,
  ...more,
})

describe('availability', () => {
  it('is a clinician’s own to keep, and the desk’s for all', async () => {
    const mine = await kim.client.post('/api/availability', hours())
    expect(mine.status).toBe(201)
    expect((await kim.client.post('/api/availability', hours({ staff: theo.id }))).status).toBe(403)
    expect(
      (await theo.client.patch(`/api/availability/${mine.body.doc.id}`, { toTime: '18:00' }))
        .status,
    ).toBe(404)
    expect(
      (await ben.client.patch(`/api/availability/${mine.body.doc.id}`, { toTime: '18:00' })).status,
    ).toBe(200)
    expect(
      (await kim.client.patch(`/api/availability/${mine.body.doc.id}`, { staff: theo.id })).status,
    ).toBe(403)
    expect((await theo.client.delete(`/api/availability/${mine.body.doc.id}`)).status).toBe(404)
    expect((await kim.client.delete(`/api/availability/${mine.body.doc.id}`)).status).toBe(200)
  })

  it('refuses times that cannot be', async () => {
    for (const more of [
      { fromTime: '9' },
      { toTime: '25:00' },
      { fromTime: '17:00', toTime: '09:00' },
      { weekday: '8' },
      { effectiveFrom: '2026-02-30' },
    ]) {
      expect(
        (await ben.client.post('/api/availability', hours(more))).status,
        JSON.stringify(more),
      ).toBe(400)
    }
    expect(await rowsOf(app, 'availability')).toEqual([])
  })
})

describe('closures and on-call shifts', () => {
  it('end after they begin, on create and on change', async () => {
    const backwards = { startsAt: '2026-05-02T00:00:00Z', endsAt: '2026-05-01T00:00:00Z' }
    expect(
      (await ben.client.post('/api/closures', { ...backwards, reason: 'Holiday' })).status,
    ).toBe(400)
    const made = await ben.client.post('/api/closures', {
      startsAt: '2026-05-01T00:00:00-07:00',
      endsAt: '2026-05-02T00:00:00-07:00',
      reason: 'Holiday',
    })
    expect(made.status).toBe(201)
    expect((await read(app, 'closures', made.body.doc.id))['startsAt']).toBe(
      '2026-05-01T07:00:00.000Z',
    )
    const moved = await ben.client.patch(`/api/closures/${made.body.doc.id}`, {
      endsAt: '2026-04-01T00:00:00Z',
    })
    expect([moved.status, messageIn(moved)]).toEqual([400, 'The end must come after the start.'])
    expect(
      (await ben.client.post('/api/on-call-shifts', { ...backwards, staff: kim.id })).status,
    ).toBe(400)
    expect((await kim.client.post('/api/closures', { ...backwards, reason: 'x' })).status).toBe(403)
  })
})
