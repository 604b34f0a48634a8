import { idIn } from '@/access/scopes'
import type { Dated } from '@/src/domain/billing/claimReadinessTypes'
import type { Row } from '@/src/domain/row'
import type { FactReader } from '../rule'

export type Rendering = {
  id: string
  name: string
  npi: string | null
  taxonomy: string | null
  enrollments: Dated[]
  /** Set when a pre-licensed clinician held the session and the supervisor is billed. */
  supervisedId: string | null
}

const text = (row: Row | null, column: string): string => {
  const value = row?.[column]
  return typeof value === 'string' ? value : ''
}

const isPreLicensed = (staff: Row | null): boolean => {
  const roles = Array.isArray(staff?.['roles']) ? staff['roles'] : []
  return roles.includes('intern') && !roles.includes('clinician')
}

const supervisorOf = async (read: FactReader, staffId: string, on: string): Promise<Row | null> => {
  const agreements = await read.many('supervision-agreements', { supervisee: { equals: staffId } })
  const current = agreements.find(
    (row) => text(row, 'startsOn') <= on && (!text(row, 'endsOn') || text(row, 'endsOn') >= on),
  )
  return current ? read.one('staff', idIn(current, 'supervisor')) : null
}

type Asked = { payer: Row | null; clinicianId: string | null; serviceDate: string }

/** Whose NPI a claim carries: the clinician's, or the supervisor's where the payer wants it so. */
export const renderingOf = async (
  read: FactReader,
  { payer, clinicianId, serviceDate }: Asked,
): Promise<Rendering> => {
  const clinician = await read.one('staff', clinicianId)
  const mode = isPreLicensed(clinician) ? text(payer, 'supervisionMode') : 'ownNpi'
  const isUnderSupervisor = mode === 'underSupervisor' && clinicianId !== null
  const supervisor = isUnderSupervisor ? await supervisorOf(read, clinicianId, serviceDate) : null
  const billed = supervisor ?? clinician
  const enrollments =
    mode === 'notBillable' || !billed
      ? []
      : await read.many('payer-enrollments', {
          and: [
            { staff: { equals: billed['id'] } },
            { payer: { equals: payer?.['id'] ?? '' } },
            { status: { not_equals: 'pending' } },
          ],
        })
  return {
    id: String(billed?.['id'] ?? ''),
    name: text(billed, 'name') || 'The clinician',
    npi: text(billed, 'npi') || null,
    taxonomy: text(billed, 'taxonomy') || null,
    enrollments: enrollments.map((row) => ({
      from: text(row, 'effectiveFrom') || null,
      to: text(row, 'effectiveTo') || null,
    })),
    supervisedId: supervisor ? clinicianId : null,
  }
}
