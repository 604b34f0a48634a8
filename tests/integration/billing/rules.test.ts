import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asSystem, asUser } from '@/access/asSystem'
import { clock } from '@/src/lib/clock'
import {
  asFollowUp,
  type Billed,
  balance,
  complete,
  diagnose,
  enroll,
  era,
  makeClaim,
  makeClient,
  makeInsured,
  makeOffice,
  makePayer,
  makeVisit,
  type Office,
  postEra,
  signVisit,
  submit,
  todayIs,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import type { Answer } from '@/tests/support/client'
import { insert, makeStaff, type Person, read } from '@/tests/support/people'
import { freezeAt, messageIn, requestAs, rowsOf, tuesday } from '@/tests/support/practice'

let app: TestApp
let office: Office
let dana: Person
let both: Person

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  dana = office.dana
  both = await makeStaff(app, 'Remy', ['owner', 'biller'])
})

afterEach(() => freezeAt(tuesday))

afterAll(async () => {
  clock.reset()
  await app.stop()
})

const rulesIn = (answer: Answer): string[] => [
  ...new Set<string>(
    (answer.body.errors ?? []).map((error: { rule?: string }) => error.rule ?? ''),
  ),
]

const messagesIn = (answer: Answer): string =>
  (answer.body.errors ?? []).map((error: { message: string }) => error.message).join(' ')

const set = (collection: string, id: string, data: Record<string, unknown>) =>
  app.payload.db.updateOne({ collection, id, data })

const submitMutation =
  'mutation($id: String!, $override: ActionInput) { submitClaims(id: $id, override: $override) { id status } }'

/** No door but the action may change a billing record; each answers as closed. */
const expectClosed = async (
  slug: string,
  id: string,
  data: Record<string, unknown>,
): Promise<void> => {
  const before = await read(app, slug, id)
  const name = Object.keys(data)[0] ?? ''
  await dana.client.patch(`/api/${slug}/${id}`, data)
  await dana.client.patch(`/api/${slug}?where[id][equals]=${id}`, data)
  expect((await dana.client.post(`/api/${slug}/${id}/duplicate`, {})).status).toBe(404)
  expect((await dana.client.post(`/api/${slug}/versions/${id}`, {})).status).toBe(404)
  expect((await dana.client.delete(`/api/${slug}/${id}`)).status).toBeGreaterThanOrEqual(400)
  const local = asUser(await requestAs(app, dana))
  await local.update({ collection: slug as never, id, data }).catch(() => undefined)
  expect((await read(app, slug, id))[name]).toEqual(before[name])
}

describe('R14 coverage that was not checked lately is pointed out', () => {
  it('counts the days and says when it is stale, never checked, or inactive', async () => {
    const { policy, patient } = await makeInsured(office, { lastCheckedOn: '2026-03-04' })
    const stale = await dana.client.get(`/api/insurance-policies/${policy}/eligibility`)
    expect(stale.body).toMatchObject({ state: 'stale', ageDays: 41 })
    expect(stale.body.message).toContain('41 days ago')
    const check = await dana.client.post('/api/eligibility-checks', {
      policy,
      result: 'active',
      copayCents: 2_000,
      reference: 'Call 123',
    })
    expect(check.status).toBe(201)
    expect(check.body.doc).toMatchObject({ patient, checkedOn: todayIs, checkedBy: dana.id })
    const fresh = await dana.client.get(`/api/insurance-policies/${policy}/eligibility`)
    expect(fresh.body.state).toBe('fresh')
    expect(
      (await office.kim.client.get(`/api/insurance-policies/${policy}/eligibility`)).status,
    ).toBe(200)
  })

  it('advises when a claim is sent on stale coverage, and sends it', async () => {
    const { claim } = await makeClaim(office, { policy: { lastCheckedOn: '2026-01-02' } })
    const answer = await submit(office, claim)
    expect(answer.body.advice.join(' ')).toContain('last checked 102 days ago')
  })

  it('makes an inactive policy pay nothing: the patient does, and billing gets a task', async () => {
    const { policy, patient } = await makeInsured(office)
    const check = await dana.client.post('/api/eligibility-checks', { policy, result: 'inactive' })
    expect(check.status).toBe(201)
    expect(await rowsOf(app, 'tasks', { recordId: policy })).toHaveLength(1)
    const visit = await makeVisit(office, { patient })
    await complete(office, visit)
    const [charge] = await rowsOf(app, 'charges', { session: visit.session })
    expect(charge?.['payer'] ?? null).toBeNull()
    expect(await balance(office, patient)).toMatchObject({ dueCents: 18_000, payersDueCents: 0 })
    await diagnose(app, patient)
    await signVisit(office, { patient, visit })
    expect(await rowsOf(app, 'claims', { session: visit.session })).toHaveLength(0)
  })
})

