import { balanceOf } from '@/src/domain/billing/balances'
import type { OpenCharge, PostingLine, Responsible } from '@/src/domain/billing/ledger'
import type { Posted } from './postOnce'

const linesOf = (posted: readonly Posted[]): PostingLine[] =>
  posted.flatMap((posting) => posting.lines)

/** What the patient owes on each charge, in cents; negative when too much was applied. */
export const patientDueByCharge = (posted: readonly Posted[]): Map<string, number> =>
  balanceOf({
    lines: linesOf(posted).filter((line) => line.account === 'patientReceivable'),
    by: 'charge',
  })

/** What a responsible party owes on one charge, in cents. */
export const owedOn = (
  posted: readonly Posted[],
  chargeId: string,
  responsible: Responsible,
): number =>
  linesOf(posted)
    .filter((line) => line.chargeId === chargeId)
    .filter((line) =>
      responsible.kind === 'patient'
        ? line.account === 'patientReceivable'
        : line.account === 'payerReceivable' && line.payerId === responsible.payerId,
    )
    .reduce((sum, line) => sum + line.amountCents, 0)

/** Patient money that pays for nothing yet, in cents. */
export const unappliedOf = (posted: readonly Posted[], patientId: string): number =>
  balanceOf({ lines: linesOf(posted), by: 'unapplied' }).get(patientId) ?? 0

export const patientDueOf = (posted: readonly Posted[], patientId: string): number =>
  balanceOf({ lines: linesOf(posted), by: 'patientDue' }).get(patientId) ?? 0

/** Everything payers still owe for a patient, in cents. */
export const payersDueOf = (posted: readonly Posted[]): number =>
  linesOf(posted)
    .filter((line) => line.account === 'payerReceivable')
    .reduce((sum, line) => sum + line.amountCents, 0)

/** What money is applied to, oldest service first; `serviceDates` by charge. */
export const openChargesOf = (
  posted: readonly Posted[],
  serviceDates: ReadonlyMap<string, string>,
): OpenCharge[] =>
  [...patientDueByCharge(posted)]
    .filter(([, dueCents]) => dueCents > 0)
    .map(([chargeId, dueCents]) => ({
      chargeId,
      dueCents,
      serviceDate: serviceDates.get(chargeId) ?? '',
    }))

const appliesPatientMoney = new Set(['patientPayment', 'applyUnapplied'])

export type ChargeFigures = {
  insurancePaidCents: number
  adjustmentCents: number
  patientPaidCents: number
  payerDueCents: number
  /** The first day on which the patient owed something for it. */
  patientResponsibleFrom: string | null
}

/** What happened to one charge so far, as a statement shows it. */
export const figuresOf = (posted: readonly Posted[], chargeId: string): ChargeFigures => {
  const figures: ChargeFigures = {
    insurancePaidCents: 0,
    adjustmentCents: 0,
    patientPaidCents: 0,
    payerDueCents: 0,
    patientResponsibleFrom: null,
  }
  for (const posting of posted) {
    for (const { account, amountCents, chargeId: on } of posting.lines) {
      if (on !== chargeId) continue
      if (account === 'cash') figures.insurancePaidCents += amountCents
      if (account === 'contractualAdjustment' || account === 'writeOff') {
        figures.adjustmentCents += amountCents
      }
      if (account === 'payerReceivable') figures.payerDueCents += amountCents
      if (account !== 'patientReceivable') continue
      if (appliesPatientMoney.has(posting.kind)) figures.patientPaidCents -= amountCents
      if (amountCents > 0) figures.patientResponsibleFrom ??= posting.postedOn
    }
  }
  return figures
}
