import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standardSettings } from '@/hooks/rules/settings'
import { balanceOf } from '@/src/domain/billing/balances'
import {
  type Account,
  applyUnappliedPosting,
  chargePosting,
  LedgerError,
  type OpenCharge,
  type Posting,
  type PostingLine,
  parkedMoneyPosting,
  patientPaymentPosting,
  type Responsible,
  refundPosting,
  remittanceLinePosting,
  reversalOf,
  writeOffPosting,
} from '@/src/domain/billing/ledger'
import { clock } from '@/src/lib/clock'
import {
  balance,
  checkBooks,
  complete,
  diagnose,
  era,
  importEra,
  makeClient,
  makeInsured,
  makeOffice,
  makeVisit,
  type Office,
  signVisit,
  submit,
  todayIs,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { rowsOf } from '@/tests/support/practice'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await bootApp({ isLarge: true })
  office = await makeOffice(app)
})

afterAll(async () => {
  clock.reset()
  await app.stop()
})

type Charge = {
  id: string
  patient: string
  amountCents: number
  writtenOffCents: number
  claim: string | null
  controlNumber: string
  isAnswered: boolean
}

const { approvalLimitCents } = standardSettings

/** The books as the pure ledger keeps them; what the product says has to be the same. */
class Books {
  readonly lines: PostingLine[] = []
  readonly charges: Charge[] = []
  readonly payments: { id: string; patient: string; amountCents: number; refundedCents: number }[] =
    []
  readonly parked: { id: string; amountCents: number }[] = []
  parkedTotal = 0

  add(posting: Posting | null): void {
    if (posting) this.lines.push(...posting.lines)
  }

  due(chargeId: string, account: Account): number {
    return this.lines
      .filter((line) => line.chargeId === chargeId && line.account === account)
      .reduce((sum, line) => sum + line.amountCents, 0)
  }

  open(patient: string): OpenCharge[] {
    return this.charges
      .filter((charge) => charge.patient === patient)
      .map(({ id }) => ({
        chargeId: id,
        serviceDate: todayIs,
        dueCents: this.due(id, 'patientReceivable'),
      }))
  }

  unapplied(patient: string): number {
    return balanceOf({ lines: this.lines, by: 'unapplied' }).get(patient) ?? 0
  }
}

type Patients = { insured: string; memberId: string; selfPay: string }

type Step =
  | { do: 'session'; isInsured: boolean }
  | { do: 'record' | 'apply' | 'refund'; isInsured: boolean; cents: number }
  | { do: 'writeOff'; pick: number; cents: number; owedBy: 'patient' | 'payer' }
  | { do: 'answer'; pick: number; paid: number; patientShare: number; contractual: number }
  | { do: 'park'; cents: number }
  | { do: 'dismiss' | 'voidCharge'; pick: number }

const part = fc.integer({ min: 0, max: 100 })
const cents = fc.integer({ min: 1, max: 25_000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('session' as const), isInsured: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('record', 'apply', 'refund' as const),
      isInsured: fc.boolean(),
      cents,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('writeOff' as const),
      pick: part,
      cents: fc.integer({ min: 1, max: 9_000 }),
      owedBy: fc.constantFrom('patient', 'payer' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      pick: part,
      paid: part,
      patientShare: part,
      contractual: part,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('park' as const), cents }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('dismiss', 'voidCharge' as const), pick: part }),
  },
)

const at = <T>(list: readonly T[], pick: number): T | undefined =>
  list[pick % Math.max(1, list.length)]

const runSession = async (books: Books, people: Patients, isInsured: boolean): Promise<void> => {
  const patient = isInsured ? people.insured : people.selfPay
  const visit = await makeVisit(office, { patient, kind: 'individual', minutes: 55 })
  await complete(office, visit)
  await signVisit(office, { patient, visit })
  const [charge] = await rowsOf(app, 'charges', { session: visit.session })
  const [claim] = await rowsOf(app, 'claims', { session: visit.session })
  if (!charge) throw new Error('no charge')
  if (claim) await submit(office, claim.id)
  const responsible: Responsible = isInsured
    ? { kind: 'payer', payerId: office.aetna }
    : { kind: 'patient' }
  const amountCents = Number(charge['amountCents'])
  books.add(chargePosting({ chargeId: charge.id, patientId: patient, responsible, amountCents }))
  books.charges.push({
    id: charge.id,
    patient,
    amountCents,
    writtenOffCents: 0,
    claim: claim?.id ?? null,
    controlNumber: String(claim?.['controlNumber'] ?? ''),
    isAnswered: false,
  })
}

