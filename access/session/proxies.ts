import type { BasePayload } from 'payload'
import { isProxyInForce, type ProxyRight, rightsOf } from '@/src/domain/people/proxies'
import type { StoredRow } from '@/src/domain/row'
import { plainRows } from '@/src/lib/plainRows'
import { practiceToday } from '@/src/lib/practiceZone'

/** What one person may do for one patient today. */
export type ProxyGrant = {
  patient: string
  /** Empty when the authority is not in force today. */
  rights: readonly ProxyRight[]
  isInForce: boolean
}

const proxyFields = [
  'patient',
  'basis',
  'status',
  'startsOn',
  'endsOn',
  'mayReadRecords',
  'mayBook',
  'mayBilling',
  'mayConsent',
]

/** Patients a portal account acts for, or did, those in force first; read again for every request. */
export const proxyGrantsOf = async (
  payload: BasePayload,
  portalUserId: string,
): Promise<ProxyGrant[]> => {
  const rows = await plainRows<StoredRow>(payload, {
    slug: 'proxies',
    column: 'portalUser',
    values: [portalUserId],
    fields: proxyFields,
  })
  const ids = [...new Set(rows.map((row) => String(row['patient'])))]
  const patients = await plainRows<StoredRow>(payload, {
    slug: 'patients',
    column: 'id',
    values: ids,
    fields: ['dateOfBirth', 'region'],
  })
  const today = practiceToday()
  const grants = ids.sort().map((id): ProxyGrant => {
    const patient = patients.find((row) => row.id === id)
    const inForce = rows.filter(
      (proxy) =>
        String(proxy['patient']) === id &&
        isProxyInForce({
          proxy,
          birthDate: patient?.['dateOfBirth'],
          state: patient?.['region'],
          today,
        }),
    )
    return {
      patient: id,
      rights: [...new Set(inForce.flatMap(rightsOf))],
      isInForce: inForce.length > 0,
    }
  })
  return [...grants.filter((grant) => grant.isInForce), ...grants.filter((each) => !each.isInForce)]
}
