import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { practiceZone } from '@/src/lib/practiceZone'
import { openPortalAccount, type PortalOutcome } from '../openPortalAccount'
import { patientOf } from './ensurePatient'

const problems: Partial<Record<PortalOutcome, string>> = {
  noEmail: 'Ask a new patient for an e-mail address: the packet could not be sent',
  emailTaken: 'Ask a new patient for another e-mail address: theirs opens another account',
}

/** Sends the invitation to the packet; the front desk hears when it could not. */
export const openPortal = async (context: EffectContext): Promise<void> => {
  const { now, read, record, req, system } = context
  const patientId = await patientOf(context)
  const patient = await read.one('patients', patientId)
  const outcome = await openPortalAccount(req, {
    patientId,
    email: patient?.['privateEmail'] || patient?.['email'],
    uniqueKey: `portal-invitation|${String(record['intakeKey'])}`,
  })
  const title = problems[outcome]
  if (!title) return
  await ensureTask(system, {
    uniqueKey: `packet-not-sent|${String(record['intakeKey'])}`,
    title,
    kind: 'packet',
    assignedRole: 'frontDesk',
    dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
    collectionSlug: 'patients',
    recordId: patientId,
  })
}
