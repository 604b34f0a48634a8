import type { ClaimReadinessLine } from '@/src/domain/billing/claimReadinessTypes'
import { idIn, numberIn } from '@/src/domain/row'
import type { FactReader } from '../rule'

/** The authorization an appointment draws on; its own unit counts among those left. */
export const authorizationOfAppointment = async (
  read: FactReader,
  appointmentId: string | null,
): Promise<ClaimReadinessLine['authorization']> => {
  if (!appointmentId) return null
  const unit = await read.one('authorization-units', { appointment: { equals: appointmentId } })
  if (!unit || unit['state'] === 'released') return null
  const authorization = await read.one('authorizations', idIn(unit, 'authorization'))
  if (!authorization) return null
  const taken = numberIn(authorization, 'unitsReserved') + numberIn(authorization, 'unitsUsed')
  return {
    number: String(authorization['number'] ?? ''),
    isApproved: true,
    unitsLeft: numberIn(authorization, 'unitsApproved') - taken + 1,
    from: String(authorization['effectiveFrom'] ?? '') || null,
    to: String(authorization['effectiveTo'] ?? '') || null,
  }
}
