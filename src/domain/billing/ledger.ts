import { assertCents } from '@/src/domain/money'

/** Accounts of the books; the sign is that of the account's normal balance (debit positive). */
export const accounts = {
  patientReceivable: { label: 'Due from patients', normalSign: 1 },
  payerReceivable: { label: 'Due from insurance', normalSign: 1 },
  cash: { label: 'Cash', normalSign: 1 },
  contractualAdjustment: { label: 'Contractual adjustments', normalSign: 1 },
  writeOff: { label: 'Write-offs', normalSign: 1 },
  providerAdjustment: { label: 'Payer adjustments outside claims', normalSign: 1 },
  revenue: { label: 'Charges', normalSign: -1 },
  unappliedCredit: { label: 'Patient money not yet applied', normalSign: -1 },
  payerSuspense: { label: 'Insurance money waiting to be matched', normalSign: -1 },
} as const

export type Account = keyof typeof accounts

export type PostingLine = {
  account: Account
  /** Integer cents, debit positive; the lines of a posting sum to zero. */
  amountCents: number
  chargeId?: string
  patientId?: string
  payerId?: string
  claimId?: string
}

export type PostingKind =
  | 'charge'
  | 'remittanceLine'
  | 'parkedMoney'
  | 'providerAdjustment'
  | 'patientPayment'
  | 'applyUnapplied'
  | 'refund'
  | 'writeOff'
  | 'transfer'
  | 'reversal'

export type Posting = { kind: PostingKind; lines: readonly PostingLine[] }

/** An amount the books refuse; the message can be shown as it is. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
}

/** Who owes: the patient, or one payer. */
export type Responsible = { kind: 'patient' } | { kind: 'payer'; payerId: string }

/** A charge with what the patient owes on it, for applying money oldest first. */
export type OpenCharge = { chargeId: string; serviceDate: string; dueCents: number }

type ChargeRef = { chargeId: string; patientId: string; claimId?: string }

/** A service becomes owed, by the payer or by the patient. */
export const chargePosting = ({
  responsible,
  amountCents,
  ...charge
}: ChargeRef & { responsible: Responsible; amountCents: number }): Posting => {
  requirePositive(amountCents, 'A charge')
  return posting('charge', [
    receivable({ ...charge, responsible, amountCents }),
    { account: 'revenue', amountCents: -amountCents, ...charge },
  ])
}

/**
 * What a payer decided about one charge: money in, contractual part off, patient share over to
 * the patient. The denied rest stays with the payer. The contractual part may be negative, when a
 * payer allows more than the one before it.
 */
export const remittanceLinePosting = (
  decision: ChargeRef & {
    payerId: string
    paidCents: number
    contractualCents: number
    patientResponsibilityCents: number
  },
): Posting => {
  const { paidCents, contractualCents, patientResponsibilityCents, payerId, ...charge } = decision
  requireNotNegative(paidCents, 'A payment')
  requireNotNegative(patientResponsibilityCents, 'A patient share')
  assertCents(contractualCents)
  const settled = paidCents + contractualCents + patientResponsibilityCents
  return posting('remittanceLine', [
    { account: 'cash', amountCents: paidCents, payerId, ...charge },
    { account: 'contractualAdjustment', amountCents: contractualCents, payerId, ...charge },
    { account: 'patientReceivable', amountCents: patientResponsibilityCents, ...charge },
    { account: 'payerReceivable', amountCents: -settled, payerId, ...charge },
  ])
}

/** Insurance money (or a taking back, when negative) that waits to be matched with a claim. */
export const parkedMoneyPosting = ({
  payerId,
  amountCents,
}: {
  payerId: string
  amountCents: number
}): Posting =>
  posting('parkedMoney', [
    { account: 'cash', amountCents, payerId },
    { account: 'payerSuspense', amountCents: -amountCents, payerId },
  ])

/** A PLB entry: a positive amount lowered the payment, a negative one raised it. */
export const providerAdjustmentPosting = ({
  payerId,
  amountCents,
}: {
  payerId: string
  amountCents: number
}): Posting =>
  posting('providerAdjustment', [
    { account: 'providerAdjustment', amountCents, payerId },
    { account: 'cash', amountCents: -amountCents, payerId },
  ])

/** Patient money goes to the oldest charges first; what is left stays unapplied. */
export const patientPaymentPosting = ({
  patientId,
  amountCents,
  openCharges,
}: {
  patientId: string
  amountCents: number
  openCharges: readonly OpenCharge[]
}): Posting => {
  requirePositive(amountCents, 'A payment')
  const applied = applyOldestFirst({ patientId, amountCents, openCharges })
  const unapplied = amountCents + sumLines(applied)
  return posting('patientPayment', [
    { account: 'cash', amountCents, patientId },
    ...applied,
    { account: 'unappliedCredit', amountCents: -unapplied, patientId },
  ])
}

