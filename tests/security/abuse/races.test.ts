import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import {
  checkBooks,
  complete,
  makeClaim,
  makeClient,
  makeOffice,
  makeVisit,
  type Office,
  signVisit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import type { Answer, Client } from '@/tests/support/client'
import { assign, makePatient, makePortalUser, read } from '@/tests/support/people'
import { openHours, race, rowsOf, statuses } from '@/tests/support/practice'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  await openHours(app, office.kim.id, office.place.location)
})

afterAll(async () => {
  await checkBooks(app)
  clock.reset()
  await app.stop()
})

const isDone = ({ status }: Answer): boolean => status === 200 || status === 201

let keys = 0

/** The same request five times, as a browser or a proxy repeats it. */
const again = (client: Client, path: string, body: unknown): Promise<Answer[]> => {
  keys += 1
  const headers = { 'Idempotency-Key': `asked-again-${keys}` }
  return Promise.all([1, 2, 3, 4, 5].map(() => client.post(path, body, headers)))
}

describe('money and hours', () => {
  it('T074 send a claim once, however often it is asked', async () => {
    const { claim } = await makeClaim(office)
    const answers = await race(office.dana.client, `/api/claims/${claim}/submit`)
    expect(answers.filter(isDone)).toHaveLength(1)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    const { claim: other } = await makeClaim(office)
    const repeated = await again(office.dana.client, `/api/claims/${other}/submit`, {})
    for (const { status } of repeated) expect([200, 409]).toContain(status)
    for (const id of [claim, other]) {
      const { status, controlNumber } = await read(app, 'claims', id)
      expect(status).toBe('submitted')
      const batches = (await rowsOf(app, 'claim-batches')).filter(({ fileText }) =>
        String(fileText ?? '').includes(String(controlNumber)),
      )
      expect(batches.length).toBeLessThanOrEqual(1)
    }
    const late = await office.dana.client.post(`/api/claims/${claim}/submit`)
    expect(late.status).toBe(409)
  })

  it('T075 hold an hour once', async () => {
    const people = await Promise.all(
      ['Ida', 'Jon', 'Kai', 'Lea', 'Mia'].map((name) => makePatient(app, name, 'Race')),
    )
    for (const patient of people) await assign(app, office.kim.id, patient)
    const wish = (patient: string) => ({
      patient,
      clinician: office.kim.id,
      startsAt: '2026-04-21T18:00:00.000Z',
      minutes: 50,
      kind: 'individual',
      format: 'inPerson',
      location: office.place.location,
      room: office.place.room,
    })
    const answers = await Promise.all(
      people.map((patient) => office.ben.client.post('/api/appointments/book', wish(patient))),
    )
    expect(answers.filter(isDone), JSON.stringify(answers.map(({ body }) => body))).toHaveLength(1)
    for (const { status } of answers) expect([201, 409, 422]).toContain(status)
    const booked = await rowsOf(app, 'appointments', { clinician: office.kim.id, status: 'booked' })
    expect(booked).toHaveLength(1)
    const holds = await rowsOf(app, 'slot-holds')
    expect(new Set(holds.map(({ key }) => key)).size).toBe(holds.length)
  })

  it('T076 move once: a payment and a refund are played again for nothing', async () => {
    const patient = await makeClient(office, { isSelfPay: true })
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    await signVisit(office, { patient, visit })
    const issued = await office.dana.client.post('/api/statements/issue', { patient })
    const { client } = await makePortalUser(app, patient, 'payer@example.test')
    const body = { statement: issued.body.id, amountCents: 16_000, token: 'test-card' }
    const paid = await Promise.all([
      again(client, '/api/payments/pay', body),
      race(client, '/api/payments/pay', body),
    ])
    expect(paid.flat().filter(isDone).length).toBeGreaterThan(0)
    const payments = await rowsOf(app, 'payments', { patient, status: 'received' })
    expect(payments.map(({ amountCents }) => amountCents)).toEqual([16_000])
    const other = await makeClient(office, { isSelfPay: true })
    const cash = { patient: other, amountCents: 5_000, method: 'cash' }
    const recorded = await again(office.dana.client, '/api/payments/record', cash)
    const { id } = recorded.find(isDone)?.body ?? {}
    expect(await rowsOf(app, 'payments', { patient: other })).toHaveLength(1)
    const refund = `/api/payments/${id}/refund`
    const given = { amountCents: 5_000, reason: 'Moved away.' }
    expect((await again(office.dana.client, refund, given)).filter(isDone).length).toBeGreaterThan(
      0,
    )
    const more = await race(office.dana.client, refund, given)
    expect(more.filter(isDone)).toEqual([])
    expect(await read(app, 'payments', id)).toMatchObject({ refundedCents: 5_000 })
    const [booked] = await rowsOf(app, 'postings', { kind: 'refund', patient: other })
    expect(booked).toBeDefined()
    const hooks = app.config.collections.flatMap(({ slug, endpoints }) =>
      (endpoints || [])
        .filter(({ path }) => /hook|callback|notify/i.test(path))
        .map(({ path }) => slug + path),
    )
    expect(hooks, 'an endpoint that a payment company calls needs its own case').toEqual([])
    expect(statuses(more)).not.toContain(500)
  })
})
