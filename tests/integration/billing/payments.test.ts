import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manualProvider, mayUseTestProvider } from '@/collections/billing/payments/provider'
import { clock } from '@/src/lib/clock'
import {
  balance,
  checkBooks,
  complete,
  makeClient,
  makeOffice,
  makeVisit,
  type Office,
  signVisit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { makePortalUser, type Person, read } from '@/tests/support/people'
import { crashAndRecover, messageIn, race, rowsOf, statuses } from '@/tests/support/practice'

let app: TestApp
let office: Office
let dana: Person

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  dana = office.dana
})

afterAll(async () => {
  await checkBooks(app)
  clock.reset()
  await app.stop()
})

/** Somebody who owes $160 for themselves. */
const owes = async (): Promise<string> => {
  const patient = await makeClient(office, { isSelfPay: true })
  const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
  await complete(office, visit)
  await signVisit(office, { patient, visit })
  return patient
}

const issue = async (patient: string): Promise<string> => {
  const answer = await dana.client.post('/api/statements/issue', { patient })
  expect(answer.status).toBe(201)
  return answer.body.id
}

const record = (
  patient: string,
  amountCents: number,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) =>
  dana.client.post(
    '/api/payments/record',
    { patient, amountCents, method: 'cash', ...more },
    headers,
  )

let accounts = 0

const portalOf = (patient: string): Promise<Person> => {
  accounts += 1
  return makePortalUser(app, patient, `payer${accounts}@example.test`)
}

describe('recording a payment', () => {
  it('pays the oldest first and keeps the rest unapplied', async () => {
    const patient = await owes()
    const answer = await record(patient, 20_000, { method: 'check', reference: '1001' })
    expect(answer.status).toBe(201)
    expect(await balance(office, patient)).toMatchObject({
      dueCents: 0,
      unappliedCents: 4_000,
      netDueCents: 0,
    })
    expect(await read(app, 'payments', answer.body.id)).toMatchObject({
      status: 'received',
      takenBy: dana.id,
      provider: 'manual',
      receivedOn: '2026-04-14',
    })
  })

  it('leaves nothing to bill where it pays the visit whole, before the note is signed or after', async () => {
    const stateOf = async (patient: string) =>
      (await rowsOf(app, 'charges', { patient })).map(({ status }) => status)
    const unbilled = async (patient: string): Promise<boolean> =>
      (await dana.client.get('/api/charges/unbilled')).body.docs.some(
        (row: { patientId: string }) => row.patientId === patient,
      )
    const after = await owes()
    await record(after, 10_000)
    expect([await stateOf(after), await unbilled(after)]).toEqual([['ready'], true])
    await record(after, 6_000)
    expect([await stateOf(after), await unbilled(after)]).toEqual([['billed'], false])

    const before = await makeClient(office, { isSelfPay: true })
    const visit = await makeVisit(office, { patient: before, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    await record(before, 16_000)
    expect(await stateOf(before)).toEqual(['awaitingNote'])
    await signVisit(office, { patient: before, visit })
    expect([await stateOf(before), await unbilled(before)]).toEqual([['billed'], false])
  })

  it('is one payment under one key, and open to the desk and the owner', async () => {
    const patient = await owes()
    const headers = { 'Idempotency-Key': `cash-${patient}` }
    const answers = [
      await record(patient, 1_000, {}, headers),
      await record(patient, 1_000, {}, headers),
    ]
    expect(answers.map(({ status }) => status)).toEqual([201, 200])
    expect(await rowsOf(app, 'payments', { patient })).toHaveLength(1)
    for (const who of [office.ben, office.rosa]) {
      expect(
        (
          await who.client.post('/api/payments/record', {
            patient,
            amountCents: 500,
            method: 'cash',
          })
        ).status,
      ).toBe(201)
    }
    expect(
      (
        await office.kim.client.post('/api/payments/record', {
          patient,
          amountCents: 500,
          method: 'cash',
        })
      ).status,
    ).toBe(403)
    expect((await dana.client.post('/api/payments', { patient, amountCents: 1 })).status).toBe(403)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 14_000 })
  })

  it('refuses amounts, days and people that do not exist', async () => {
    const patient = await owes()
    for (const amountCents of [0, -5, 1.5, 'ten', null, 10 ** 12]) {
      const answer = await record(patient, amountCents as never) // wrong on purpose
      expect([answer.status, answer.body.errors[0].data.errors[0].path]).toEqual([
        400,
        'amountCents',
      ])
    }
    expect((await record(patient, 100, { receivedOn: '2026-04-15' })).status).toBe(400)
    expect((await record(patient, 100, { receivedOn: '2026-02-30' })).status).toBe(400)
    expect((await record('nothing', 100)).status).toBe(400)
    expect((await record(patient, 100, { method: 'gold' })).status).toBe(400)
    expect(await rowsOf(app, 'payments', { patient })).toHaveLength(0)
  })

  it('never applies more than is owed when five payments come at once', async () => {
    const patient = await owes()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => record(patient, 5_000)))
    expect(statuses(answers)).toEqual([201, 201, 201, 201, 201])
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, unappliedCents: 9_000 })
    const postings = await rowsOf(app, 'postings', { patient })
    expect(postings.map((row) => row['sequence']).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  for (const point of ['before-commit', 'after-commit', 'before-post', 'before-done']) {
    it(`posts once after a stop at ${point}`, async () => {
      const patient = await owes()
      const headers = { 'Idempotency-Key': `stop-${patient}` }
      await crashAndRecover(app, {
        point: `payments.record:${point}`,
        call: () => record(patient, 6_000, {}, headers),
      })
      expect((await record(patient, 6_000, {}, headers)).body.isReplay).toBe(true)
      expect(await rowsOf(app, 'payments', { patient })).toHaveLength(1)
      expect(await balance(office, patient)).toMatchObject({ dueCents: 10_000, unappliedCents: 0 })
    })
  }
})