describe('R70 one charge per session and code, from completed sessions', () => {
  it('has no door to make one by hand', async () => {
    const { visit } = await makeClaim(office)
    const data = { session: visit.session, code: '90834', amountCents: 1 }
    expect((await dana.client.post('/api/charges', data)).status).toBe(403)
    const mutation = await dana.client.graphql(
      'mutation($data: mutationChargeInput!) { createCharge(data: $data) { id } }',
      { data: {} },
    )
    expect(mutation.body.errors?.length).toBeGreaterThan(0)
    const local = asUser(await requestAs(app, dana))
    await expect(local.create({ collection: 'charges' as never, data })).rejects.toThrow()
    expect(await rowsOf(app, 'charges', { session: visit.session })).toHaveLength(1)
  })

  it('refuses a second one and one without a completed session, even from the system', async () => {
    const { visit, charge, patient } = await makeClaim(office)
    const system = await asSystem(app.payload, 'Test')
    const row = await read(app, 'charges', charge)
    const data = {
      patient,
      session: visit.session,
      code: '90791',
      serviceDate: todayIs,
      status: 'awaitingNote',
    }
    await expect(
      system.create({ collection: 'charges' as never, data: { ...data, uniqueKey: 'another' } }),
    ).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('already exists for Apr 14, 2026'),
    })
    const open = await makeVisit(office, { patient })
    await expect(
      system.create({
        collection: 'charges' as never,
        data: { ...data, session: open.session, uniqueKey: 'open' },
      }),
    ).rejects.toMatchObject({ status: 409 })
    expect(row['uniqueKey']).toBe(`${visit.session}|90791`)
    await expectClosed('charges', charge, { amountCents: 1 })
  })

  it('takes another one after the first was entered in error', async () => {
    const { visit, charge, patient } = await makeClaim(office)
    const answer = await dana.client.post(`/api/charges/${charge}/void`, {
      reason: 'Wrong session',
    })
    expect(answer.status).toBe(200)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 0 })
    const { ensureCharge } = await import('@/collections/billing/effects/ensureCharge')
    await Promise.all(
      [1, 2, 3, 4, 5].map(() => asFollowUp(app, (context) => ensureCharge(context, visit.session))),
    )
    const standing = (await rowsOf(app, 'charges', { session: visit.session })).filter(
      (row) => row['status'] !== 'voided',
    )
    expect(standing).toHaveLength(1)
    expect(await balance(office, patient)).toMatchObject({ payersDueCents: 18_000 })
  })
})

