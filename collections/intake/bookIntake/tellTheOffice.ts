import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { consentLabel } from '@/src/domain/intake/consentKinds'
import { idIn } from '@/src/domain/row'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { practiceZone } from '@/src/lib/practiceZone'
import { unpublishedKinds } from './ensurePacket'
import { patientOf } from './ensurePatient'

/** Work that a booked intake leaves for the office: coverage to check, texts that are not published. */
export const tellTheOffice = async (context: EffectContext): Promise<void> => {
  const { now, record, system } = context
  const recordId = await patientOf(context)
  const dueAt = new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() }))
  if (idIn(record, 'payer')) {
    await ensureTask(system, {
      uniqueKey: `coverage|${String(record['intakeKey'])}`,
      title: 'Add and check the insurance of a new patient',
      kind: 'coverage',
      assignedRole: 'biller',
      dueAt,
      collectionSlug: 'patients',
      recordId,
    })
  }
  for (const kind of await unpublishedKinds(context)) {
    await ensureTask(system, {
      uniqueKey: `unpublished|${kind}|${String(record['intakeKey'])}`,
      title: `Publish the text "${consentLabel(kind)}": a new patient needs it`,
      kind: 'consent-text',
      assignedRole: 'director',
      dueAt,
      collectionSlug: 'consent-templates',
    })
  }
}