/** Uses unapplied money for open charges, oldest first; null when there is nothing to apply. */
export const applyUnappliedPosting = ({
  patientId,
  availableCents,
  openCharges,
}: {
  patientId: string
  availableCents: number
  openCharges: readonly OpenCharge[]
}): Posting | null => {
  requireNotNegative(availableCents, 'Unapplied money')
  const applied = applyOldestFirst({ patientId, amountCents: availableCents, openCharges })
  if (applied.length === 0) return null
  return posting('applyUnapplied', [
    { account: 'unappliedCredit', amountCents: -sumLines(applied), patientId },
    ...applied,
  ])
}

/** Gives unapplied money back to the patient, never more than there is. */
export const refundPosting = ({
  patientId,
  amountCents,
  availableCents,
}: {
  patientId: string
  amountCents: number
  availableCents: number
}): Posting => {
  requirePositive(amountCents, 'A refund')
  if (amountCents > availableCents)
    throw new LedgerError('The refund is more than the unapplied money of this patient.')
  return posting('refund', [
    { account: 'unappliedCredit', amountCents, patientId },
    { account: 'cash', amountCents: -amountCents, patientId },
  ])
}

/** Gives up an amount that the responsible party owes on a charge, at most `owedCents`. */
export const writeOffPosting = ({
  responsible,
  amountCents,
  owedCents,
  ...charge
}: ChargeRef & {
  responsible: Responsible
  amountCents: number
  owedCents: number
}): Posting => {
  requirePositive(amountCents, 'A write-off')
  if (amountCents > owedCents)
    throw new LedgerError('The write-off is more than what is owed on this charge.')
  return posting('writeOff', [
    { account: 'writeOff', amountCents, ...charge },
    receivable({ ...charge, responsible, amountCents: -amountCents }),
  ])
}

/** Moves what is owed on a charge from one party to another. */
export const transferPosting = ({
  from,
  to,
  amountCents,
  ...charge
}: ChargeRef & {
  from: Responsible
  to: Responsible
  amountCents: number
}): Posting => {
  requirePositive(amountCents, 'A transfer')
  return posting('transfer', [
    receivable({ ...charge, responsible: from, amountCents: -amountCents }),
    receivable({ ...charge, responsible: to, amountCents }),
  ])
}

/** The exact opposite; history is never deleted. */
export const reversalOf = (original: Posting): Posting =>
  posting(
    'reversal',
    original.lines.map((line) => ({ ...line, amountCents: -line.amountCents })),
  )

const posting = (kind: PostingKind, lines: readonly PostingLine[]): Posting => {
  const kept = lines.filter((line) => line.amountCents !== 0)
  for (const line of kept) assertCents(line.amountCents)
  if (sumLines(kept) !== 0) throw new LedgerError('The lines of a posting must sum to zero.')
  return { kind, lines: kept }
}

const receivable = ({
  responsible,
  ...line
}: ChargeRef & { responsible: Responsible; amountCents: number }): PostingLine =>
  responsible.kind === 'patient'
    ? { account: 'patientReceivable', ...line }
    : { account: 'payerReceivable', payerId: responsible.payerId, ...line }

const applyOldestFirst = ({
  patientId,
  amountCents,
  openCharges,
}: {
  patientId: string
  amountCents: number
  openCharges: readonly OpenCharge[]
}): PostingLine[] => {
  const oldestFirst = openCharges
    .filter((charge) => charge.dueCents > 0)
    .sort(
      (a, b) => a.serviceDate.localeCompare(b.serviceDate) || a.chargeId.localeCompare(b.chargeId),
    )
  let left = amountCents
  const lines: PostingLine[] = []
  for (const { chargeId, dueCents } of oldestFirst) {
    const part = Math.min(left, dueCents)
    if (part === 0) break
    lines.push({ account: 'patientReceivable', amountCents: -part, chargeId, patientId })
    left -= part
  }
  return lines
}

const sumLines = (lines: readonly PostingLine[]): number =>
  lines.reduce((total, line) => total + line.amountCents, 0)

const requirePositive = (cents: number, what: string): void => {
  assertCents(cents)
  if (cents <= 0) throw new LedgerError(`${what} must be more than $0.00.`)
}

const requireNotNegative = (cents: number, what: string): void => {
  assertCents(cents)
  if (cents < 0) throw new LedgerError(`${what} cannot be negative.`)
}
