import { adjustmentTreatment } from '@/src/domain/billing/adjustmentTreatment'
import { indexClaims, matchClaim, matchLines } from '@/src/domain/billing/remittanceMatching'
import type {
  ClaimLineSnapshot,
  ClaimSnapshot,
  MatchedClaim,
  ParkedMoney,
  ParkedReason,
  PlannedLine,
  PostedClaimStatus,
  RemittanceInput,
  RemittancePlan,
} from '@/src/domain/billing/remittanceTypes'
import { balance835 } from '@/src/domain/billing/x12/balance835'
import type {
  Adjustment,
  Remittance835,
  RemittanceClaim,
  RemittanceLine,
} from '@/src/domain/billing/x12/remittanceTypes'
import { formatMoney } from '@/src/domain/money'

const NOT_SENT_STATUSES = new Set(['draft', 'needsAttention', 'ready', 'onHold', 'voidInternal'])
const REVERSAL = '22'
const NOT_OURS = '23'
const ESTIMATE = '25'
const FORWARDED = new Set(['19', '20', '21'])

/** The same payment twice has the same key: trace number, payer, date and amount. */
export const remittanceKey = ({ payment }: Remittance835): string =>
  [payment.traceNumber, payment.payerIdentifier, payment.date ?? '', payment.amountCents].join('|')

/**
 * Decides what one 835 transaction does to our claims: what posts, what parks and why. Nothing is
 * posted from a remittance that does not balance or is not whole; matched, parked and provider
 * adjustments always come to BPR02 to the cent. Denied amounts stay open, never written off.
 */
export const planRemittance = ({ remittance, claims }: RemittanceInput): RemittancePlan => {
  const problems = wholeFileProblems(remittance)
  if (problems) return parkWhole(remittance, problems)
  const index = indexClaims(claims)
  const state: PlanState = { paidClaims: new Set(), reversedPayments: new Set() }
  const matched: MatchedClaim[] = []
  const parked: ParkedMoney[] = []
  for (const paid of remittance.claims) {
    const match = matchClaim(paid, index)
    const result =
      match.kind === 'one'
        ? planClaim({ paid, claim: match.claim, matchedBy: match.matchedBy, state })
        : park(paid, match.kind === 'none' ? 'NO_MATCH' : 'SEVERAL_MATCHES')
    if ('claimId' in result) matched.push(result)
    else parked.push(result)
  }
  const warnings = remittance.findings.map(({ level, message }) => ({ level, message }))
  return withTotals(remittance, {
    isWholeFileParked: false,
    matched,
    parked,
    providerAdjustments: remittance.providerAdjustments,
    findings: warnings,
  })
}

type PlanState = { paidClaims: Set<string>; reversedPayments: Set<string> }
type ClaimInput = {
  paid: RemittanceClaim
  claim: ClaimSnapshot
  matchedBy: MatchedClaim['matchedBy']
  state: PlanState
}

const wholeFileProblems = (
  remittance: Remittance835,
): { code: 'NOT_WHOLE' | 'NOT_BALANCED'; messages: string[] } | null => {
  const broken = remittance.findings.filter((finding) => finding.level === 'error')
  if (broken.length > 0)
    return { code: 'NOT_WHOLE', messages: broken.map((finding) => finding.message) }
  const { findings } = balance835(remittance)
  if (findings.length === 0) return null
  return { code: 'NOT_BALANCED', messages: findings.map((finding) => finding.message) }
}

const wayOut = {
  NOT_WHOLE:
    'Fetch the file again and import it. When it is there, dismiss this one, then post the new one.',
  NOT_BALANCED:
    'Ask the payer for a corrected file and import it. When it is there, dismiss this one, then post the new one.',
} as const

const parkWhole = (
  remittance: Remittance835,
  { code, messages }: { code: 'NOT_WHOLE' | 'NOT_BALANCED'; messages: string[] },
): RemittancePlan => {
  const why = code === 'NOT_WHOLE' ? 'cannot be read whole' : 'does not balance'
  const reason = `This remittance ${why}, so nothing was posted. ${messages[0]} ${wayOut[code]}`
  return withTotals(remittance, {
    isWholeFileParked: true,
    matched: [],
    parked: [{ code, reason, amountCents: remittance.payment.amountCents, claim: null }],
    providerAdjustments: [],
    findings: messages.map((message) => ({ level: 'error', message })),
  })
}