describe('R71 a claim goes out whole', () => {
  const spoil: readonly [string, string, (claim: Billed) => Promise<unknown>][] = [
    [
      'diagnosis',
      'has no diagnosis',
      async ({ patient }) => {
        const [row] = await rowsOf(app, 'diagnoses', { patient })
        await set('diagnoses', row?.id ?? '', { status: 'provisional' })
      },
    ],
    [
      'coverage',
      'is not active on',
      ({ policy }) => set('insurance-policies', policy, { terminatedOn: '2026-04-01' }),
    ],
    [
      'enrollment',
      'was not enrolled',
      async ({ claim }) => {
        const other = await makePayer(app, { name: `Other ${claim}`, payerId: '99999' })
        await set('claims', claim, { payer: other })
        const { policy } = await read(app, 'claims', claim)
        await set('insurance-policies', String(policy), { payer: other })
      },
    ],
    [
      'plan',
      'wants an active treatment plan',
      async ({ claim }) => {
        const strict = await makePayer(app, {
          name: `Strict ${claim}`,
          payerId: '88888',
          requiresPlan: true,
        })
        await enroll(app, office.kim.id, strict)
        await set('claims', claim, { payer: strict })
      },
    ],
    [
      'units',
      'needs an authorization',
      async ({ claim }) => {
        const careful = await makePayer(app, {
          name: `Careful ${claim}`,
          payerId: '77777',
          requiresAuthorization: true,
        })
        await enroll(app, office.kim.id, careful)
        await set('claims', claim, { payer: careful })
      },
    ],
  ]

  for (const [what, sentence, ruin] of spoil) {
    it(`stops at the ${what} by REST, GraphQL and the Local API, and lets the owner go past it with a reason`, async () => {
      const billed = await makeClaim(office)
      await ruin(billed)
      const { claim } = billed
      const readiness = await dana.client.get(`/api/claims/${claim}/readiness`)
      expect(readiness.body.ready).toBe(false)
      const rest = await dana.client.post(`/api/claims/${claim}/submit`, {})
      expect(rest.status).toBe(422)
      expect(rulesIn(rest)).toEqual(['R71'])
      expect(messagesIn(rest)).toContain(sentence)
      const graphql = await dana.client.graphql(submitMutation, { id: claim })
      expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R71')
      const prepared = await dana.client.post(`/api/claims/${claim}/prepare`, {})
      expect(prepared.body.status).toBe('needsAttention')
      const _override = [{ rule: 'R71', reason: 'The payer agreed by phone' }]
      expect((await dana.client.post(`/api/claims/${claim}/submit`, { _override })).status).toBe(
        422,
      )
      const isSendable = what !== 'diagnosis'
      const owner = await both.client.post(`/api/claims/${claim}/submit`, { _override })
      expect(owner.status).toBe(isSendable ? 200 : 422)
      expect(await rowsOf(app, 'overrides', { recordId: claim })).toHaveLength(isSendable ? 1 : 0)
    })
  }

  it('never goes out without the signature, whoever asks', async () => {
    const insured = await makeInsured(office)
    await diagnose(app, insured.patient)
    const visit = await makeVisit(office, { patient: insured.patient })
    await complete(office, visit)
    await signVisit(office, { patient: insured.patient, visit })
    const [claim] = await rowsOf(app, 'claims', { session: visit.session })
    const [note] = await rowsOf(app, 'intake-assessments', { patient: insured.patient })
    const id = claim?.id ?? ''
    const _override = [{ rule: 'R71', reason: 'We are in a hurry' }]
    for (const [state, sentence] of [
      [{ status: 'draft', isFinal: false, signedAt: null }, 'is not signed'],
      [{ status: 'pendingCosign', isFinal: false }, "waits for the supervisor's co-signature"],
    ] as const) {
      await set('intake-assessments', note?.id ?? '', state)
      const answer = await both.client.post(`/api/claims/${id}/submit`, { _override })
      expect(answer.status).toBe(422)
      expect(messagesIn(answer)).toContain(sentence)
      expect(answer.body.errors.some((error: { mayOverride?: unknown }) => error.mayOverride)).toBe(
        false,
      )
      const graphql = await both.client.graphql(submitMutation, { id, override: _override })
      expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R71')
      const batch = await both.client.post('/api/claim-batches/submit', { claims: [id], _override })
      expect(batch.status).toBe(422)
    }
    expect((await read(app, 'claims', id))['status']).toBe('draft')
    await expectClosed('claims', id, { status: 'submitted' })
  })

  it('names the value that the file lacks, and nobody may send without it', async () => {
    const { claim, patient } = await makeClaim(office)
    await set('patients', patient, { addressLine1: '' })
    const answer = await both.client.post(`/api/claims/${claim}/submit`, {
      _override: [{ rule: 'R71', reason: 'Send it anyway' }],
    })
    expect(answer.status).toBe(422)
    expect(messagesIn(answer)).toBe("The patient's address or birth date is missing.")
    expect(
      (await dana.client.get(`/api/claims/${claim}/readiness`)).body.findings.at(-1),
    ).toMatchObject({
      ok: false,
      path: 'file',
      fix: { url: expect.stringContaining('/admin/collections/insurance-policies/') },
    })
  })

  it('bills the supervisor for a pre-licensed clinician where the payer wants it so', async () => {
    const payer = await makePayer(app, {
      name: 'Supervised',
      payerId: '55555',
      supervisionMode: 'underSupervisor',
    })
    await enroll(app, office.kim.id, payer)
    const leo = await makeStaff(app, 'Leo Park', ['intern'])
    await insert(app, 'supervision-agreements', {
      supervisor: office.kim.id,
      supervisee: leo.id,
      startsOn: '2026-01-01',
    })
    const { claim, policy } = await makeClaim(office)
    await set('claims', claim, { payer, clinician: leo.id })
    await set('insurance-policies', policy, { payer })
    const answer = await submit(office, claim)
    const file = await dana.client.get(answer.body.result.fileUrl)
    expect(file.body).toContain('NM1*82*1*ALVAREZ*KIM')
  })
})

