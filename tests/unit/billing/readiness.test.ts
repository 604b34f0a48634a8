import { describe, expect, it } from 'vitest'
import { claimReadiness } from '@/src/domain/billing/claimReadiness'
import type {
  ClaimReadinessLine,
  ClaimReadinessSnapshot,
} from '@/src/domain/billing/claimReadinessTypes'
import {
  type StatementCharge,
  type StatementInput,
  statementModel,
} from '@/src/domain/billing/statement'
import { statementPdf } from '@/src/domain/billing/statementPdf'
import { letterheadOf } from '@/src/domain/people/letterhead'

const line: ClaimReadinessLine = {
  serviceDate: '2026-01-15',
  code: '90837',
  modifiers: ['95'],
  placeOfService: '10',
  minutes: 55,
  modality: 'video',
  patientPlace: 'home',
  units: 1,
  note: { isSigned: true, needsCoSignature: false, isCoSigned: false },
  authorization: {
    number: 'A-1182',
    isApproved: true,
    unitsLeft: 3,
    from: '2026-01-01',
    to: '2026-06-30',
  },
}
const whole: ClaimReadinessSnapshot = {
  today: '2026-01-20',
  payer: {
    id: 'aetna',
    name: 'Aetna',
    filingLimitDays: 90,
    needsActivePlan: true,
    needsAuthorization: true,
    telehealthRules: [],
  },
  coverage: { from: '2025-01-01', to: null, memberId: 'W1' },
  rendering: {
    name: 'Alex Smith',
    npi: '1234567893',
    enrollments: [{ from: '2024-01-01', to: null }],
  },
  billing: { npi: '1999999984', taxonomy: '251S00000X', postalCode: '78701-0001' },
  diagnoses: [{ code: 'F41.1', from: '2025-10-01', to: null }],
  hasActivePlan: true,
  hasProofOfTimelyFiling: false,
  lines: [line],
}
const withLine = (change: Partial<ClaimReadinessLine>) => ({ lines: [{ ...line, ...change }] })
const note = { isSigned: true, needsCoSignature: false, isCoSigned: false }
const authorization = line.authorization ?? {
  number: '',
  isApproved: true,
  unitsLeft: 0,
  from: null,
  to: null,
}

describe('Claim readiness', () => {
  it('is all green with a sentence and a way for each check', () => {
    const { ready, findings } = claimReadiness(whole)
    expect(findings.filter((finding) => !finding.ok)).toEqual([])
    expect(ready).toBe(true)
    for (const finding of findings) expect(finding.message).toMatch(/^[A-Z0-9].*\.$/)
    expect(new Set(findings.map((finding) => finding.ruleId))).toEqual(
      new Set(['R71', 'R74', 'R76', 'R78']),
    )
  })

  it.each<[string, Partial<ClaimReadinessSnapshot>, string, string]>([
    ['no note', withLine({ note: null }), 'R71', 'There is no note for Jan 15, 2026.'],
    [
      'an unsigned note',
      withLine({ note: { ...note, isSigned: false } }),
      'R71',
      'The note of Jan 15, 2026 is not signed.',
    ],
    [
      'a missing co-signature',
      withLine({ note: { ...note, needsCoSignature: true } }),
      'R71',
      "The note of Jan 15, 2026 waits for the supervisor's co-signature.",
    ],
    [
      'no units',
      withLine({ authorization: { ...authorization, unitsLeft: 0 } }),
      'R71',
      'No units left on A-1182.',
    ],
    [
      'an ended authorization',
      withLine({ authorization: { ...authorization, to: '2026-01-14' } }),
      'R71',
      'Authorization A-1182 does not cover Jan 15, 2026.',
    ],
    [
      'a pending authorization',
      withLine({ authorization: { ...authorization, isApproved: false } }),
      'R71',
      'Authorization A-1182 is not approved.',
    ],
    [
      'no authorization',
      withLine({ authorization: null }),
      'R71',
      'Aetna needs an authorization for 90837, and none is linked.',
    ],
    [
      'minutes of another code',
      withLine({ minutes: 47 }),
      'R74',
      '47 minutes fits 90834, not 90837.',
    ],
    [
      'no minutes',
      withLine({ minutes: null }),
      'R74',
      "Enter the session's minutes: 90837 depends on them.",
    ],
    [
      'a wrong place',
      withLine({ placeOfService: '11' }),
      'R76',
      'The payer wants place of service 10 for video from Jan 1, 2022, not 11.',
    ],
    ['no diagnosis', { diagnoses: [] }, 'R71', 'The claim has no diagnosis.'],
    [
      'an ended diagnosis',
      { diagnoses: [{ code: 'F43.8', from: null, to: '2022-09-30' }] },
      'R71',
      'Diagnosis F43.8 is not valid on Jan 15, 2026.',
    ],
    ['no policy', { coverage: null }, 'R71', 'The patient has no policy with Aetna.'],
    [
      'ended coverage',
      { coverage: { from: null, to: '2026-01-14', memberId: 'W1' } },
      'R71',
      'Coverage with Aetna is not active on Jan 15, 2026.',
    ],
    [
      'no member id',
      { coverage: { from: null, to: null, memberId: ' ' } },
      'R71',
      'The policy has no member ID.',
    ],
    [
      'no enrollment',
      { rendering: { ...whole.rendering, enrollments: [] } },
      'R71',
      'Alex Smith was not enrolled with Aetna on Jan 15, 2026.',
    ],
    [
      'a wrong NPI',
      { rendering: { ...whole.rendering, npi: '1234567890' } },
      'R71',
      'The NPI of Alex Smith is missing or not valid.',
    ],
    [
      'no practice NPI',
      { billing: { ...whole.billing, npi: null } },
      'R71',
      "The practice's NPI is missing or not valid.",
    ],
    [
      'no taxonomy',
      { billing: { ...whole.billing, taxonomy: null } },
      'R71',
      "The practice's taxonomy code is missing or not ten characters ending in X.",
    ],
    [
      'a short ZIP',
      { billing: { ...whole.billing, postalCode: '78701' } },
      'R71',
      "The practice's address needs the full ZIP+4.",
    ],
    [
      'no plan',
      { hasActivePlan: false },
      'R71',
      'Aetna wants an active treatment plan on the service date, and there is none.',
    ],
    [
      'a passed limit',
      { today: '2026-06-01' },
      'R78',
      'The filing limit passed on Apr 15, 2026 (Aetna 90). Add proof of timely filing.',
    ],
    [
      'no services',
      { lines: [] },
      'R71',
      'The claim has no services. Add the charges of the session.',
    ],
  ])('says what is missing with %s, and nothing else', (_name, change, ruleId, message) => {
    const { ready, findings } = claimReadiness({ ...whole, ...change })
    expect(ready).toBe(false)
    const bad = findings.filter((finding) => !finding.ok)
    expect(bad.map((finding) => [finding.ruleId, finding.message])).toContainEqual([
      ruleId,
      message,
    ])
    if (change.lines?.length !== 0)
      expect(bad.filter((finding) => finding.ruleId !== 'R76')).toHaveLength(
        ruleId === 'R76' ? 0 : 1,
      )
  })

  it('asks for plan and authorization only where the payer does, and lets a late claim go with proof', () => {
    const payer = { ...whole.payer, needsActivePlan: false, needsAuthorization: false }
    expect(
      claimReadiness({
        ...whole,
        ...withLine({ authorization: null }),
        payer,
        hasActivePlan: false,
      }).ready,
    ).toBe(true)
    expect(
      claimReadiness({ ...whole, today: '2026-06-01', hasProofOfTimelyFiling: true }).ready,
    ).toBe(true)
    expect(claimReadiness({ ...whole, today: '2026-04-05' }).ready).toBe(true)
  })
})