const planClaim = (input: ClaimInput): MatchedClaim | ParkedMoney => {
  const { paid, claim, state } = input
  if (paid.statusCode === ESTIMATE) return park(paid, 'ESTIMATE')
  if (paid.statusCode === NOT_OURS) return park(paid, 'NOT_OURS')
  if (NOT_SENT_STATUSES.has(claim.status)) return park(paid, 'NOT_SENT')
  if (paid.statusCode === REVERSAL) return planReversal(input)
  const standing = (claim.postedPayments ?? []).filter(
    (payment) => !state.reversedPayments.has(payment.id),
  )
  const isPosted = standing.some((payment) => payment.payerClaimNumber === paid.payerClaimNumber)
  if (isPosted || state.paidClaims.has(claim.id)) return park(paid, 'ALREADY_POSTED')
  if (paid.chargeCents !== claim.totalCents) return park(paid, 'CHARGE_DIFFERS')
  const lines = planLines(paid, claim)
  if (!lines) return park(paid, 'LINES_DIFFER')
  if (
    lines.some(
      (line) => Math.min(line.paidCents, line.patientResponsibilityCents, line.deniedCents) < 0,
    )
  ) {
    return park(paid, 'NEGATIVE_AMOUNT')
  }
  state.paidClaims.add(claim.id)
  return {
    ...matchedBase(input),
    status: statusOf(lines),
    patientResponsibilityCents: sum(lines, 'patientResponsibilityCents'),
    reversesPaymentId: null,
    lines,
  }
}

/** A reversal undoes the posted payment with the same payer number and the opposite amount. */
const planReversal = (input: ClaimInput): MatchedClaim | ParkedMoney => {
  const { paid, claim, state } = input
  const original = (claim.postedPayments ?? []).find(
    (payment) =>
      !state.reversedPayments.has(payment.id) &&
      payment.payerClaimNumber === paid.payerClaimNumber &&
      payment.paidCents === -paid.paidCents,
  )
  if (!original) return park(paid, 'NOTHING_TO_REVERSE')
  state.reversedPayments.add(original.id)
  return {
    ...matchedBase(input),
    status: 'reversed',
    patientResponsibilityCents: paid.patientResponsibilityCents ?? 0,
    reversesPaymentId: original.id,
    lines: [],
  }
}

const matchedBase = ({ paid, claim, matchedBy }: ClaimInput) => ({
  claimId: claim.id,
  matchedBy,
  payerClaimNumber: paid.payerClaimNumber,
  paidCents: paid.paidCents,
  isForwarded: FORWARDED.has(paid.statusCode) || paid.forwardedTo !== null,
  segmentNumber: paid.segmentNumber,
})

const planLines = (paid: RemittanceClaim, claim: ClaimSnapshot): PlannedLine[] | null => {
  const [onlyLine] = claim.lines
  const isClaimLevel = paid.lines.length === 0 || paid.adjustments.length > 0
  if (isClaimLevel) {
    // Amounts for the claim as a whole can be given to a line only when there is just one.
    if (claim.lines.length !== 1 || !onlyLine || paid.lines.length > 1) return null
    const adjustments = [...paid.adjustments, ...paid.lines.flatMap((line) => line.adjustments)]
    return [
      planLine({
        ours: onlyLine,
        paidCents: paid.paidCents,
        adjustments,
        line: paid.lines[0] ?? null,
      }),
    ]
  }
  const pairs = matchLines(paid, claim)
  if (!pairs) return null
  return [...pairs].map(([line, ours]) =>
    planLine({ ours, paidCents: line.paidCents, adjustments: line.adjustments, line }),
  )
}