describe('R72 units are reserved, used and released by bookings', () => {
  const authorize = (policy: string, more: Record<string, unknown> = {}) =>
    dana.client.post('/api/authorizations', {
      policy,
      number: 'A-1182',
      unitsApproved: 2,
      effectiveFrom: '2026-04-01',
      effectiveTo: '2026-06-30',
      ...more,
    })
  const counts = async (id: string) => {
    const { unitsReserved, unitsUsed } = await read(app, 'authorizations', id)
    return [unitsReserved, unitsUsed]
  }

  it('reserves for the bookings that exist, uses with the session, releases with the cancellation', async () => {
    const { patient, policy } = await makeInsured(office)
    const kept = await makeVisit(office, { patient })
    const dropped = await makeVisit(office, { patient, serviceDate: '2026-04-21' })
    await set('appointments', dropped.appointment, { status: 'booked' })
    const made = await authorize(policy)
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    expect(made.body.doc.patient).toBe(patient)
    expect(await counts(id)).toEqual([2, 0])
    await complete(office, kept)
    expect(await counts(id)).toEqual([1, 1])
    const cancelled = await office.ben.client.post(
      `/api/appointments/${dropped.appointment}/cancel`,
      { kind: 'patientEarly' },
    )
    expect(cancelled.status).toBe(200)
    expect(await counts(id)).toEqual([0, 1])
    const [unit] = await rowsOf(app, 'authorization-units', { appointment: kept.appointment })
    expect(unit).toMatchObject({ state: 'used', session: kept.session })
  })

  it('hands out no more than was approved to bookings of the same moment', async () => {
    const { patient, policy } = await makeInsured(office)
    const { id } = (await authorize(policy)).body.doc
    const { reserveUnit } = await import('@/collections/billing/effects/reserveUnit')
    const visits = []
    for (let day = 15; day < 20; day += 1)
      visits.push(await makeVisit(office, { patient, serviceDate: `2026-04-${day}` }))
    await Promise.all(
      visits.map(({ appointment }) =>
        asFollowUp(app, (context) => reserveUnit(context, appointment)),
      ),
    )
    expect(await counts(id)).toEqual([2, 0])
    expect(await rowsOf(app, 'tasks', { kind: 'authorization' })).toHaveLength(3)
    await Promise.all(
      visits.map(({ appointment }) =>
        asFollowUp(app, (context) => reserveUnit(context, appointment)),
      ),
    )
    expect(await counts(id)).toEqual([2, 0])
  })

  it('shows the units on the claim and puts the number into the file', async () => {
    const { claim, policy } = await makeClaim(office)
    const { id } = (await authorize(policy, { number: 'A-77', unitsApproved: 1 })).body.doc
    expect(await counts(id)).toEqual([0, 1])
    const answer = await submit(office, claim)
    expect((await dana.client.get(answer.body.result.fileUrl)).body).toContain('REF*G1*A-77')
  })

  it('cannot be lowered under what is taken, nor counted by hand, at any door', async () => {
    const { patient, policy } = await makeInsured(office)
    await makeVisit(office, { patient })
    await makeVisit(office, { patient })
    const { id } = (await authorize(policy)).body.doc
    const lower = await dana.client.patch(`/api/authorizations/${id}`, { unitsApproved: 1 })
    expect(lower.status).toBe(422)
    expect(rulesIn(lower)).toEqual(['R72'])
    const graphql = await dana.client.graphql(
      'mutation($id: String!, $data: mutationAuthorizationUpdateInput!) { updateAuthorization(id: $id, data: $data) { id } }',
      { id, data: { unitsApproved: 1 } },
    )
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R72')
    const local = asUser(await requestAs(app, dana))
    await expect(
      local.update({ collection: 'authorizations' as never, id, data: { unitsApproved: 1 } }),
    ).rejects.toMatchObject({ status: 422 })
    await dana.client.patch(`/api/authorizations/${id}`, { unitsReserved: 0, unitsUsed: 0 })
    expect(await counts(id)).toEqual([2, 0])
    await expectClosed('authorizations', id, { unitsUsed: 9 })
    const backwards = await authorize(policy, { effectiveFrom: '2026-07-01' })
    expect(backwards.status).toBe(422)
    expect((await authorize(policy, { unitsApproved: 0 })).status).toBe(400)
  })
})

