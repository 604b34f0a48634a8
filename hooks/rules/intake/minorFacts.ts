import { isMinorOn } from '@/src/domain/people/majority'
import { isProxyInForce } from '@/src/domain/people/proxies'
import { idIn, type Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FactReader } from '../rule'

/** What rules about patients under age have to know; null for adults and where there is no patient. */
export type MinorFacts = {
  patient: Row
  name: string
  /** Those who may act for the patient today. */
  proxies: readonly Row[]
  /** Whether the record belongs to care that the minor consented to alone (R12). */
  isAlone: boolean
} | null

export const peopleUrl = (patient: unknown): string =>
  `/admin/patient/${String(patient)}?section=people`

export const callNameOf = (patient: Row): string =>
  String(patient['chosenName'] || patient['firstName'] || 'the patient')

export const inForceOf = async (read: FactReader, patient: Row): Promise<Row[]> => {
  const rows = await read.many('proxies', { patient: { equals: patient['id'] } })
  const about = { birthDate: patient['dateOfBirth'], state: patient['region'] }
  return rows.filter((proxy) => isProxyInForce({ proxy, ...about, today: practiceToday() }))
}

export const minorFactsOf = async (
  read: FactReader,
  record: Row,
  patientColumn = 'patient',
): Promise<MinorFacts> => {
  const patient = await read.one('patients', idIn(record, patientColumn))
  if (!patient) return null
  const about = { birthDate: patient['dateOfBirth'], state: patient['region'] }
  if (isMinorOn({ ...about, on: practiceToday() }) !== true) return null
  return {
    patient,
    name: callNameOf(patient),
    proxies: await inForceOf(read, patient),
    isAlone: Boolean(idIn(record, 'episode')),
  }
}