describe('a statement', () => {
  it('is made once by five people, and again after it was withdrawn', async () => {
    const patient = await owes()
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => dana.client.post('/api/statements/issue', { patient })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const [statement] = await rowsOf(app, 'statements', { patient })
    expect(statement).toMatchObject({
      totalCents: 16_000,
      statementDate: '2026-04-14',
      dueDate: '2026-05-14',
    })
    const withdraw = `/api/statements/${statement?.id}/void`
    expect(statuses(await race(dana.client, withdraw, { reason: 'Wrong address' }))).toEqual([
      200, 409, 409, 409, 409,
    ])
    await issue(patient)
    const numbers = (await rowsOf(app, 'statements')).map((row) => row['statementNumber'])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('shows its lines to the patient alone, labels without the condition, and the PDF stays the same', async () => {
    const patient = await owes()
    const id = await issue(patient)
    const [ana, other] = [await portalOf(patient), await portalOf(await owes())]
    const shown = await ana.client.get(`/api/statements/${id}`)
    const model = JSON.parse(shown.body.model)
    expect(model.lines).toMatchObject([{ label: 'Office visit, 60 min', youOweCents: 16_000 }])
    expect(JSON.stringify(await rowsOf(app, 'statements', { id }))).not.toContain('Office visit')
    const [first, second] = [
      await ana.client.get(`/api/statements/${id}/pdf`),
      await dana.client.get(`/api/statements/${id}/pdf`),
    ]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.body).toBe(second.body)
    for (const path of [
      `/api/statements/${id}`,
      `/api/statements/${id}/pdf`,
      `/api/statements/balance?patient=${patient}`,
    ]) {
      expect((await other.client.get(path)).status, path).toBe(404)
    }
    expect((await office.kim.client.get(`/api/statements/balance?patient=${patient}`)).status).toBe(
      404,
    )
    expect((await office.ben.client.get(`/api/statements/balance?patient=${patient}`)).status).toBe(
      200,
    )
    expect((await clientOf(app).get(`/api/statements/balance?patient=${patient}`)).status).toBe(401)
  })

  for (const point of [
    'before-commit',
    'after-commit',
    'before-charges',
    'before-mail',
    'before-done',
  ]) {
    it(`is made once after a stop at ${point}`, async () => {
      const patient = await owes()
      await portalOf(patient)
      const headers = { 'Idempotency-Key': `issue-${patient}` }
      const call = () => dana.client.post('/api/statements/issue', { patient }, headers)
      await crashAndRecover(app, { point: `statements.issue:${point}`, call })
      expect((await call()).body.isReplay).toBe(true)
      const [statement, ...more] = await rowsOf(app, 'statements', { patient })
      expect(more).toHaveLength(0)
      expect((await rowsOf(app, 'charges', { patient }))[0]?.['status']).toBe('billed')
      expect(
        await rowsOf(app, 'outbox', { uniqueKey: `statement-ready|${statement?.id}` }),
      ).toHaveLength(1)
    })
  }
})

describe('paying a statement', () => {
  const pay = (
    who: Person,
    statement: string,
    amountCents: number,
    headers: Record<string, string> = {},
    token = 'test-card',
  ) => who.client.post('/api/payments/pay', { statement, amountCents, token }, headers)

  it('is charged once when five clicks come at once', async () => {
    const patient = await owes()
    const [id, ana] = [await issue(patient), await portalOf(patient)]
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => pay(ana, id, 16_000)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    expect(await rowsOf(app, 'payments', { patient })).toHaveLength(1)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, unappliedCents: 0 })
    expect((await pay(ana, id, 1)).status).toBe(409)
  })

  it('takes parts, refuses too much, and says when a card was declined', async () => {
    const patient = await owes()
    const [id, ana] = [await issue(patient), await portalOf(patient)]
    const declined = await pay(ana, id, 6_000, {}, 'test-declined')
    expect([declined.status, messageIn(declined)]).toEqual([
      422,
      'The card was declined. Nothing was charged.',
    ])
    expect(await balance(office, patient)).toMatchObject({ dueCents: 16_000 })
    expect((await pay(ana, id, 6_000)).status).toBe(201)
    expect(messageIn(await pay(ana, id, 16_000))).toContain('You owe $100.00')
    expect((await pay(ana, id, 10_000)).status).toBe(201)
    expect(await read(app, 'statements', id)).toMatchObject({ status: 'paid', paidCents: 16_000 })
    const stored = await rowsOf(app, 'payments', { statement: id })
    expect(stored.every((row) => !row['providerToken'])).toBe(true)
  })

  it('is for the patient of the statement', async () => {
    const patient = await owes()
    const id = await issue(patient)
    const other = await portalOf(await owes())
    expect((await pay(other, id, 16_000)).status).toBe(404)
    expect((await pay(dana, id, 16_000)).status).toBe(403)
    expect((await pay(other, 'nothing', 16_000)).status).toBe(404)
    expect(
      (await clientOf(app).post('/api/payments/pay', { statement: id, amountCents: 1 })).status,
    ).toBe(401)
    expect((await dana.client.post(`/api/statements/${id}/void`, { reason: 'Wrong' })).status).toBe(
      200,
    )
    const ana = await portalOf(patient)
    expect((await pay(ana, id, 16_000)).status).toBe(409)
  })

  for (const point of [
    'before-commit',
    'after-commit',
    'before-charge',
    'before-post',
    'before-done',
  ]) {
    it(`charges once after a stop at ${point}`, async () => {
      const patient = await owes()
      const [id, ana] = [await issue(patient), await portalOf(patient)]
      const headers = { 'Idempotency-Key': `pay-${id}-${point}` }
      await crashAndRecover(app, {
        point: `payments.pay:${point}`,
        call: () => pay(ana, id, 16_000, headers),
      })
      expect((await pay(ana, id, 16_000, headers)).body.isReplay).toBe(true)
      expect(await rowsOf(app, 'payments', { patient })).toMatchObject([{ status: 'received' }])
      expect(await balance(office, patient)).toMatchObject({ dueCents: 0, unappliedCents: 0 })
      expect((await read(app, 'statements', id))['status']).toBe('paid')
    })
  }

  it('knows a provider that production refuses, and one that always works', async () => {
    expect(mayUseTestProvider({ NODE_ENV: 'production', DEMO: false })).toBe(false)
    expect(mayUseTestProvider({ NODE_ENV: 'production', DEMO: true })).toBe(true)
    expect(mayUseTestProvider({ NODE_ENV: 'development', DEMO: false })).toBe(true)
    expect(await manualProvider.charge({ key: 'k', amountCents: 1, token: '' })).toMatchObject({
      outcome: 'received',
    })
  })
})