describe('R74 the code follows from the minutes', () => {
  it('stops a code that the minutes do not support; not even the owner goes past it', async () => {
    const { claim, visit } = await makeClaim(office, { kind: 'individual', minutes: 47 })
    expect((await rowsOf(app, 'claim-lines', { claim }))[0]).toMatchObject({ code: '90834' })
    const [line] = await rowsOf(app, 'claim-lines', { claim })
    await set('claim-lines', line?.id ?? '', { code: '90837' })
    const body = { _override: [{ rule: 'R74', reason: 'It was nearly an hour' }] }
    const answer = await both.client.post(`/api/claims/${claim}/submit`, body)
    expect(answer.status).toBe(422)
    expect(rulesIn(answer)).toEqual(['R74'])
    expect(messageIn(answer)).toBe('47 minutes fits 90834, not 90837.')
    const graphql = await both.client.graphql(submitMutation, { id: claim })
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R74')
    await expectClosed('claim-lines', line?.id ?? '', { code: '90832' })
    expect((await read(app, 'sessions', visit.session))['serviceCode']).toBe('90834')
  })
})

describe('R76 place and modifiers come from the payer table', () => {
  it('uses the row of the day and refuses what disagrees with it', async () => {
    const rule = await dana.client.post('/api/payer-rules', {
      payer: office.aetna,
      modality: 'video',
      patientPlace: 'home',
      placeOfService: '02',
      modifiers: 'GT',
      effectiveFrom: '2026-04-01',
      source: 'Provider manual 2026',
    })
    expect(rule.status).toBe(201)
    const { claim } = await makeClaim(office, { kind: 'individual', minutes: 55, format: 'video' })
    const [line] = await rowsOf(app, 'claim-lines', { claim })
    expect(line).toMatchObject({ placeOfService: '02', modifiers: 'GT' })
    await set('claim-lines', line?.id ?? '', { placeOfService: '10', modifiers: '95' })
    const answer = await dana.client.post(`/api/claims/${claim}/submit`, {})
    expect(rulesIn(answer)).toEqual(['R76'])
    expect(messagesIn(answer)).toContain('wants place of service 02')
    const graphql = await dana.client.graphql(submitMutation, { id: claim })
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R76')
    const _override = [{ rule: 'R76', reason: 'Agreed with the payer on the phone' }]
    const overridden = await dana.client.post(`/api/claims/${claim}/submit`, { _override })
    expect(overridden.body).toMatchObject({ status: 'submitted' })
    const earlier = await makeClaim(office, {
      kind: 'individual',
      minutes: 55,
      format: 'video',
      serviceDate: '2026-03-31',
    })
    expect((await rowsOf(app, 'claim-lines', { claim: earlier.claim }))[0]).toMatchObject({
      placeOfService: '10',
      modifiers: '95',
    })
    await set('payer-rules', rule.body.doc.id, { effectiveTo: '2026-04-01' })
  })
})

