import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { read837P } from '@/src/domain/billing/x12/read837'
import { clock } from '@/src/lib/clock'
import {
  type Billed,
  balance,
  checkBooks,
  complete,
  diagnose,
  era,
  makeClaim,
  makeClient,
  makeInsured,
  makeOffice,
  makeVisit,
  type Office,
  postEra,
  signVisit,
  submit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { insert, makePortalUser, type Person, read } from '@/tests/support/people'
import {
  crashAndRecover,
  freezeAt,
  messageIn,
  race,
  rowsOf,
  statuses,
  tuesday,
} from '@/tests/support/practice'

let app: TestApp
let office: Office
let dana: Person

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  dana = office.dana
})

afterEach(() => freezeAt(tuesday))

afterAll(async () => {
  await checkBooks(app)
  clock.reset()
  await app.stop()
})

const act = (claim: string, name: string, body: Record<string, unknown> = {}, who: Person = dana) =>
  who.client.post(`/api/claims/${claim}/${name}`, body)

const status = async (claim: string) => (await read(app, 'claims', claim))['status']

const batchesOf = (claim: string) => rowsOf(app, 'claim-batches', { claimIds: claim })

const fileOf = async (claim: string): Promise<string> => {
  const { batch } = await read(app, 'claims', claim)
  return (await dana.client.get(`/api/claim-batches/${batch}/file`)).body
}

const denied = async (): Promise<Billed> => {
  const billed = await makeClaim(office)
  await submit(office, billed.claim)
  await postEra(
    office,
    era({
      claims: [
        {
          controlNumber: billed.controlNumber,
          memberId: billed.memberId,
          chargeCents: 18_000,
          paidCents: 0,
          statusCode: '4',
          payerClaimNumber: `P${billed.controlNumber}`,
          adjustments: [['CO', '16', 18_000]],
        },
      ],
    }),
  )
  return billed
}

