import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf } from '@/src/domain/billing/balances'
import {
  applyUnappliedPosting,
  chargePosting,
  LedgerError,
  type OpenCharge,
  type Posting,
  parkedMoneyPosting,
  patientPaymentPosting,
  providerAdjustmentPosting,
  refundPosting,
  remittanceLinePosting,
  reversalOf,
  transferPosting,
  writeOffPosting,
} from '@/src/domain/billing/ledger'

const payer = { kind: 'payer', payerId: 'aetna' } as const
const patient = { kind: 'patient' } as const
const PATIENTS = ['p1', 'p2'] as const

/** A practice's books with the plainest possible record of each charge beside them. */
class Books {
  readonly postings: Posting[] = []
  readonly charges: {
    chargeId: string
    patientId: string
    serviceDate: string
    charged: number
    settled: number
  }[] = []

  get lines() {
    return this.postings.flatMap((entry) => entry.lines)
  }
  post(entry: Posting | null) {
    if (entry) this.postings.push(entry)
  }
  unapplied(patientId: string): number {
    return balanceOf({ lines: this.lines, by: 'unapplied' }).get(patientId) ?? 0
  }
  owed(chargeId: string, account: 'patientReceivable' | 'payerReceivable'): number {
    return this.lines
      .filter((line) => line.chargeId === chargeId && line.account === account)
      .reduce((all, line) => all + line.amountCents, 0)
  }
  open(patientId: string): OpenCharge[] {
    return this.charges
      .filter((charge) => charge.patientId === patientId)
      .map(({ chargeId, serviceDate }) => ({
        chargeId,
        serviceDate,
        dueCents: this.owed(chargeId, 'patientReceivable'),
      }))
  }
  settle(entry: Posting | null) {
    for (const line of entry?.lines ?? []) {
      if (line.account !== 'patientReceivable') continue
      const charge = this.charges.find((candidate) => candidate.chargeId === line.chargeId)
      if (charge) charge.settled -= line.amountCents
    }
  }
}

type Step = { what: number; who: number; which: number; amount: number; share: number }

const play = (books: Books, { what, who, which, amount, share }: Step): void => {
  const patientId = PATIENTS[who % 2] ?? 'p1'
  const charge = books.charges[which % Math.max(1, books.charges.length)]
  const ref = charge && { chargeId: charge.chargeId, patientId: charge.patientId }
  if (what === 0) {
    const chargeId = `c${books.charges.length}`
    books.charges.push({
      chargeId,
      patientId,
      serviceDate: `2026-01-${10 + (which % 9)}`,
      charged: amount,
      settled: 0,
    })
    books.post(
      chargePosting({
        chargeId,
        patientId,
        responsible: share % 2 ? payer : patient,
        amountCents: amount,
      }),
    )
  } else if (what === 1 && charge && ref) {
    const owed = books.owed(charge.chargeId, 'payerReceivable')
    const paid = Math.floor((owed * (share % 101)) / 100)
    const contractual = Math.floor((owed - paid) / 2)
    books.post(
      remittanceLinePosting({
        ...ref,
        payerId: 'aetna',
        paidCents: paid,
        contractualCents: contractual,
        patientResponsibilityCents: Math.floor((owed - paid - contractual) / 2),
      }),
    )
    charge.settled += paid + contractual
  } else if (what === 2) {
    const entry = patientPaymentPosting({
      patientId,
      amountCents: amount,
      openCharges: books.open(patientId),
    })
    books.post(entry)
    books.settle(entry)
  } else if (what === 3) {
    const entry = applyUnappliedPosting({
      patientId,
      availableCents: books.unapplied(patientId),
      openCharges: books.open(patientId),
    })
    books.post(entry)
    books.settle(entry)
  } else if (what === 4) {
    const availableCents = books.unapplied(patientId)
    const refund = () => refundPosting({ patientId, amountCents: amount, availableCents })
    if (amount > availableCents) expect(refund).toThrow(LedgerError)
    else books.post(refund())
  } else if (what === 5 && charge && ref) {
    const owedCents = books.owed(charge.chargeId, 'patientReceivable')
    const writeOff = () =>
      writeOffPosting({ ...ref, responsible: patient, amountCents: amount, owedCents })
    if (amount > owedCents) expect(writeOff).toThrow(LedgerError)
    else {
      books.post(writeOff())
      charge.settled += amount
    }
  } else if (what === 6 && charge && ref) {
    const owed = books.owed(charge.chargeId, 'payerReceivable')
    if (owed > 0)
      books.post(transferPosting({ ...ref, from: payer, to: patient, amountCents: owed }))
  } else if (what === 7) {
    books.post(parkedMoneyPosting({ payerId: 'aetna', amountCents: amount - 5000 }))
    books.post(providerAdjustmentPosting({ payerId: 'aetna', amountCents: share - 50 }))
  }
}