describe('R78 the filing window', () => {
  it('shows the clock, alarms at 80 percent, and stops after the limit without proof', async () => {
    const { claim } = await makeClaim(office)
    expect(await read(app, 'claims', claim)).toMatchObject({
      filingDeadline: '2026-07-13',
      filingAlarmFrom: '2026-06-25',
    })
    freezeAt('2026-06-26T17:00:00.000Z')
    const alarm = await dana.client.get('/api/charges/unbilled')
    expect(
      alarm.body.docs.find((row: { claimId: string }) => row.claimId === claim).filing,
    ).toMatchObject({
      isUrgent: true,
      daysLeft: 17,
    })
    freezeAt('2026-07-15T17:00:00.000Z')
    const late = await dana.client.post(`/api/claims/${claim}/submit`, {})
    expect(late.status).toBe(422)
    expect(rulesIn(late)).toEqual(['R78'])
    expect(messageIn(late)).toContain('passed on Jul 13, 2026')
    const graphql = await dana.client.graphql(submitMutation, { id: claim })
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R78')
    const proof = await dana.client.patch(`/api/claims/${claim}`, { hasProofOfTimelyFiling: true })
    expect(proof.status).toBe(200)
    expect((await dana.client.post(`/api/claims/${claim}/submit`, {})).status).toBe(200)
    freezeAt(tuesday)
  })
})

describe('R81 a remittance posts once and writes nothing denied off', () => {
  it('leaves a denial open with the payer and makes work of it', async () => {
    const { claim, controlNumber, memberId, patient } = await makeClaim(office)
    await submit(office, claim)
    const posted = await postEra(
      office,
      era({
        claims: [
          {
            controlNumber,
            memberId,
            chargeCents: 18_000,
            paidCents: 0,
            statusCode: '4',
            adjustments: [['CO', '16', 18_000]],
          },
        ],
      }),
    )
    expect(posted.body.result).toMatchObject({ matched: 1, parked: 0 })
    expect(await read(app, 'claims', claim)).toMatchObject({
      status: 'denied',
      deniedCents: 18_000,
      denialCodes: 'CO-16',
    })
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0, payersDueCents: 18_000 })
    expect(await rowsOf(app, 'ledger-entries', { patient, account: 'writeOff' })).toHaveLength(0)
    expect(
      await rowsOf(app, 'ledger-entries', { patient, account: 'contractualAdjustment' }),
    ).toHaveLength(0)
    const tasks = await rowsOf(app, 'tasks', { recordId: claim, kind: 'denial' })
    expect(tasks[0]?.['title']).toContain('CO-16')
  })

  it('refuses the same payment from another file, by REST and GraphQL', async () => {
    const { claim, controlNumber, memberId } = await makeClaim(office)
    await submit(office, claim)
    const paid = { controlNumber, memberId, chargeCents: 18_000, paidCents: 18_000 }
    const trace = `TWICE-${controlNumber}`
    expect((await postEra(office, era({ trace, claims: [paid] }))).status).toBe(200)
    const second = await dana.client.post('/api/remittances', {
      text: era({ trace, claims: [{ ...paid, payerClaimNumber: 'ANOTHER' }] }),
    })
    expect(second.status).toBe(201)
    const answer = await dana.client.post(`/api/remittances/${second.body.id}/post`, {})
    expect(answer.status).toBe(409)
    expect(rulesIn(answer)).toEqual(['R81'])
    const graphql = await dana.client.graphql(
      'mutation($id: String!) { postRemittances(id: $id) { id } }',
      { id: second.body.id },
    )
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R81')
    await expectClosed('remittances', second.body.id, { status: 'posted' })
  })
})

