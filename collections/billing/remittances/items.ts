import { ensureRow } from '@/hooks/actions/ensureRow'
import type { MatchedClaim, ParkedMoney } from '@/src/domain/billing/remittanceTypes'
import type { RemittanceClaim } from '@/src/domain/billing/x12/remittanceTypes'
import { idIn, type Row } from '@/src/domain/row'
import type { BillingContext } from '../billingContext'

type At = { remittanceId: string; position: number }

/** Position 0 is the file as a whole; otherwise the number of the claim's segment. */
export const itemKey = ({ remittanceId, position }: At): string => `${remittanceId}|${position}`

const common = ({ remittanceId, position }: At, detail: RemittanceClaim | null) => ({
  uniqueKey: itemKey({ remittanceId, position }),
  remittance: remittanceId,
  position,
  claimNumber: detail?.claimNumber ?? '',
  payerClaimNumber: detail?.payerClaimNumber ?? '',
  chargeCents: detail?.chargeCents ?? 0,
  detail: detail ? JSON.stringify(detail) : '',
})

export const ensureMatchedItem = (
  { system }: BillingContext,
  {
    entry,
    claim,
    detail,
    ...at
  }: At & { entry: MatchedClaim; claim: Row; detail: RemittanceClaim | null },
) =>
  ensureRow(system, 'remittance-items', {
    ...common(at, detail),
    status: 'matched',
    matchedBy: entry.matchedBy,
    result: entry.status,
    claim: entry.claimId,
    patient: idIn(claim, 'patient'),
    amountCents: entry.paidCents,
    patientShareCents: entry.patientResponsibilityCents,
  })

export const ensureParkedItem = (
  { system }: BillingContext,
  { parked, ...at }: At & { parked: ParkedMoney },
) =>
  ensureRow(system, 'remittance-items', {
    ...common(at, parked.claim),
    status: 'parked',
    code: parked.code,
    reason: parked.reason,
    amountCents: parked.amountCents,
    patientShareCents: parked.claim?.patientResponsibilityCents ?? 0,
  })
