import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answeredLine,
  blankPaperLine,
  type PaperLine,
  paperProblem,
  unexplainedCents,
} from '@/src/domain/billing/paperRemittance'
import { readInterchanges, transactionsOfType } from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'
import { write835 } from '@/src/domain/billing/x12/write835'

const sent = {
  code: '90837',
  modifiers: ['95'],
  serviceDate: '2026-03-02',
  lineNumber: 'C0000001-1',
  chargeCents: 18_000,
}

const fileOf = (lines: readonly PaperLine[]): string =>
  write835({
    number: 1,
    receiver: 'PAPER',
    method: 'CHK',
    payer: { name: 'Aetna', id: '60054' },
    payee: { name: 'Harbour Therapy', npi: '1234567893' },
    traceNumber: 'CHK-1',
    paidOn: '2026-03-20',
    claims: [
      {
        claimNumber: 'C0000001',
        payerClaimNumber: 'P1',
        statusCode: '1',
        filingCode: 'CI',
        lastName: 'Silva',
        firstName: 'Ana',
        memberId: 'W1',
        lines: lines.map((line, at) =>
          answeredLine(line, {
            ...sent,
            lineNumber: `C0000001-${at + 1}`,
            chargeCents: sent.chargeCents - unexplainedCents(line, sent.chargeCents),
          }),
        ),
      },
    ],
  })

const cents = fc.integer({ min: 0, max: 50_000 })

const paperLines = fc.array(
  fc.record({
    paidCents: cents,
    contractualCents: cents,
    deductibleCents: cents,
    coinsuranceCents: cents,
    copayCents: cents,
    deniedCents: cents,
    deniedCode: fc.constantFrom('197', '16', 'B7', '151'),
  }),
  { minLength: 1, maxLength: 4 },
)

describe('An explanation on paper', () => {
  it('reads back from its 835 as it was typed, to the cent', () => {
    fc.assert(
      fc.property(paperLines, (lines) => {
        const [transaction] = transactionsOfType(readInterchanges(fileOf(lines)), '835')
        if (!transaction) throw new Error('no 835')
        const { claims, payment, findings } = read835(transaction)
        expect(findings.filter(({ level }) => level === 'error')).toEqual([])
        const paid = lines.reduce((sum, { paidCents }) => sum + paidCents, 0)
        expect(payment.amountCents).toBe(paid)
        expect(claims[0]?.paidCents).toBe(paid)
        expect(claims[0]?.lines.map(({ paidCents }) => paidCents)).toEqual(
          lines.map(({ paidCents }) => paidCents),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says how much of the charge is open, or too much', () => {
    const line = { ...blankPaperLine, paidCents: 9_600, contractualCents: 6_400 }
    expect(unexplainedCents(line, 18_000)).toBe(2_000)
    expect(paperProblem(line, sent)).toBe(
      '90837 of $180.00: $20.00 of the charge is not explained yet.',
    )
    expect(paperProblem({ ...line, copayCents: 2_000 }, sent)).toBeNull()
    expect(paperProblem({ ...line, copayCents: 2_100 }, sent)).toBe(
      '90837 of $180.00: the amounts are $1.00 more than the charge.',
    )
    expect(() => answeredLine(line, sent)).toThrow('not explained yet')
  })

  it('takes no denial without the code beside it', () => {
    const denied = { ...blankPaperLine, deniedCents: 18_000 }
    expect(paperProblem(denied, sent)).toContain('enter the reason code')
    expect(paperProblem({ ...denied, deniedCode: 'B7' }, sent)).toBeNull()
  })
})