const runMoney = async (
  books: Books,
  patient: string,
  { do: what, cents: amountCents }: { do: 'record' | 'apply' | 'refund'; cents: number },
): Promise<void> => {
  const { client } = office.dana
  if (what === 'record') {
    const answer = await client.post('/api/payments/record', {
      patient,
      amountCents,
      method: 'cash',
    })
    expect(answer.status).toBe(201)
    books.add(
      patientPaymentPosting({ patientId: patient, amountCents, openCharges: books.open(patient) }),
    )
    books.payments.push({ id: answer.body.id, patient, amountCents, refundedCents: 0 })
    return
  }
  const payment = books.payments.find((each) => each.patient === patient)
  if (!payment) return
  if (what === 'apply') {
    const posting = applyUnappliedPosting({
      patientId: patient,
      availableCents: books.unapplied(patient),
      openCharges: books.open(patient),
    })
    const answer = await client.post(`/api/payments/${payment.id}/apply`)
    expect(answer.status).toBe(posting ? 200 : 409)
    books.add(posting)
    return
  }
  const availableCents = Math.min(
    books.unapplied(patient),
    payment.amountCents - payment.refundedCents,
  )
  const isSmall = payment.refundedCents + amountCents <= approvalLimitCents
  const answer = await client.post(`/api/payments/${payment.id}/refund`, {
    amountCents,
    reason: 'Property',
  })
  expect(answer.status).toBe(amountCents > availableCents ? 400 : isSmall ? 200 : 422)
  if (answer.status !== 200) return
  books.add(refundPosting({ patientId: patient, amountCents, availableCents }))
  payment.refundedCents += amountCents
}

