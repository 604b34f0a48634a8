import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRemittance, remittanceKey } from '@/src/domain/billing/remittance'
import type { ClaimSnapshot } from '@/src/domain/billing/remittanceTypes'
import { formatX12Cents } from '@/src/domain/billing/x12/amounts'
import { readInterchanges, transactionsOfType } from '@/src/domain/billing/x12/interchange'
import { read835 } from '@/src/domain/billing/x12/read835'
import { describeShared, sharedFiles } from '@/tests/support/sharedData'

type Service = {
  code: string
  modifiers: string[]
  charge: number
  paid: number
  co: [string, number][]
  pr: number
  sixR: string | null
}
type Paid = {
  number: string
  status: string
  icn: string
  member: string
  date: string
  lines: Service[]
}

const write = (claims: Paid[], { plb = 0, off = 0 } = {}): string => {
  const money = formatX12Cents
  const total = (claim: Paid, key: 'charge' | 'paid' | 'pr') =>
    claim.lines.reduce((all, line) => all + line[key], 0)
  const body = claims.flatMap((claim) => [
    `CLP*${claim.number}*${claim.status}*${money(total(claim, 'charge'))}*${money(total(claim, 'paid'))}*${money(total(claim, 'pr'))}*12*${claim.icn}`,
    `NM1*QC*1*DOE*JANE****MI*${claim.member}`,
    ...claim.lines.flatMap((line) => [
      `SVC*${['HC', line.code, ...line.modifiers].join(':')}*${money(line.charge)}*${money(line.paid)}`,
      `DTM*472*${claim.date.replaceAll('-', '')}`,
      ...line.co.map(([carc, amount]) => `CAS*CO*${carc}*${money(amount)}`),
      ...(line.pr === 0 ? [] : [`CAS*PR*3*${money(line.pr)}`]),
      ...(line.sixR ? [`REF*6R*${line.sixR}`] : []),
    ]),
  ])
  const payment = claims.reduce((all, claim) => all + total(claim, 'paid'), 0) - plb + off
  const rows = [
    `BPR*I*${money(payment)}*C*ACH************20260128`,
    'TRN*1*EFT1*1999',
    ...body,
    ...(plb === 0 ? [] : [`PLB*1*20261231*WO:X*${money(plb)}`]),
  ]
  return `ST*835*0001~${rows.join('~')}~SE*${rows.length + 2}*0001~`
}
const remittanceOf = (text: string) => {
  const [transaction] = transactionsOfType(readInterchanges(text), '835')
  if (!transaction) throw new Error('no 835')
  return read835(transaction)
}
const snapshot = (claim: Paid, change: Partial<ClaimSnapshot> = {}): ClaimSnapshot => ({
  id: `id-${claim.number}`,
  controlNumber: claim.number,
  memberId: claim.member,
  patientName: 'Jane Doe',
  serviceDate: claim.date,
  totalCents: claim.lines.reduce((all, line) => all + Math.abs(line.charge), 0),
  status: 'submitted',
  lines: claim.lines.map((line, index) => ({
    id: `${claim.number}-l${index}`,
    lineControlNumber: `${claim.number}-${index}`,
    code: line.code,
    modifiers: line.modifiers,
    serviceDate: claim.date,
    chargeCents: Math.abs(line.charge),
    chargeId: `${claim.number}-c${index}`,
  })),
  ...change,
})
const usual: Paid = {
  number: 'C1',
  status: '1',
  icn: 'ICN1',
  member: 'W1',
  date: '2026-01-15',
  lines: [
    {
      code: '90837',
      modifiers: ['95'],
      charge: 17500,
      paid: 11000,
      co: [['45', 3500]],
      pr: 3000,
      sixR: 'C1-0',
    },
  ],
}
const plan = (claims: Paid[], snapshots: ClaimSnapshot[], options = {}) =>
  planRemittance({ remittance: remittanceOf(write(claims, options)), claims: snapshots })
const denied = (number: string): Paid => ({
  ...usual,
  number,
  status: '4',
  lines: [
    {
      code: '90837',
      modifiers: ['95'],
      charge: 17500,
      paid: 0,
      co: [['197', 17500]],
      pr: 0,
      sixR: null,
    },
  ],
})

