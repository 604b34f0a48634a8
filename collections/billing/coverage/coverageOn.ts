import type { FactReader } from '@/hooks/rules/rule'
import { isWithin } from '@/src/domain/calendarDate'
import { idIn, type Row, textIn } from '@/src/domain/row'

export type Coverage = { policy: Row; payer: Row }

const covers = (policy: Row, on: string): boolean =>
  isWithin(on, {
    from: textIn(policy, 'effectiveOn') || null,
    to: textIn(policy, 'terminatedOn') || null,
  })

/** Policies that cover a day, first payer first. A policy the payer called inactive covers nothing (R14). */
export const policiesOn = async (
  read: FactReader,
  patientId: string,
  on: string,
): Promise<Row[]> => {
  const rows = await read.many('insurance-policies', { patient: { equals: patientId } })
  return rows
    .filter(
      (policy) =>
        policy['status'] !== 'voided' &&
        policy['coverageResult'] !== 'inactive' &&
        covers(policy, on),
    )
    .sort((a, b) => textIn(a, 'priority').localeCompare(textIn(b, 'priority')))
}

/** Who pays for a day: the first payer's policy, or null when the patient does. */
export const coverageOn = async (
  read: FactReader,
  patientId: string,
  on: string,
): Promise<Coverage | null> => {
  const patient = await read.one('patients', patientId)
  if (patient?.['isSelfPay'] === true) return null
  for (const policy of await policiesOn(read, patientId, on)) {
    const payer = await read.one('payers', idIn(policy, 'payer'))
    if (payer && payer['isSelfPay'] !== true) return { policy, payer }
  }
  return null
}