const planLine = ({
  ours,
  paidCents,
  adjustments,
  line,
}: {
  ours: ClaimLineSnapshot
  paidCents: number
  adjustments: readonly Adjustment[]
  line: RemittanceLine | null
}): PlannedLine => {
  const treated = adjustments.map((adjustment) => ({
    ...adjustment,
    treatment: adjustmentTreatment(adjustment),
  }))
  const total = (treatment: string) =>
    treated.reduce(
      (all, entry) => (entry.treatment === treatment ? all + entry.amountCents : all),
      0,
    )
  const patientResponsibilityCents = total('patient')
  return {
    lineId: ours.id,
    chargeId: ours.chargeId,
    paidCents,
    adjustments: treated,
    contractualCents: total('contractual'),
    patientResponsibilityCents,
    deniedCents: total('denied'),
    allowedCents: line?.allowedCents ?? paidCents + patientResponsibilityCents,
    remarkCodes: line?.remarkCodes ?? [],
  }
}

const statusOf = (lines: readonly PlannedLine[]): PostedClaimStatus => {
  const patient = sum(lines, 'patientResponsibilityCents')
  if (sum(lines, 'deniedCents') > 0) {
    return sum(lines, 'paidCents') + patient > 0 ? 'partiallyPaid' : 'denied'
  }
  return patient > 0 ? 'patientOwes' : 'paid'
}

type LineAmount = 'paidCents' | 'patientResponsibilityCents' | 'deniedCents'

const sum = (lines: readonly PlannedLine[], key: LineAmount): number =>
  lines.reduce((all, line) => all + line[key], 0)

const park = (claim: RemittanceClaim, code: ParkedReason): ParkedMoney => ({
  code,
  reason: parkedSentence(claim, code),
  amountCents: code === 'ESTIMATE' || claim.statusCode === ESTIMATE ? 0 : claim.paidCents,
  claim,
})

const parkedSentence = (claim: RemittanceClaim, code: ParkedReason): string => {
  const name = `Claim ${claim.claimNumber || '(no number)'}`
  const money = formatMoney(claim.paidCents)
  const sentences: Record<ParkedReason, string> = {
    NOT_BALANCED: `${name} does not balance.`,
    NOT_WHOLE: `${name} cannot be read whole.`,
    NO_MATCH: `${name} (${money}) matches none of ours by number, or by member, date and code. Match it by hand.`,
    SEVERAL_MATCHES: `${name} (${money}) matches more than one of ours. Choose the right one.`,
    NOT_SENT: `${name} (${money}) was paid, but we have not sent it. Check which claim the payer means.`,
    CHARGE_DIFFERS: `${name} charges ${formatMoney(claim.chargeCents)} at the payer, which is not what we charged. Compare the two.`,
    LINES_DIFFER: `${name} (${money}) has service lines that do not fit ours. Match them by hand.`,
    ALREADY_POSTED: `${name} (${money}) already has a payment that was not reversed. Check for a double payment.`,
    NOTHING_TO_REVERSE: `${name} takes back ${formatMoney(-claim.paidCents)}, but no such payment is posted. Find the original payment.`,
    NEGATIVE_AMOUNT: `${name} has a negative amount without being a reversal. Ask the payer.`,
    NOT_OURS: `${name} is not a claim of this payer; it was sent on to another one. Wait for that payer's answer.`,
    ESTIMATE: `${name} is an estimate before treatment; no money moves.`,
  }
  return sentences[code]
}

const withTotals = (
  remittance: Remittance835,
  plan: Omit<RemittancePlan, 'totals'>,
): RemittancePlan => {
  const add = (list: readonly { paidCents: number }[]) =>
    list.reduce((all, { paidCents }) => all + paidCents, 0)
  const totals = {
    paymentCents: remittance.payment.amountCents,
    matchedCents: add(plan.matched),
    parkedCents: plan.parked.reduce((all, { amountCents }) => all + amountCents, 0),
    providerAdjustmentCents: plan.providerAdjustments.reduce(
      (all, { amountCents }) => all + amountCents,
      0,
    ),
  }
  const accounted = totals.matchedCents + totals.parkedCents - totals.providerAdjustmentCents
  if (accounted !== totals.paymentCents) {
    throw new Error(`The posting plan accounts for ${accounted} of ${totals.paymentCents} cents.`)
  }
  return { ...plan, totals }
}