const runWriteOff = async (
  books: Books,
  { pick, cents: amountCents, owedBy }: Extract<Step, { do: 'writeOff' }>,
): Promise<void> => {
  const charge = at(books.charges, pick)
  if (!charge) return
  const isPayer = owedBy === 'payer' && charge.claim !== null
  const owedCents = books.due(charge.id, isPayer ? 'payerReceivable' : 'patientReceivable')
  const answer = await office.dana.client.post(`/api/charges/${charge.id}/write-off`, {
    amountCents,
    owedBy,
    reason: 'Property',
  })
  let posting: Posting | null = null
  try {
    posting = writeOffPosting({
      chargeId: charge.id,
      patientId: charge.patient,
      responsible: isPayer ? { kind: 'payer', payerId: office.aetna } : { kind: 'patient' },
      amountCents,
      owedCents,
    })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
  const isSmall = charge.writtenOffCents + amountCents <= approvalLimitCents
  expect(answer.status).toBe(!posting ? 400 : isSmall ? 200 : 422)
  if (answer.status !== 200) return
  books.add(posting)
  charge.writtenOffCents += amountCents
}

const post = async (text: string): Promise<string> => {
  const imported = await importEra(office.dana.client, text)
  const answer = await office.dana.client.post(`/api/remittances/${imported.body.id}/post`)
  expect(answer.status).toBe(200)
  const { postedCents, parkedCents, paymentCents } = answer.body.result
  expect(postedCents + parkedCents).toBe(paymentCents)
  return imported.body.id
}

const runAnswer = async (
  books: Books,
  memberId: string,
  wish: Extract<Step, { do: 'answer' }>,
): Promise<void> => {
  const charge = at(
    books.charges.filter((each) => each.claim && !each.isAnswered),
    wish.pick,
  )
  if (!charge) return
  const total = wish.paid + wish.patientShare + wish.contractual + 20
  const share = (weight: number) => Math.floor((charge.amountCents * weight) / total)
  const [paidCents, patientCents, contractualCents] = [
    share(wish.paid),
    share(wish.patientShare),
    share(wish.contractual),
  ]
  const denied = charge.amountCents - paidCents - patientCents - contractualCents
  const adjustments = [
    ['CO', '45', contractualCents],
    ['PR', '1', patientCents],
    ['CO', '16', denied],
  ] as const
  await post(
    era({
      claims: [
        {
          controlNumber: charge.controlNumber,
          memberId,
          code: '90837',
          chargeCents: charge.amountCents,
          paidCents,
          adjustments: adjustments.filter(([, , amount]) => amount !== 0),
        },
      ],
    }),
  )
  charge.isAnswered = true
  books.add(
    remittanceLinePosting({
      chargeId: charge.id,
      patientId: charge.patient,
      claimId: charge.claim ?? '',
      payerId: office.aetna,
      paidCents,
      contractualCents,
      patientResponsibilityCents: patientCents,
    }),
  )
}

const runPark = async (books: Books, amountCents: number): Promise<void> => {
  const id = await post(
    era({
      claims: [
        {
          controlNumber: `LOST${books.lines.length}`,
          chargeCents: amountCents,
          paidCents: amountCents,
        },
      ],
    }),
  )
  const [item] = await rowsOf(app, 'remittance-items', { remittance: id })
  books.add(parkedMoneyPosting({ payerId: office.aetna, amountCents }))
  books.parked.push({ id: item?.id ?? '', amountCents })
}

const runUndo = async (
  books: Books,
  { do: what, pick }: { do: 'dismiss' | 'voidCharge'; pick: number },
): Promise<void> => {
  if (what === 'dismiss') {
    const item = at(books.parked, pick)
    if (!item) return
    const answer = await office.dana.client.post(`/api/remittance-items/${item.id}/dismiss`, {
      reason: 'Property',
    })
    expect(answer.status).toBe(200)
    books.add(
      reversalOf(parkedMoneyPosting({ payerId: office.aetna, amountCents: item.amountCents })),
    )
    books.parked.splice(books.parked.indexOf(item), 1)
    return
  }
  const charge = at(
    books.charges.filter((each) => !each.claim),
    pick,
  )
  if (!charge) return
  const answer = await office.dana.client.post(`/api/charges/${charge.id}/void`, {
    reason: 'Property',
  })
  expect(answer.status).toBe(200)
  const standing = books.lines.filter((line) => line.chargeId === charge.id)
  const applied = standing.reduce((sum, line) => sum + line.amountCents, 0)
  const give: PostingLine[] =
    applied === 0
      ? []
      : [{ account: 'unappliedCredit', amountCents: -applied, patientId: charge.patient }]
  books.add(reversalOf({ kind: 'charge', lines: [...standing, ...give] }))
  books.charges.splice(books.charges.indexOf(charge), 1)
}

const runStep = (books: Books, people: Patients, next: Step): Promise<void> => {
  const { insured, memberId, selfPay } = people
  if (next.do === 'session') return runSession(books, people, next.isInsured)
  if (next.do === 'writeOff') return runWriteOff(books, next)
  if (next.do === 'answer') return runAnswer(books, memberId, next)
  if (next.do === 'park') return runPark(books, next.cents)
  if ('pick' in next) return runUndo(books, next)
  return runMoney(books, next.isInsured ? insured : selfPay, { do: next.do, cents: next.cents })
}

const compare = async (
  books: Books,
  people: Patients,
  before: ReadonlyMap<string, number>,
): Promise<void> => {
  const entries = await rowsOf(app, 'ledger-entries')
  const said = balanceOf({ lines: entries as unknown as PostingLine[], by: 'account' })
  const expected = balanceOf({ lines: books.lines, by: 'account' })
  for (const [account, amount] of said) {
    expect([account, amount - (before.get(account) ?? 0)]).toEqual([
      account,
      expected.get(account) ?? 0,
    ])
  }
  expect([...said.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0)
  for (const patient of [people.insured, people.selfPay]) {
    const shown = await balance(office, patient)
    const ofPatient = books.lines.filter((line) => line.patientId === patient)
    expect(shown.dueCents).toBe(balanceOf({ lines: ofPatient, by: 'patientDue' }).get(patient) ?? 0)
    expect(shown.unappliedCents).toBe(books.unapplied(patient))
    expect(shown.payersDueCents).toBe(
      balanceOf({ lines: ofPatient, by: 'payerDue' }).get(office.aetna) ?? 0,
    )
    expect(shown.unappliedCents).toBeGreaterThanOrEqual(0)
  }
}

describe('the books', () => {
  it('balance and equal the pure ledger over any history of actions', {
    timeout: 480_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        const { patient: insured, memberId } = await makeInsured(office)
        await diagnose(app, insured)
        const people = { insured, memberId, selfPay: await makeClient(office, { isSelfPay: true }) }
        const entries = await rowsOf(app, 'ledger-entries')
        const before = balanceOf({ lines: entries as unknown as PostingLine[], by: 'account' })
        const books = new Books()
        for (const next of steps) await runStep(books, people, next)
        await compare(books, people, before)
      }),
      { numRuns: 25, endOnFailure: true },
    )
    await checkBooks(app)
  })
})
