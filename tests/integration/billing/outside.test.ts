import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testProvider } from '@/collections/billing/payments/provider'
import { clock } from '@/src/lib/clock'
import {
  complete,
  makeClient,
  makeOffice,
  makeVisit,
  type Office,
  signVisit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { makePortalUser, type Person, read } from '@/tests/support/people'
import { done } from '@/tests/support/plans'
import { crashAndRecover } from '@/tests/support/practice'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
})

afterEach(() => vi.restoreAllMocks())

afterAll(async () => {
  clock.reset()
  await app.stop()
})

let people = 0

/** Somebody with a statement over $160 and a portal account to pay it from. */
const billed = async (): Promise<{ patient: string; statement: string; ana: Person }> => {
  people += 1
  const patient = await makeClient(office, { isSelfPay: true })
  const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
  await complete(office, visit)
  await signVisit(office, { patient, visit })
  const { body } = await done(office.dana, '/api/statements/issue', { patient })
  const ana = await makePortalUser(app, patient, `card${people}@example.test`)
  return { patient, statement: String(body.id), ana }
}

describe('what the card company is asked', () => {
  for (const point of ['before-post', 'before-done']) {
    it(`is the same one charge when paying stopped at ${point}, and its payment is kept`, async () => {
      const charge = vi.spyOn(testProvider, 'charge')
      const { ana, statement } = await billed()
      const headers = { 'Idempotency-Key': `outside-${statement}` }
      const body = { statement, amountCents: 16_000, token: 'test-card' }
      const call = () => ana.client.post('/api/payments/pay', body, headers)
      await crashAndRecover(app, { point: `payments.pay:${point}`, call })
      const { id } = (await call()).body
      expect(new Set(charge.mock.calls.map(([{ key }]) => key))).toEqual(new Set([id]))
      expect((await read(app, 'payments', id))['status']).toBe('received')
    })
  }

  it('is the same one refund when giving back stopped before it was written down', async () => {
    const refund = vi.spyOn(testProvider, 'refund')
    const { ana, statement } = await billed()
    const pay = { statement, amountCents: 16_000, token: 'test-card' }
    const { id } = (await done(ana, '/api/payments/pay', pay)).body
    await done(office.dana, `/api/charges/${await chargeOf(statement)}/void`, {
      reason: 'Entered in error.',
    })
    const call = () =>
      office.dana.client.post(`/api/payments/${id}/refund`, {
        amountCents: 4_000,
        reason: 'Never took place.',
      })
    // Without a key: only a commit that was kept lets the sweeper ask under the same one.
    await crashAndRecover(app, { point: 'payments.refund:before-done', call })
    expect(refund.mock.calls.length).toBeGreaterThan(0)
    expect(new Set(refund.mock.calls.map(([{ key }]) => key)).size).toBe(1)
    expect(await read(app, 'payments', id)).toMatchObject({ refundedCents: 4_000 })
  })
})

const chargeOf = async (statement: string): Promise<string> => {
  const { patient } = await read(app, 'statements', statement)
  const [row] = (
    await app.payload.db.find<{ id: string }>({
      collection: 'charges',
      where: { patient: { equals: patient } },
    })
  ).docs
  return row?.id ?? ''
}