describe('unapplied money', () => {
  /** $50 paid before anything was owed. */
  const prepaid = async (): Promise<{ patient: string; payment: string }> => {
    const patient = await makeClient(office, { isSelfPay: true })
    const answer = await record(patient, 5_000)
    return { patient, payment: answer.body.id }
  }

  it('is applied to what is owed, once', async () => {
    const { patient, payment } = await prepaid()
    const path = `/api/payments/${payment}/apply`
    expect((await dana.client.post(path)).status).toBe(409)
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    expect(await balance(office, patient)).toMatchObject({
      dueCents: 16_000,
      unappliedCents: 5_000,
      netDueCents: 11_000,
    })
    expect(statuses(await race(dana.client, path))).toEqual([200, 409, 409, 409, 409])
    expect(await balance(office, patient)).toMatchObject({ dueCents: 11_000, unappliedCents: 0 })
    expect((await office.rosa.client.post(path)).status).toBe(403)
  })

  it('is given back, never more than there is, also when five ask', async () => {
    const { patient, payment } = await prepaid()
    const path = `/api/payments/${payment}/refund`
    expect(
      (await dana.client.post(path, { amountCents: 5_001, reason: 'Moved away' })).status,
    ).toBe(400)
    expect((await dana.client.post(path, { amountCents: 5_000 })).status).toBe(400)
    const answers = await race(dana.client, path, { amountCents: 5_000, reason: 'Moved away' })
    expect(statuses(answers)[0]).toBe(200)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await balance(office, patient)).toMatchObject({ unappliedCents: 0 })
    expect(await read(app, 'payments', payment)).toMatchObject({ refundedCents: 5_000 })
    expect((await office.ben.client.post(path, { amountCents: 1, reason: 'x' })).status).toBe(403)
  })

  it('is not both applied and given back', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { patient, payment } = await prepaid()
      const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
      await complete(office, visit)
      const other = (await record(patient, 100)).body.id
      await Promise.all([
        dana.client.post(`/api/payments/${payment}/refund`, {
          amountCents: 4_000,
          reason: 'Asked for it',
        }),
        dana.client.post(`/api/payments/${other}/apply`),
      ])
      const { dueCents, unappliedCents } = await balance(office, patient)
      expect(unappliedCents).toBeGreaterThanOrEqual(0)
      const { refundedCents } = await read(app, 'payments', payment)
      const refunds = await rowsOf(app, 'postings', { patient, kind: 'refund' })
      expect(Number(refundedCents ?? 0)).toBe(
        refunds.reduce((sum, row) => sum + Number(row['totalCents']), 0),
      )
      expect(dueCents - unappliedCents).toBe(16_000 - 5_100 + Number(refundedCents ?? 0))
    }
  })

  for (const action of ['apply', 'refund']) {
    for (const point of ['before-commit', 'after-commit', 'before-post', 'before-done']) {
      it(`ends right after ${action} stopped at ${point}`, async () => {
        const { patient, payment } = await prepaid()
        const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
        await complete(office, visit)
        const body = action === 'refund' ? { amountCents: 5_000, reason: 'Moved away' } : {}
        const call = () => dana.client.post(`/api/payments/${payment}/${action}`, body)
        await crashAndRecover(app, { point: `payments.${action}:${point}`, call })
        expect(await balance(office, patient)).toMatchObject({
          dueCents: action === 'apply' ? 11_000 : 16_000,
          unappliedCents: 0,
        })
      })
    }
  }
})
