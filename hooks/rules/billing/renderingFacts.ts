import type { Dated } from '@/src/domain/billing/claimReadinessTypes'
import { idIn, type Row, textIn } from '@/src/domain/row'
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

const isPreLicensed = (staff: Row | null): boolean => {
  const roles = Array.isArray(staff?.['roles']) ? staff['roles'] : []
  return roles.includes('intern') && !roles.includes('clinician')
}

const supervisorOf = async (read: FactReader, staffId: string, on: string): Promise<Row | null> => {
  const agreements = await read.many('supervision-agreements', { supervisee: { equals: staffId } })
  const current = agreements.find(
    (row) =>
      textIn(row, 'startsOn') <= on && (!textIn(row, 'endsOn') || textIn(row, 'endsOn') >= on),
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
  const mode = isPreLicensed(clinician) ? textIn(payer, 'supervisionMode') : 'ownNpi'
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
    name: textIn(billed, 'name') || 'The clinician',
    npi: textIn(billed, 'npi') || null,
    taxonomy: textIn(billed, 'taxonomy') || null,
    enrollments: enrollments.map((row) => ({
      from: textIn(row, 'effectiveFrom') || null,
      to: textIn(row, 'effectiveTo') || null,
    })),
    supervisedId: supervisor ? clinicianId : null,
  }
}