describe('sending a claim', () => {
  it('is offered to billing, refused to others, hidden from the rest', async () => {
    const { claim, patient } = await makeClaim(office)
    const offered = await dana.client.get(`/api/claims/${claim}/actions`)
    expect(offered.body.actions.map(({ name }: { name: string }) => name).sort()).toEqual(
      ['mark-accepted', 'prepare', 'reject', 'replace', 'submit', 'void'].sort(),
    )
    expect((await act(claim, 'prepare', {}, office.rosa)).status).toBe(403)
    expect((await act(claim, 'submit', {}, office.kim)).status).toBe(404)
    expect((await act(claim, 'submit', {}, office.ben)).status).toBe(404)
    expect((await clientOf(app).post(`/api/claims/${claim}/submit`, {})).status).toBe(401)
    expect((await act('nothing', 'submit')).status).toBe(404)
    const ana = await makePortalUser(app, patient, 'claims@example.test')
    expect((await ana.client.get('/api/claims')).status).toBe(403)
    expect((await act(claim, 'submit', {}, ana)).status).toBe(404)
  })

  it('happens once when five people send it', async () => {
    const { claim } = await makeClaim(office)
    expect(statuses(await race(dana.client, `/api/claims/${claim}/submit`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await batchesOf(claim)).toHaveLength(1)
    expect((await act(claim, 'submit')).status).toBe(409)
  })

  for (const point of [
    'before-commit',
    'after-commit',
    'before-file',
    'before-charge',
    'before-done',
  ]) {
    it(`ends as if nothing had happened after a stop at ${point}`, async () => {
      const { claim, charge } = await makeClaim(office)
      const headers = { 'Idempotency-Key': `submit-${claim}` }
      const call = () => dana.client.post(`/api/claims/${claim}/submit`, {}, headers)
      await crashAndRecover(app, { point: `claims.submit:${point}`, call })
      const repeated = await call()
      expect([repeated.status, repeated.body.isReplay]).toEqual([200, true])
      expect(await batchesOf(claim)).toHaveLength(1)
      expect(await status(claim)).toBe('submitted')
      expect((await read(app, 'charges', charge))['status']).toBe('claimed')
      expect(read837P(await fileOf(claim)).files[0]?.claims).toHaveLength(1)
    })
  }

  it('numbers claims and files without repeating', async () => {
    const claims = await rowsOf(app, 'claims')
    expect(new Set(claims.map((row) => row['controlNumber'])).size).toBe(claims.length)
    const batches = await rowsOf(app, 'claim-batches')
    expect(new Set(batches.map((row) => row['interchangeNumber'])).size).toBe(batches.length)
  })

  it('keeps the file from every list and record, sealed at rest', async () => {
    const { claim, memberId } = await makeClaim(office)
    await submit(office, claim)
    for (const path of [`/api/claims/${claim}`, '/api/claims', '/api/claim-batches']) {
      expect(JSON.stringify((await dana.client.get(path)).body)).not.toContain(memberId)
    }
    const { batch } = await read(app, 'claims', claim)
    expect(JSON.stringify(await rowsOf(app, 'claim-batches'))).not.toContain(memberId)
    const graphql = await dana.client.graphql('{ Claims { docs { fileText } } }')
    expect(JSON.stringify(graphql.body)).not.toContain(memberId)
    expect((await office.rosa.client.get(`/api/claim-batches/${batch}/file`)).status).toBe(200)
    expect((await office.kim.client.get(`/api/claim-batches/${batch}/file`)).status).toBe(404)
    expect((await clientOf(app).get(`/api/claim-batches/${batch}/file`)).status).toBe(401)
    expect((await dana.client.get('/api/claim-batches/nothing/file')).status).toBe(404)
    const exports = await rowsOf(app, 'audit-events', {
      action: 'export',
      recordIds: String(batch),
    })
    expect(exports).toHaveLength(1)
  })

  it('writes the policy holder when the patient is a dependent', async () => {
    const { claim } = await makeClaim(office, {
      policy: {
        relationship: 'child',
        subscriberFirstName: 'Maria',
        subscriberLastName: 'Silva',
        subscriberBirthDate: '1960-01-01',
        subscriberSex: 'F',
        groupNumber: 'G-77',
      },
    })
    await submit(office, claim)
    const [written] = read837P(await fileOf(claim)).files[0]?.claims ?? []
    expect(written).toMatchObject({
      groupNumber: 'G-77',
      subscriber: { lastName: 'SILVA', firstName: 'MARIA' },
      dependent: { relationship: '19', birthDate: '1988-02-14', sex: 'F' },
    })
  })
})

describe('sending several claims in one file', () => {
  const send = (claims: readonly string[], headers: Record<string, string> = {}) =>
    dana.client.post('/api/claim-batches/submit', { claims }, headers)

  it('puts them into one file that reads back', async () => {
    const made = [await makeClaim(office), await makeClaim(office), await makeClaim(office)]
    const ids = made.map(({ claim }) => claim)
    const answer = await send(ids)
    expect(answer.status).toBe(201)
    expect(answer.body.result).toMatchObject({ claimCount: 3 })
    const file = await dana.client.get(answer.body.result.fileUrl)
    const claims = read837P(file.body).files[0]?.claims ?? []
    expect(claims.map(({ controlNumber }) => controlNumber)).toEqual(
      made.map(({ controlNumber }) => controlNumber),
    )
    for (const id of ids) expect(await status(id)).toBe('submitted')
    expect((await send(ids)).status).toBe(409)
  })

  it('holds a claim once when five people send overlapping files', async () => {
    const [one, two] = [await makeClaim(office), await makeClaim(office)]
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send([one.claim, two.claim])))
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
    const made = answers.filter(({ status }) => status === 201)
    expect(made.reduce((sum, answer) => sum + answer.body.result.claimCount, 0)).toBe(2)
    const texts = await Promise.all(
      made.map((answer) => dana.client.get(answer.body.result.fileUrl)),
    )
    const written = texts.flatMap(({ body }) => read837P(body).files[0]?.claims ?? [])
    expect(written.map(({ controlNumber }) => controlNumber).sort()).toEqual([
      one.controlNumber,
      two.controlNumber,
    ])
  })

  for (const point of [
    'before-commit',
    'after-commit',
    'before-take',
    'before-file',
    'before-done',
  ]) {
    it(`ends as if nothing had happened after a stop at ${point}`, async () => {
      const [one, two] = [await makeClaim(office), await makeClaim(office)]
      const headers = { 'Idempotency-Key': `batch-${one.claim}` }
      const call = () => send([one.claim, two.claim], headers)
      await crashAndRecover(app, { point: `claim-batches.submit:${point}`, call })
      const repeated = await call()
      expect([repeated.status, repeated.body.isReplay]).toEqual([200, true])
      expect(read837P(await fileOf(one.claim)).files[0]?.claims).toHaveLength(2)
      expect((await read(app, 'claims', one.claim))['batch']).toBe(
        (await read(app, 'claims', two.claim))['batch'],
      )
    })
  }

  it('refuses nothing, too much, unknown claims and other roles', async () => {
    const { claim } = await makeClaim(office)
    expect((await send([])).status).toBe(400)
    expect((await send(Array.from({ length: 101 }, (_, index) => String(index)))).status).toBe(400)
    expect((await send([claim, 'nothing'])).status).toBe(400)
    expect(
      (await office.kim.client.post('/api/claim-batches/submit', { claims: [claim] })).status,
    ).toBe(403)
    expect((await dana.client.post('/api/claim-batches', {})).status).toBe(403)
  })
})

