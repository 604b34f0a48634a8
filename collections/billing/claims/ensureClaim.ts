import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import { billableDiagnoses } from '@/hooks/rules/billing/claimFacts'
import { secretFromPlan } from '@/hooks/rules/billing/secretFromPlan'
import { filingWindow } from '@/src/domain/billing/timelyFiling'
import { idIn, numberIn, type Row, type StoredRow, textIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { type BillingContext, readerOf } from '../billingContext'
import { nextNumber } from '../numbers/nextNumber'
import { noteReadiness } from './noteReadiness'

const claimNumber = (value: number): string => `C${String(value).padStart(7, '0')}`

/** The clock of R78 for the board: the last day to file and the day it becomes urgent. */
export const filingColumns = async (
  { req }: BillingContext,
  { payer, serviceDate }: { payer: Row | null; serviceDate: string },
): Promise<{ filingDeadline: string | null; filingAlarmFrom: string | null }> => {
  const settings = await loadSettings(req, { payer: payer ? String(payer['id']) : null })
  const { deadline, alarmFrom } = filingWindow({
    countsFrom: serviceDate,
    today: practiceToday(),
    limitDays: numberIn(payer, 'filingLimitDays') || settings.filingLimitDays,
    payerName: textIn(payer, 'name'),
    alarmPercent: settings.filingAlarmPercent,
  })
  return { filingDeadline: deadline, filingAlarmFrom: alarmFrom }
}

export const diagnosisCodesOf = async (
  context: BillingContext,
  patientId: string,
): Promise<string> => {
  const rows = await billableDiagnoses(readerOf(context), patientId)
  return [...new Set(rows.map((row) => textIn(row, 'code')))].slice(0, 12).join(' ')
}

type NewClaim = {
  uniqueKey: string
  charge: Row
  /** 1 original, 7 replacement, 8 void (CLM05-3). */
  frequency: '1' | '7' | '8'
  originalClaimId?: string
  payerClaimNumber?: string
}

const ensureLines = async (context: BillingContext, claim: Row, charge: Row): Promise<void> => {
  await ensureRow(context.system, 'claim-lines', {
    uniqueKey: `${claim['id']}|${charge['id']}`,
    claim: claim['id'],
    charge: charge['id'],
    patient: idIn(charge, 'patient'),
    lineNumber: 1,
    lineControlNumber: `${textIn(claim, 'controlNumber')}-1`,
    serviceDate: textIn(charge, 'serviceDate'),
    code: textIn(charge, 'code'),
    modifiers: textIn(charge, 'modifiers'),
    placeOfService: textIn(charge, 'placeOfService'),
    units: numberIn(charge, 'units') || 1,
    chargeCents: numberIn(charge, 'amountCents'),
  })
}

/** A claim with its line, once per key; the control number is drawn only for a new one. */
export const ensureClaimRow = async (context: BillingContext, wish: NewClaim): Promise<Row> => {
  const { charge, frequency } = wish
  const read = readerOf(context)
  const patientId = idIn(charge, 'patient') ?? ''
  const serviceDate = textIn(charge, 'serviceDate')
  const payer = await read.one('payers', idIn(charge, 'payer'))
  const known = await read.one('claims', { uniqueKey: { equals: wish.uniqueKey } })
  const claim =
    known ??
    (await ensureRow(context.system, 'claims', {
      uniqueKey: wish.uniqueKey,
      patient: patientId,
      clinician: idIn(charge, 'clinician'),
      session: idIn(charge, 'session'),
      charge: charge['id'],
      policy: idIn(charge, 'policy'),
      payer: idIn(charge, 'payer'),
      serviceDate,
      controlNumber: claimNumber(await nextNumber(context.req, 'claim')),
      frequency,
      originalClaim: wish.originalClaimId ?? null,
      payerClaimNumber: wish.payerClaimNumber ?? '',
      diagnosisCodes: await diagnosisCodesOf(context, patientId),
      totalCents: numberIn(charge, 'amountCents'),
      status: 'draft',
      ...(await filingColumns(context, { payer, serviceDate })),
    }))
  const row = claim as unknown as StoredRow // read back by column
  await ensureLines(context, row, charge)
  return row
}

/**
 * The draft claim of an insured charge that is ready; nothing for self-pay, a missing fee, or what the plan
 * must not know (MN-7, MI-5).
 */
export const ensureClaim = async (context: BillingContext, charge: Row): Promise<void> => {
  if (!idIn(charge, 'policy') || numberIn(charge, 'amountCents') <= 0) return
  if (await secretFromPlan(readerOf(context), charge)) return
  const claim = await ensureClaimRow(context, {
    uniqueKey: `charge|${charge['id']}`,
    charge,
    frequency: '1',
  })
  if (claim['status'] === 'draft') await noteReadiness(context, claim)
}
