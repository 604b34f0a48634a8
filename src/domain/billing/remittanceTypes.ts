import type { AdjustmentTreatment } from '@/src/domain/billing/adjustmentTreatment'
import type {
  Adjustment,
  ProviderAdjustment,
  Remittance835,
  RemittanceClaim,
} from '@/src/domain/billing/x12/remittanceTypes'

export type ClaimLineSnapshot = {
  id: string
  lineControlNumber: string
  code: string
  modifiers: readonly string[]
  serviceDate: string
  chargeCents: number
  chargeId: string
}

/** A payment already posted to a claim and not reversed since. */
export type PostedPayment = { id: string; payerClaimNumber: string; paidCents: number }

export type ClaimSnapshot = {
  id: string
  /** CLM01 as sent. */
  controlNumber: string
  memberId: string
  patientName: string
  serviceDate: string
  totalCents: number
  /** Our own state of the claim; see `NOT_SENT_STATUSES` for those that cannot be paid. */
  status: string
  lines: readonly ClaimLineSnapshot[]
  postedPayments?: readonly PostedPayment[]
}

export type PlannedAdjustment = Adjustment & { treatment: AdjustmentTreatment }

export type PlannedLine = {
  lineId: string
  chargeId: string
  paidCents: number
  adjustments: PlannedAdjustment[]
  /** Sum of the contractual adjustments: the only part that is written off. */
  contractualCents: number
  patientResponsibilityCents: number
  /** What stays open with the payer because it was denied. */
  deniedCents: number
  /** What the payer allows: AMT*B6 or, without it, paid plus patient share. */
  allowedCents: number
  remarkCodes: string[]
}

export type PostedClaimStatus = 'paid' | 'partiallyPaid' | 'denied' | 'patientOwes' | 'reversed'

export type MatchedClaim = {
  claimId: string
  matchedBy: 'claimNumber' | 'memberAndDate'
  status: PostedClaimStatus
  payerClaimNumber: string
  paidCents: number
  patientResponsibilityCents: number
  /** The payer sent the claim on to another one, so the patient's share is not final. */
  isForwarded: boolean
  /** The posted payment that a reversal takes back; null otherwise. */
  reversesPaymentId: string | null
  lines: PlannedLine[]
  segmentNumber: number
}

export type ParkedReason =
  | 'NOT_BALANCED'
  | 'NOT_WHOLE'
  | 'NO_MATCH'
  | 'SEVERAL_MATCHES'
  | 'NOT_SENT'
  | 'CHARGE_DIFFERS'
  | 'LINES_DIFFER'
  | 'ALREADY_POSTED'
  | 'NOTHING_TO_REVERSE'
  | 'NEGATIVE_AMOUNT'
  | 'NOT_OURS'
  | 'ESTIMATE'

export type ParkedMoney = {
  code: ParkedReason
  /** A sentence for the biller: why, and what to do. */
  reason: string
  amountCents: number
  /** Null when the whole file is parked. */
  claim: RemittanceClaim | null
}

export type RemittancePlan = {
  isWholeFileParked: boolean
  matched: MatchedClaim[]
  parked: ParkedMoney[]
  providerAdjustments: ProviderAdjustment[]
  findings: { level: 'error' | 'warning'; message: string }[]
  /** matched + parked - providerAdjustments = payment, to the cent. */
  totals: {
    paymentCents: number
    matchedCents: number
    parkedCents: number
    providerAdjustmentCents: number
  }
}

export type RemittanceInput = { remittance: Remittance835; claims: readonly ClaimSnapshot[] }