describe('the life of a claim', () => {
  it('is accepted with the payer number', async () => {
    const { claim } = await makeClaim(office)
    expect((await act(claim, 'mark-accepted')).status).toBe(409)
    await submit(office, claim)
    const answers = await race(dana.client, `/api/claims/${claim}/mark-accepted`, {
      payerClaimNumber: 'ICN77',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await read(app, 'claims', claim)).toMatchObject({
      status: 'accepted',
      payerClaimNumber: 'ICN77',
      acceptedOn: '2026-04-14',
    })
  })

  it('is rejected, mended and sent again as the original', async () => {
    const { claim, charge, controlNumber } = await makeClaim(office)
    await submit(office, claim)
    expect((await act(claim, 'reject', {})).status).toBe(400)
    const answers = await race(dana.client, `/api/claims/${claim}/reject`, {
      reason: 'Subscriber not found',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await rowsOf(app, 'tasks', { recordId: claim, kind: 'claim' })).toHaveLength(1)
    expect((await read(app, 'charges', charge))['status']).toBe('ready')
    const unbilled = await dana.client.get('/api/charges/unbilled')
    expect(
      unbilled.body.docs.find((row: { claimId: string }) => row.claimId === claim).why.code,
    ).toBe('rejected')
    await submit(office, claim)
    expect(await fileOf(claim)).toContain(`CLM*${controlNumber}*180***11:B:1`)
    expect(await batchesOf(claim)).toHaveLength(2)
  })

  it('is replaced by a corrected one that names the payer number, and the answer posts', async () => {
    const { claim, charge, patient, memberId } = await denied()
    expect(await status(claim)).toBe('denied')
    const answers = await race(dana.client, `/api/claims/${claim}/replace`)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    const [next] = await rowsOf(app, 'claims', { originalClaim: claim })
    expect(next).toMatchObject({ frequency: '7', status: 'draft', charge })
    await submit(office, next?.id ?? '')
    expect(await fileOf(next?.id ?? '')).toMatch(/CLM\*C\d+\*180\*\*\*11:B:7[\s\S]*REF\*F8\*PC\d+/)
    expect(await status(claim)).toBe('closed')
    const posted = await postEra(
      office,
      era({
        claims: [
          {
            controlNumber: String(next?.['controlNumber']),
            memberId,
            chargeCents: 18_000,
            paidCents: 15_000,
            adjustments: [['CO', '45', 3_000]],
          },
        ],
      }),
    )
    expect(posted.body.result).toMatchObject({ matched: 1, parked: 0 })
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 0 })
  })

  for (const point of ['after-commit', 'before-draft', 'before-done']) {
    it(`makes one corrected claim after a stop at ${point}`, async () => {
      const { claim } = await denied()
      await crashAndRecover(app, {
        point: `claims.replace:${point}`,
        call: () => act(claim, 'replace'),
      })
      expect(await rowsOf(app, 'claims', { originalClaim: claim })).toHaveLength(1)
    })
  }

  it('needs the payer number to correct or void what the payer has', async () => {
    const { claim } = await makeClaim(office)
    await submit(office, claim)
    await act(claim, 'mark-accepted')
    const answer = await act(claim, 'replace')
    expect([answer.status, answer.body.errors[0].data.errors[0].path]).toEqual([
      422,
      'payerClaimNumber',
    ])
    expect((await act(claim, 'void', { reason: 'Wrong patient' })).status).toBe(422)
    expect((await act(claim, 'replace', { payerClaimNumber: 'ICN9' })).status).toBe(200)
  })

  it('is voided before it was sent, and taken up again', async () => {
    const { claim } = await makeClaim(office)
    expect((await act(claim, 'void', {})).status).toBe(400)
    expect(
      statuses(await race(dana.client, `/api/claims/${claim}/void`, { reason: 'Not now' })),
    ).toEqual([200, 409, 409, 409, 409])
    expect((await act(claim, 'submit')).status).toBe(409)
    expect((await act(claim, 'prepare')).body.status).toBe('ready')
    expect((await act(claim, 'submit')).status).toBe(200)
  })

  it('is voided at the payer with a claim of its own', async () => {
    const { claim } = await denied()
    expect((await act(claim, 'void', { reason: 'Wrong patient' })).status).toBe(200)
    const [next] = await rowsOf(app, 'claims', { originalClaim: claim })
    expect(next).toMatchObject({ frequency: '8', status: 'draft' })
    await submit(office, next?.id ?? '')
    expect(await status(claim)).toBe('voided')
  })

  it('shows what is written off after a denial and closes', async () => {
    const { claim, charge, patient } = await denied()
    const body = { amountCents: 10_000, owedBy: 'payer', reason: 'Filed too late' }
    expect(statuses(await race(dana.client, `/api/charges/${charge}/write-off`, body))[0]).toBe(200)
    expect(await balance(office, patient)).toMatchObject({ payersDueCents: 8_000 })
    await office.rosa.client.post(`/api/charges/${charge}/write-off`, {
      ...body,
      amountCents: 8_000,
      _override: [{ rule: 'R83', reason: 'No proof of filing' }],
    })
    expect(await status(claim)).toBe('closed')
  })
})

