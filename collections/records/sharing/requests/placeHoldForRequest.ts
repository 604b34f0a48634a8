import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn } from '@/src/domain/row'

/** Somebody's lawyer wrote: nothing of the chart is voided or destroyed until the matter is over (R67). */
export const placeHoldForRequest = async ({
  actorId,
  now,
  record,
  system,
}: EffectContext): Promise<void> => {
  await ensureRow(system, 'legal-holds', {
    uniqueKey: `hold|request|${record.id}`,
    patient: idIn(record, 'patient'),
    status: 'active',
    reasonCode: record['requesterKind'] === 'lawyer' ? 'lawyer' : 'other',
    matter: String(record['denialReason'] ?? ''),
    placedAt: now.toISOString(),
    placedBy: actorId,
  })
}
