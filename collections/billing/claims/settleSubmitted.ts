import type { PayloadRequest } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import { moveRow } from '../moveRow'

/** What a sent claim changes around it: its charge is claimed, the claim it replaces is closed. */
export const settleSubmitted = async (req: PayloadRequest, claim: Row): Promise<void> => {
  const chargeId = idIn(claim, 'charge')
  if (chargeId) {
    await moveRow(req, 'charges', {
      id: chargeId,
      where: { status: { equals: 'ready' } },
      data: { status: 'claimed' },
    })
  }
  const originalId = idIn(claim, 'originalClaim')
  if (!originalId) return
  await moveRow(req, 'claims', {
    id: originalId,
    where: { status: { not_in: ['closed', 'voided'] } },
    data: { status: claim['frequency'] === '8' ? 'voided' : 'closed' },
  })
}