describe('charges', () => {
  it('cannot be voided while a sent claim stands on them', async () => {
    const { claim, charge } = await makeClaim(office)
    await submit(office, claim)
    const answer = await dana.client.post(`/api/charges/${charge}/void`, { reason: 'Wrong' })
    expect([answer.status, answer.body.errors[0].fixUrl]).toEqual([
      409,
      `/admin/collections/claims/${claim}`,
    ])
  })

  it('give what the patient paid back as unapplied money, once, also after a stop', async () => {
    for (const point of ['after-commit', 'before-claims', 'before-books', 'before-done']) {
      const patient = await makeClient(office, { isSelfPay: true })
      const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
      await complete(office, visit)
      const [charge] = await rowsOf(app, 'charges', { session: visit.session })
      await dana.client.post('/api/payments/record', {
        patient,
        amountCents: 6_000,
        method: 'check',
      })
      const call = () =>
        dana.client.post(`/api/charges/${charge?.id}/void`, { reason: 'Wrong session' })
      await crashAndRecover(app, { point: `charges.void:${point}`, call })
      expect(await balance(office, patient)).toMatchObject({
        dueCents: 0,
        unappliedCents: 6_000,
        netDueCents: 0,
      })
      expect((await call()).status).toBe(409)
    }
  })

  it('wait for a fee and go on when it is entered', async () => {
    const { patient } = await makeInsured(office)
    await diagnose(app, patient)
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 20 })
    for (const fee of await rowsOf(app, 'fee-schedules', { code: '90832' })) {
      await app.payload.db.updateOne({
        collection: 'fee-schedules',
        id: fee.id,
        data: { effectiveTo: '2026-01-31' },
      })
    }
    await complete(office, visit)
    await signVisit(office, { patient, visit })
    expect(await rowsOf(app, 'charges', { session: visit.session })).toMatchObject([
      { status: 'ready', isFeeMissing: true, amountCents: 0 },
    ])
    expect(await rowsOf(app, 'claims', { session: visit.session })).toHaveLength(0)
    expect(await rowsOf(app, 'tasks', { kind: 'fee' })).toHaveLength(1)
    const fee = await dana.client.post('/api/fee-schedules', {
      code: '90832',
      amountCents: 9_500,
      effectiveFrom: '2026-02-01',
      payer: office.aetna,
    })
    expect(fee.status).toBe(201)
    const [claim] = await rowsOf(app, 'claims', { session: visit.session })
    expect(claim).toMatchObject({ totalCents: 9_500, isGreen: true })
    expect(await balance(office, patient)).toMatchObject({ payersDueCents: 9_500 })
  })

  it('go to the payer when the policy is entered after the session', async () => {
    const patient = await makeClient(office)
    await diagnose(app, patient)
    const visit = await makeVisit(office, { patient })
    await complete(office, visit)
    await signVisit(office, { patient, visit })
    expect(await balance(office, patient)).toMatchObject({ dueCents: 18_000, payersDueCents: 0 })
    const policy = await dana.client.post('/api/insurance-policies', {
      patient,
      payer: office.aetna,
      memberId: ' w55512 ',
      effectiveOn: '2026-01-01',
    })
    expect(policy.status).toBe(201)
    expect(policy.body.doc.memberId).toBe('W55512')
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 18_000 })
    expect(await rowsOf(app, 'claims', { session: visit.session })).toMatchObject([
      { isGreen: true, policy: policy.body.doc.id },
    ])
    const end = `/api/insurance-policies/${policy.body.doc.id}/end`
    expect((await dana.client.post(end, { terminatedOn: '2025-01-01' })).status).toBe(400)
    expect((await dana.client.post(end, { terminatedOn: '2026-13-01' })).status).toBe(400)
    expect(statuses(await race(dana.client, end, { terminatedOn: '2026-12-31' }))).toEqual([
      200, 409, 409, 409, 409,
    ])
  })

  it('take the card that the patient enters, for themselves alone', async () => {
    const [patient, other] = [await makeClient(office), await makeClient(office)]
    const ana = await makePortalUser(app, patient, 'card@example.test')
    const card = { payer: office.aetna, memberId: 'w1', priority: 'primary', relationship: 'self' }
    expect((await ana.client.post('/api/insurance-policies', { ...card, patient })).status).toBe(
      201,
    )
    const foreign = await ana.client.post('/api/insurance-policies', { ...card, patient: other })
    expect([400, 403, 404]).toContain(foreign.status)
    expect(await rowsOf(app, 'insurance-policies', { patient: other })).toHaveLength(0)
    const own = await ana.client.get('/api/insurance-policies')
    expect(own.body.docs.map((row: { memberId: string }) => row.memberId)).toEqual(['W1'])
    expect(
      (await ana.client.patch(`/api/insurance-policies/${own.body.docs[0].id}`, { memberId: 'X' }))
        .status,
    ).toBe(403)
  })

  it('are listed while nobody was asked to pay, each with its reason', async () => {
    const insured = await makeInsured(office)
    const visit = await makeVisit(office, { patient: insured.patient })
    await complete(office, visit)
    const list = await dana.client.get('/api/charges/unbilled')
    expect(list.status).toBe(200)
    const row = list.body.docs.find(
      (each: { sessionId: string }) => each.sessionId === visit.session,
    )
    expect(row).toMatchObject({
      status: 'awaitingNote',
      amountCents: 18_000,
      why: { code: 'note' },
      ageDays: 0,
    })
    expect(row.patientName).toMatch(/Silva/)
    const own = await office.kim.client.get('/api/charges/unbilled')
    expect(
      own.body.docs.some((each: { sessionId: string }) => each.sessionId === visit.session),
    ).toBe(true)
    expect((await office.ben.client.get('/api/charges/unbilled')).status).toBe(403)
    expect((await clientOf(app).get('/api/charges/unbilled')).status).toBe(401)
  })
})

