import { procedureCode } from '@/src/domain/billing/procedureCodes'
import { addDays, type CalendarDate, daysBetween } from '@/src/domain/calendarDate'
import type { Letterhead } from '@/src/domain/people/letterhead'

/** One charge as the ledger has it, all in integer cents. */
export type StatementCharge = {
  chargeId: string
  serviceDate: CalendarDate
  code: string
  chargeCents: number
  insurancePaidCents: number
  /** Contractual adjustments and write-offs. */
  adjustmentCents: number
  patientPaidCents: number
  /** Still with a payer: while above zero, or without an answer, the charge is left out. */
  payerDueCents: number
  isFinalByAllPayers: boolean
  /** The day the patient became responsible; aging counts from here, not from the service. */
  patientResponsibleFrom: CalendarDate | null
}

export type StatementInput = {
  statementNumber: string
  statementDate: CalendarDate
  dueInDays: number
  practice: { name: string; addressLines: readonly string[]; phone: string }
  patient: { name: string; account: string }
  charges: readonly StatementCharge[]
  unappliedCents: number
  /** Below this no statement is sent (rules.md R82). */
  minimumCents: number
}

/** Who it comes from and where it goes; apart from what is owed, because not everybody who may read that may read this. */
export type StatementEnvelope = Letterhead & {
  addressLines: readonly string[]
}

export type AgingBucket = { label: string; amountCents: number }

export type StatementLine = {
  chargeId: string
  serviceDate: CalendarDate
  label: string
  chargeCents: number
  insurancePaidCents: number
  adjustmentCents: number
  patientPaidCents: number
  youOweCents: number
}

export type StatementModel = Pick<
  StatementInput,
  'statementNumber' | 'statementDate' | 'practice' | 'patient' | 'unappliedCents'
> & {
  dueDate: CalendarDate
  lines: StatementLine[]
  aging: AgingBucket[]
  /** What all lines come to less unapplied money, never below zero. */
  totalDueCents: number
  /** Charges left out because insurance has not finished. */
  waitingCount: number
}

export type StatementResult =
  | { ok: true; statement: StatementModel }
  | { ok: false; ruleId: 'R82'; message: string }

/** Upper ends of the aging buckets in days since the patient became responsible (billing.md 4.10). */
const BUCKET_ENDS = [30, 60, 90, 120] as const

/**
 * A patient statement: only what every payer has finished with, service labels that say nothing
 * about the condition, no diagnosis. Refused while insurance has not answered or too little is due.
 */
export const statementModel = (input: StatementInput): StatementResult => {
  const final = input.charges.filter(isFinal)
  const waitingCount = input.charges.length - final.length
  const lines = final.map(statementLine).filter((line) => line.youOweCents > 0)
  const owedCents = lines.reduce((total, line) => total + line.youOweCents, 0)
  const totalDueCents = Math.max(0, owedCents - input.unappliedCents)
  if (lines.length === 0 && waitingCount > 0) {
    return {
      ok: false,
      ruleId: 'R82',
      message: 'Insurance has not answered yet. A statement can be made when it has.',
    }
  }
  if (totalDueCents === 0)
    return {
      ok: false,
      ruleId: 'R82',
      message: 'The patient owes nothing, so there is no statement to make.',
    }
  if (totalDueCents < input.minimumCents) {
    return {
      ok: false,
      ruleId: 'R82',
      message: 'The balance is below the minimum for a statement. It goes on the next one.',
    }
  }
  const { statementNumber, statementDate, practice, patient, unappliedCents } = input
  return {
    ok: true,
    statement: {
      statementNumber,
      statementDate,
      dueDate: addDays(statementDate, input.dueInDays),
      practice,
      patient,
      unappliedCents,
      lines: lines.sort((a, b) => a.serviceDate.localeCompare(b.serviceDate)),
      aging: agingOf(final, statementDate),
      totalDueCents,
      waitingCount,
    },
  }
}

const isFinal = (charge: StatementCharge): boolean =>
  charge.isFinalByAllPayers && charge.payerDueCents === 0

const statementLine = (charge: StatementCharge): StatementLine => {
  const {
    chargeId,
    serviceDate,
    chargeCents,
    insurancePaidCents,
    adjustmentCents,
    patientPaidCents,
  } = charge
  return {
    chargeId,
    serviceDate,
    label: procedureCode(charge.code)?.statementLabel ?? 'Service',
    chargeCents,
    insurancePaidCents,
    adjustmentCents,
    patientPaidCents,
    youOweCents: chargeCents - insurancePaidCents - adjustmentCents - patientPaidCents,
  }
}

const agingOf = (charges: readonly StatementCharge[], today: CalendarDate): AgingBucket[] => {
  const buckets: AgingBucket[] = [
    ...BUCKET_ENDS.map((end) => ({
      label: `${end - (end === 30 ? 30 : 29)}-${end} days`,
      amountCents: 0,
    })),
    { label: 'Over 120 days', amountCents: 0 },
  ]
  for (const charge of charges) {
    const { youOweCents } = statementLine(charge)
    if (youOweCents <= 0) continue
    const days = daysBetween(charge.patientResponsibleFrom ?? charge.serviceDate, today)
    const position = BUCKET_ENDS.findIndex((end) => days <= end)
    const bucket = buckets[position === -1 ? BUCKET_ENDS.length : position]
    if (bucket) bucket.amountCents += youOweCents
  }
  return buckets
}