describe('R82 a statement only after the payer answered', () => {
  const issue = (patient: string, who: Person = dana, extra: Record<string, unknown> = {}) =>
    who.client.post('/api/statements/issue', { patient, ...extra })

  it('waits for the payer, by REST and GraphQL; the owner may send it with a reason', async () => {
    const { patient } = await makeClaim(office)
    const answer = await issue(patient)
    expect(answer.status).toBe(422)
    expect(rulesIn(answer)).toEqual(['R82'])
    expect(messageIn(answer)).toContain('Insurance has not answered yet')
    const graphql = await dana.client.graphql(
      'mutation($input: ActionInput) { issueStatements(input: $input) { id } }',
      { input: { patient } },
    )
    expect(graphql.body.errors[0].extensions.errors[0].rule).toBe('R82')
    expect(await rowsOf(app, 'statements', { patient })).toHaveLength(0)
    expect((await dana.client.post('/api/statements', { patient })).status).toBe(403)
    const forced = await issue(patient, office.rosa, {
      _override: [{ rule: 'R82', reason: 'The patient asked for it' }],
    })
    expect(forced.status).toBe(201)
    await expectClosed('statements', forced.body.id, { totalCents: 1 })
  })

  it('waits while another payer has the claim, or a second policy covers the day', async () => {
    const { claim, controlNumber, memberId, patient } = await makeClaim(office)
    await submit(office, claim)
    const posted = await postEra(
      office,
      era({
        claims: [
          {
            controlNumber,
            memberId,
            statusCode: '19',
            chargeCents: 18_000,
            paidCents: 10_000,
            adjustments: [['PR', '1', 8_000]],
          },
        ],
      }),
    )
    expect(posted.body.result.matched).toBe(1)
    expect(messageIn(await issue(patient))).toContain('Insurance has not answered yet')
    await set('claims', claim, { isForwarded: false })
    const second = await insert(app, 'insurance-policies', {
      patient,
      payer: office.aetna,
      memberId: `S${memberId}`,
      priority: 'secondary',
      relationship: 'self',
      status: 'active',
      effectiveOn: '2026-01-01',
    })
    expect(messageIn(await issue(patient))).toContain('Insurance has not answered yet')
    await set('insurance-policies', second, { terminatedOn: '2026-02-01' })
    expect((await issue(patient)).status).toBe(201)
  })

  it('keeps to the minimum and to the hold', async () => {
    const patient = await makeClient(office, { isSelfPay: true })
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    expect(messageIn(await issue(patient))).toContain('owes nothing')
    await signVisit(office, { patient, visit })
    await set('patients', patient, { statementHold: true })
    expect(messageIn(await issue(patient))).toContain('on hold')
    await set('patients', patient, { statementHold: false })
    const paid = await dana.client.post('/api/payments/record', {
      patient,
      amountCents: 15_950,
      method: 'cash',
    })
    expect(paid.status).toBe(201)
    expect(messageIn(await issue(patient))).toContain('below the minimum')
  })
})

describe('R83 large amounts need the owner', () => {
  it('stops the biller above the limit and not below', async () => {
    const patient = await makeClient(office, { isSelfPay: true })
    const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
    await complete(office, visit)
    const [charge] = await rowsOf(app, 'charges', { session: visit.session })
    const body = { amountCents: 14_000, owedBy: 'patient', reason: 'Hardship' }
    const path = `/api/charges/${charge?.id}/write-off`
    const refused = await dana.client.post(path, body)
    expect(refused.status).toBe(422)
    expect(rulesIn(refused)).toEqual(['R83'])
    expect(messageIn(refused)).toContain('waiting for approval')
    const small = await dana.client.post(path, { ...body, amountCents: 2_000 })
    expect(small.status).toBe(200)
    const second = await dana.client.post(path, { ...body, amountCents: 9_000 })
    expect(rulesIn(second)).toEqual(['R83'])
    expect(messageIn(second)).toContain('$90.00 with what went before ($20.00) is above $100.00')
    const approved = await office.rosa.client.post(path, {
      ...body,
      _override: [{ rule: 'R83', reason: 'Agreed with the patient' }],
    })
    expect(approved.status).toBe(200)
    expect(await balance(office, patient)).toMatchObject({ dueCents: 0 })
    expect((await dana.client.post(path, { ...body, amountCents: 1 })).status).toBe(400)
  })
})