describe('credentials', () => {
  it('are verified by somebody else, and again after a change', async () => {
    const own = await office.kim.client.post('/api/credentials', {
      staff: office.kim.id,
      kind: 'license',
      state: 'OR',
      number: 'L123',
      expiresOn: '2027-06-30',
    })
    expect(own.status).toBe(201)
    const { id } = own.body.doc
    expect((await office.kim.client.post(`/api/credentials/${id}/verify`)).status).toBe(403)
    expect((await office.dana.client.post(`/api/credentials/${id}/verify`)).status).toBe(403)
    expect(statuses(await race(office.rosa.client, `/api/credentials/${id}/verify`))).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect((await read(app, 'credentials', id))['verifiedBy']).toBe(office.rosa.id)
    const { makeStaff } = await import('@/tests/support/people')
    const priya = await makeStaff(app, 'Priya', ['hr'])
    expect((await priya.client.patch(`/api/credentials/${id}`, { number: 'L124' })).status).toBe(
      200,
    )
    expect((await read(app, 'credentials', id))['verifiedAt'] ?? null).toBeNull()
    const expired = await insert(app, 'credentials', {
      staff: office.kim.id,
      kind: 'license',
      state: 'WA',
      expiresOn: '2026-01-01',
      verifiedAt: null,
    })
    expect(messageIn(await priya.client.post(`/api/credentials/${expired}/verify`))).toContain(
      'expired on 2026-01-01',
    )
    const mine = await insert(app, 'credentials', {
      staff: office.rosa.id,
      kind: 'npi',
      verifiedAt: null,
    })
    expect((await office.rosa.client.post(`/api/credentials/${mine}/verify`)).status).toBe(422)
    expect(
      (
        await priya.client.post('/api/credentials', {
          staff: office.kim.id,
          kind: 'license',
          state: 'Oregon',
        })
      ).status,
    ).toBe(400)
  })
})