const charge: StatementCharge = {
  chargeId: 'c1',
  serviceDate: '2026-01-15',
  code: '90837',
  chargeCents: 17500,
  insurancePaidCents: 11000,
  adjustmentCents: 3500,
  patientPaidCents: 0,
  payerDueCents: 0,
  isFinalByAllPayers: true,
  patientResponsibleFrom: '2026-01-28',
}
const statement: StatementInput = {
  statementNumber: 'S-7',
  statementDate: '2026-03-01',
  dueInDays: 30,
  minimumCents: 500,
  unappliedCents: 0,
  practice: {
    name: 'Harbour Therapy',
    addressLines: ['100 River St', 'Austin, TX 78701'],
    phone: '512-555-0100',
  },
  patient: { name: 'José Łukasz', account: 'P-12' },
  charges: [charge],
}

describe('R82: patient statement', () => {
  it('holds what is final, aged from the day the patient became responsible', () => {
    const old = {
      ...charge,
      chargeId: 'c0',
      serviceDate: '2025-06-01',
      patientResponsibleFrom: '2025-07-01',
    }
    const waiting = { ...charge, chargeId: 'c2', payerDueCents: 100 }
    const result = statementModel({
      ...statement,
      charges: [charge, old, waiting],
      unappliedCents: 1000,
    })
    expect(result).toMatchObject({
      ok: true,
      statement: {
        totalDueCents: 5000,
        waitingCount: 1,
        dueDate: '2026-03-31',
        lines: [
          { chargeId: 'c0' },
          { chargeId: 'c1', label: 'Office visit, 60 min', youOweCents: 3000 },
        ],
        aging: [
          { label: '0-30 days', amountCents: 0 },
          { label: '31-60 days', amountCents: 3000 },
          { label: '61-90 days', amountCents: 0 },
          { label: '91-120 days', amountCents: 0 },
          { label: 'Over 120 days', amountCents: 3000 },
        ],
      },
    })
  })

  it('says why there is none', () => {
    const why = (change: Partial<StatementInput>) => {
      const result = statementModel({ ...statement, ...change })
      return result.ok ? '' : result.message
    }
    expect(why({ charges: [{ ...charge, isFinalByAllPayers: false }] })).toContain(
      'Insurance has not answered yet.',
    )
    expect(why({ unappliedCents: 3000 })).toContain('owes nothing')
    expect(why({ minimumCents: 3001 })).toContain('below the minimum')
  })

  it('is a tagged PDF, the same bytes each time, over several pages when long', async () => {
    const charges = Array.from({ length: 80 }, (_, index) => ({ ...charge, chargeId: `c${index}` }))
    const result = statementModel({ ...statement, charges })
    if (!result.ok) throw new Error(result.message)
    const createdAt = new Date('2026-03-01T12:00:00Z')
    const sender = { practice: statement.practice, neutralLines: [] }
    const envelope = { ...letterheadOf(sender, false), addressLines: ['12 Oak Ln'] }
    const [first, second] = await Promise.all([
      statementPdf(result.statement, { createdAt, envelope }),
      statementPdf(result.statement, { createdAt, envelope }),
    ])
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    const text = Buffer.from(first).toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/S /Table', '/S /H1', '/Lang (en-US)'])
      expect(text).toContain(mark)
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  })
})