describe('Posting a remittance', () => {
  it('posts paid, contractual and patient amounts of a matched line', () => {
    const { matched, parked } = plan([usual], [snapshot(usual)])
    expect(parked).toEqual([])
    expect(matched).toMatchObject([
      {
        claimId: 'id-C1',
        matchedBy: 'claimNumber',
        status: 'patientOwes',
        paidCents: 11000,
        lines: [
          {
            lineId: 'C1-l0',
            chargeId: 'C1-c0',
            paidCents: 11000,
            contractualCents: 3500,
            patientResponsibilityCents: 3000,
            deniedCents: 0,
            allowedCents: 14000,
          },
        ],
      },
    ])
  })

  it('R81: never writes off a denial', () => {
    const { matched } = plan([denied('C1')], [snapshot(usual)])
    expect(matched[0]).toMatchObject({
      status: 'denied',
      lines: [{ contractualCents: 0, deniedCents: 17500 }],
    })
    const mixed: Paid = {
      ...usual,
      lines: [
        ...usual.lines,
        {
          code: '90785',
          modifiers: [],
          charge: 1500,
          paid: 0,
          co: [['97', 1500]],
          pr: 0,
          sixR: null,
        },
      ],
    }
    expect(plan([mixed], [snapshot(mixed)]).matched[0]?.status).toBe('partiallyPaid')
  })

  it('R81: matches by member, date and code when the number is unknown, modifiers aside', () => {
    const foreign: Paid = {
      ...usual,
      number: '0',
      lines: usual.lines.map((line) => ({ ...line, modifiers: ['GT'], sixR: null })),
    }
    expect(plan([foreign], [snapshot(usual)]).matched[0]).toMatchObject({
      claimId: 'id-C1',
      matchedBy: 'memberAndDate',
    })
    expect(plan([{ ...foreign, date: '2026-01-16' }], [snapshot(usual)]).parked[0]?.code).toBe(
      'NO_MATCH',
    )
    const twin = snapshot({ ...usual, number: 'C2' })
    expect(plan([foreign], [snapshot(usual), twin]).parked[0]?.code).toBe('SEVERAL_MATCHES')
  })

  it.each<[string, Paid[], Partial<ClaimSnapshot>]>([
    ['NOT_SENT', [usual], { status: 'draft' }],
    ['CHARGE_DIFFERS', [usual], { totalCents: 20000 }],
    [
      'ALREADY_POSTED',
      [usual],
      { postedPayments: [{ id: 'p1', payerClaimNumber: 'ICN1', paidCents: 11000 }] },
    ],
    ['LINES_DIFFER', [usual], { lines: [] }],
    ['NOT_OURS', [{ ...usual, status: '23' }], {}],
    ['NOTHING_TO_REVERSE', [{ ...usual, status: '22' }], {}],
  ])('parks %s with a sentence', (code, claims, change) => {
    const { matched, parked, totals } = plan(claims, [snapshot(usual, change)])
    expect(matched).toEqual([])
    expect(parked).toMatchObject([{ code, amountCents: totals.paymentCents }])
    expect(parked[0]?.reason).toMatch(/\.$/)
  })

  it('posts a claim once when it comes twice in one file', () => {
    const { matched, parked } = plan([usual, { ...usual, icn: 'ICN2' }], [snapshot(usual)])
    expect([matched.length, parked[0]?.code]).toEqual([1, 'ALREADY_POSTED'])
  })

  it('reverses a posted payment and posts the correction that follows', () => {
    const [line] = usual.lines
    if (!line) throw new Error('no line')
    const back: Paid = {
      ...usual,
      status: '22',
      lines: [{ ...line, charge: -17500, paid: -11000, co: [['45', -3500]], pr: -3000 }],
    }
    const again: Paid = { ...usual, icn: 'ICN2', lines: [{ ...line, paid: 10000, pr: 4000 }] }
    const posted = [{ id: 'p1', payerClaimNumber: 'ICN1', paidCents: 11000 }]
    const { matched, parked, totals } = plan(
      [back, again],
      [snapshot(usual, { postedPayments: posted })],
    )
    expect(parked).toEqual([])
    expect(
      matched.map((claim) => [claim.status, claim.reversesPaymentId, claim.paidCents]),
    ).toEqual([
      ['reversed', 'p1', -11000],
      ['patientOwes', null, 10000],
    ])
    expect(totals.paymentCents).toBe(-1000)
  })

  it('parks a file that does not balance, or was cut off, as a whole', () => {
    for (const text of [write([usual], { off: 1 }), write([usual]).replace(/SE\*.*$/, '')]) {
      const result = planRemittance({ remittance: remittanceOf(text), claims: [snapshot(usual)] })
      expect(result).toMatchObject({
        isWholeFileParked: true,
        matched: [],
        providerAdjustments: [],
      })
      expect(result.totals.parkedCents).toBe(result.totals.paymentCents)
      expect(result.parked[0]?.reason).toContain('nothing was posted')
    }
  })

  it('knows the same payment again', () => {
    expect(remittanceKey(remittanceOf(write([usual])))).toBe('EFT1|1999|2026-01-28|11000')
  })

  const service = fc
    .tuple(
      fc.constantFrom('90837', '90834', '90785'),
      fc.nat(20000),
      fc.nat(9000),
      fc.nat(9000),
      fc.nat(9000),
      fc.boolean(),
    )
    .map(([code, paid, co45, co197, pr, has6R]): Service & { has6R: boolean } => ({
      code,
      modifiers: ['95'],
      charge: paid + co45 + co197 + pr,
      paid,
      co: [
        ['45', co45],
        ['197', co197],
      ],
      pr,
      sixR: null,
      has6R,
    }))
  const paidClaims = fc
    .array(
      fc.record({
        lines: fc.array(service, { minLength: 1, maxLength: 3 }),
        status: fc.constantFrom('1', '2', '4', '19', '22', '23', '25'),
        isKnown: fc.boolean(),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ lines, status, isKnown }, n) => ({
        isKnown,
        paid: {
          number: `C${n}`,
          status,
          icn: `I${n}`,
          member: `W${n % 3}`,
          date: '2026-01-15',
          lines: lines.map((line, i) => {
            const paid = status === '25' ? 0 : line.paid
            return {
              ...line,
              paid,
              charge: line.charge - line.paid + paid,
              sixR: line.has6R ? `C${n}-${i}` : null,
            }
          }),
        },
      })),
    )

  it('always accounts for BPR02 to the cent, and for every line it posts', () => {
    fc.assert(
      fc.property(
        paidClaims,
        fc.integer({ min: -5000, max: 5000 }),
        fc.constantFrom(0, 0, 0, 1, -250),
        (list, plb, off) => {
          const snapshots = list
            .filter((entry) => entry.isKnown)
            .map((entry) => snapshot(entry.paid))
          const result = plan(
            list.map((entry) => entry.paid),
            snapshots,
            { plb, off },
          )
          const { totals } = result
          expect(totals.matchedCents + totals.parkedCents - totals.providerAdjustmentCents).toBe(
            totals.paymentCents,
          )
          expect(result.isWholeFileParked).toBe(off !== 0)
          if (off === 0) expect(result.matched.length + result.parked.length).toBe(list.length)
          for (const claim of result.matched) {
            const ours = snapshots.find((entry) => entry.id === claim.claimId)
            expect(claim.lines.reduce((all, line) => all + line.paidCents, 0)).toBe(claim.paidCents)
            for (const line of claim.lines) {
              const charge = ours?.lines.find((entry) => entry.id === line.lineId)?.chargeCents
              expect(
                line.paidCents +
                  line.contractualCents +
                  line.patientResponsibilityCents +
                  line.deniedCents,
              ).toBe(charge)
            }
          }
        },
      ),
    )
  })
})

describeShared('x12', 'Published remittances against an empty practice', () => {
  const samples = [...sharedFiles('x12'), ...sharedFiles('x12-examples')]

  it('park to the cent of what was paid', () => {
    for (const file of samples) {
      for (const transaction of transactionsOfType(readInterchanges(file.bytes), '835')) {
        const { totals } = planRemittance({ remittance: read835(transaction), claims: [] })
        expect(totals.parkedCents - totals.providerAdjustmentCents, file.name).toBe(
          totals.paymentCents,
        )
      }
    }
  })
})