describe('The ledger', () => {
  it('balances after every step of any history, charge by charge', () => {
    const step = fc.record({
      what: fc.nat(7),
      who: fc.nat(1),
      which: fc.nat(20),
      amount: fc.integer({ min: 1, max: 30_000 }),
      share: fc.nat(100),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const books = new Books()
        for (const one of steps) {
          play(books, one)
          const last = books.postings.at(-1)
          expect(last?.lines.reduce((all, line) => all + line.amountCents, 0) ?? 0).toBe(0)
          for (const id of PATIENTS) expect(books.unapplied(id)).toBeGreaterThanOrEqual(0)
        }
        const { lines } = books
        const byAccount = balanceOf({ lines, by: 'account' })
        expect([...byAccount.values()].reduce((all, cents) => all + cents, 0)).toBe(0)
        const byCharge = balanceOf({ lines, by: 'charge' })
        for (const { chargeId, charged, settled } of books.charges) {
          expect(byCharge.get(chargeId)).toBe(charged - settled)
          expect(byCharge.get(chargeId)).toBeGreaterThanOrEqual(0)
        }
        const due = (by: 'patientDue' | 'payerDue') =>
          [...balanceOf({ lines, by }).values()].reduce((all, cents) => all + cents, 0)
        expect(due('patientDue') + due('payerDue')).toBe(
          [...byCharge.values()].reduce((all, cents) => all + cents, 0),
        )
        const undone = [...books.postings, ...books.postings.map(reversalOf)].flatMap(
          (entry) => entry.lines,
        )
        for (const cents of balanceOf({ lines: undone, by: 'account' }).values())
          expect(cents).toBe(0)
      }),
      { numRuns: 200 },
    )
  })

  it('applies a payment to the oldest charge first and keeps the rest unapplied', () => {
    const { lines } = patientPaymentPosting({
      patientId: 'p1',
      amountCents: 10000,
      openCharges: [
        { chargeId: 'late', serviceDate: '2026-02-01', dueCents: 4000 },
        { chargeId: 'early', serviceDate: '2026-01-01', dueCents: 3000 },
        { chargeId: 'paid', serviceDate: '2025-01-01', dueCents: 0 },
      ],
    })
    expect(lines.map((line) => [line.account, line.chargeId, line.amountCents])).toEqual([
      ['cash', undefined, 10000],
      ['patientReceivable', 'early', -3000],
      ['patientReceivable', 'late', -4000],
      ['unappliedCredit', undefined, -3000],
    ])
  })

  it('takes no negative money and no fractions of a cent', () => {
    const charge = { chargeId: 'c', patientId: 'p' }
    const line = {
      ...charge,
      payerId: 'x',
      paidCents: 0,
      contractualCents: 0,
      patientResponsibilityCents: 0,
    }
    for (const bad of [-1, 0.5, Number.NaN]) {
      expect(() => chargePosting({ ...charge, responsible: patient, amountCents: bad })).toThrow()
      expect(() => remittanceLinePosting({ ...line, paidCents: bad })).toThrow()
      expect(() => remittanceLinePosting({ ...line, patientResponsibilityCents: bad })).toThrow()
      expect(() =>
        patientPaymentPosting({ patientId: 'p', amountCents: bad, openCharges: [] }),
      ).toThrow()
      expect(() =>
        refundPosting({ patientId: 'p', amountCents: bad, availableCents: 100 }),
      ).toThrow()
      expect(() =>
        writeOffPosting({ ...charge, responsible: patient, amountCents: bad, owedCents: 100 }),
      ).toThrow()
      expect(() =>
        transferPosting({ ...charge, from: payer, to: patient, amountCents: bad }),
      ).toThrow()
    }
    expect(() => chargePosting({ ...charge, responsible: patient, amountCents: 0 })).toThrow(
      'more than $0.00',
    )
    expect(applyUnappliedPosting({ patientId: 'p', availableCents: 0, openCharges: [] })).toBeNull()
  })
})
