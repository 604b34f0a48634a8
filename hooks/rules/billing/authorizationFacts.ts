import { idIn } from '@/access/scopes'
import type { ClaimReadinessLine } from '@/src/domain/billing/claimReadinessTypes'
import type { FactReader } from '../rule'

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

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
  const taken = number(authorization['unitsReserved']) + number(authorization['unitsUsed'])
  return {
    number: String(authorization['number'] ?? ''),
    isApproved: true,
    unitsLeft: number(authorization['unitsApproved']) - taken + 1,
    from: String(authorization['effectiveFrom'] ?? '') || null,
    to: String(authorization['effectiveTo'] ?? '') || null,
  }
}
