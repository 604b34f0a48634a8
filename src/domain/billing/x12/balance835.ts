import type {
  Adjustment,
  Remittance835,
  RemittanceClaim,
  RemittanceLine,
} from '@/src/domain/billing/x12/remittanceTypes'
import { formatMoney } from '@/src/domain/money'

export type BalanceFinding = {
  scope: 'line' | 'claim' | 'transaction'
  code: 'LINE_PAID' | 'CLAIM_PAID' | 'CLAIM_CHARGE' | 'CLAIM_PATIENT_SHARE' | 'PAYMENT'
  /** Positions in `claims` and `lines`; null where the finding is not about one. */
  claimIndex: number | null
  lineIndex: number | null
  expectedCents: number
  actualCents: number
  message: string
}

/** CLP02 25: an estimate before treatment, no money moves. */
const ESTIMATE_ONLY = '25'

/**
 * The three balances of an 835 (005010X221A1 1.10.2.1): every line's charge less its adjustments
 * is its payment; every claim's likewise, its lines sum to its charge and its patient share to the
 * PR amounts; the payment is the claims less the provider-level adjustments.
 */
export const balance835 = (
  remittance: Remittance835,
): { isBalanced: boolean; findings: BalanceFinding[] } => {
  const findings: BalanceFinding[] = []
  let paidCents = 0
  for (let index = 0; index < remittance.claims.length; index += 1) {
    const claim = remittance.claims[index]!
    balanceClaim({ claim, claimIndex: index, findings })
    if (claim.statusCode !== ESTIMATE_ONLY) paidCents += claim.paidCents
  }
  for (const adjustment of remittance.providerAdjustments) paidCents -= adjustment.amountCents
  const { amountCents } = remittance.payment
  if (amountCents !== paidCents) {
    findings.push({
      scope: 'transaction',
      code: 'PAYMENT',
      claimIndex: null,
      lineIndex: null,
      expectedCents: paidCents,
      actualCents: amountCents,
      message: `The payment is ${formatMoney(amountCents)}, but its claims and provider adjustments come to ${formatMoney(paidCents)}.`,
    })
  }
  return { isBalanced: findings.length === 0, findings }
}

type ClaimCheck = { claim: RemittanceClaim; claimIndex: number; findings: BalanceFinding[] }

const balanceClaim = ({ claim, claimIndex, findings }: ClaimCheck): void => {
  let adjusted = sumAdjustments(claim.adjustments)
  let patientShare = sumPatientShare(claim.adjustments)
  let charged = 0
  for (let lineIndex = 0; lineIndex < claim.lines.length; lineIndex += 1) {
    const line = claim.lines[lineIndex]!
    const lineAdjusted = sumAdjustments(line.adjustments)
    adjusted += lineAdjusted
    patientShare += sumPatientShare(line.adjustments)
    charged += line.chargeCents
    const expected = line.chargeCents - lineAdjusted
    if (expected !== line.paidCents) {
      findings.push(linePaidFinding({ claim, line, claimIndex, lineIndex, expected }))
    }
  }
  const report = (code: BalanceFinding['code'], amounts: [number, number], message: string) =>
    findings.push({
      scope: 'claim',
      code,
      claimIndex,
      lineIndex: null,
      expectedCents: amounts[0],
      actualCents: amounts[1],
      message,
    })
  const name = `Claim ${claim.claimNumber || '(no number)'}`
  const expected = claim.chargeCents - adjusted
  if (expected !== claim.paidCents) {
    report(
      'CLAIM_PAID',
      [expected, claim.paidCents],
      `${name} was paid ${formatMoney(claim.paidCents)}, but charge less adjustments is ${formatMoney(expected)}.`,
    )
  }
  if (claim.lines.length > 0 && charged !== claim.chargeCents && !claim.isInpatient) {
    report(
      'CLAIM_CHARGE',
      [charged, claim.chargeCents],
      `${name} has a charge of ${formatMoney(claim.chargeCents)}, but its lines come to ${formatMoney(charged)}.`,
    )
  }
  const share = claim.patientResponsibilityCents ?? 0
  if (share !== patientShare) {
    report(
      'CLAIM_PATIENT_SHARE',
      [patientShare, share],
      `${name} gives the patient ${formatMoney(share)}, but its patient adjustments come to ${formatMoney(patientShare)}.`,
    )
  }
}

const linePaidFinding = (found: {
  claim: RemittanceClaim
  line: RemittanceLine
  claimIndex: number
  lineIndex: number
  expected: number
}): BalanceFinding => ({
  scope: 'line',
  code: 'LINE_PAID',
  claimIndex: found.claimIndex,
  lineIndex: found.lineIndex,
  expectedCents: found.expected,
  actualCents: found.line.paidCents,
  message: `Line ${found.lineIndex + 1} (${found.line.code}) of claim ${found.claim.claimNumber} was paid ${formatMoney(found.line.paidCents)}, but charge less adjustments is ${formatMoney(found.expected)}.`,
})

const sumAdjustments = (adjustments: readonly Adjustment[]): number => {
  let sum = 0
  for (const adjustment of adjustments) sum += adjustment.amountCents
  return sum
}

const sumPatientShare = (adjustments: readonly Adjustment[]): number => {
  let sum = 0
  for (const adjustment of adjustments) if (adjustment.group === 'PR') sum += adjustment.amountCents
  return sum
}
