import type { PayloadRequest } from 'payload'
import type { EffectContext } from '@/hooks/actions/define'
import type { Row } from '@/src/domain/row'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { practiceZone } from '@/src/lib/practiceZone'
import { isInUse, readyForInvitation } from '../system/auth/portalAccount'
import { ensureTask } from '../system/ensureTask'
import { sendInvitation } from '../system/mail/sendInvitation'

export type PortalOutcome = 'invited' | 'alreadyOpen' | 'noEmail' | 'emailTaken'

/** Where an invitation goes: the address the patient asked for first. Lower case, empty when there is none. */
export const invitedAt = (patient: Row | null): string =>
  String(patient?.['privateEmail'] || patient?.['email'] || '')
    .trim()
    .toLowerCase()

/**
 * Gives a patient a portal account and sends the invitation, once per `uniqueKey`. Says why not when
 * there is no address or it opens somebody else's account. An account in use stays as it is.
 */
export const openPortalAccount = async (
  req: PayloadRequest,
  { patientId, email, uniqueKey }: { patientId: string; email: string; uniqueKey: string },
): Promise<PortalOutcome> => {
  const { db } = req.payload
  const find = (column: string, value: string) =>
    db.findOne<Row & { id: string }>({
      collection: 'portal-users',
      where: { [column]: { equals: value } },
      req,
    })
  const own = await find('patient', patientId)
  if (isInUse(own)) return 'alreadyOpen'
  if (!email) return 'noEmail'
  const taken = await find('email', email)
  if (taken && taken.id !== own?.id) return 'emailTaken'
  if (own) await readyForInvitation(req, { account: own, email })
  else
    await db.create({
      collection: 'portal-users',
      data: { email, patient: patientId, isActive: true, hasFactor: false, rev: 1 },
      req,
    })
  const user = await find('patient', patientId)
  if (!user) return 'noEmail'
  await sendInvitation(req, { userId: user.id, uniqueKey })
  return 'invited'
}

const problems: Partial<Record<PortalOutcome, string>> = {
  noEmail: 'Ask a patient for an e-mail address: the invitation could not be sent',
  emailTaken: 'Ask a patient for another e-mail address: theirs opens another account',
}

/** Invites a patient to the portal as the follow-up of an action; the front desk hears when it could not. */
export const invitePatient = async (
  { now, read, req, system }: EffectContext,
  { patientId, uniqueKey }: { patientId: string; uniqueKey: string },
): Promise<void> => {
  const email = invitedAt(await read.one('patients', patientId))
  const outcome = await openPortalAccount(req, { patientId, email, uniqueKey })
  const title = problems[outcome]
  if (!title) return
  await ensureTask(system, {
    uniqueKey: `not-invited|${uniqueKey}`,
    title,
    kind: 'packet',
    assignedRole: 'frontDesk',
    dueAt: new Date(businessDeadline({ receivedAt: now, days: 1, zone: practiceZone() })),
    collectionSlug: 'patients',
    recordId: patientId,
  })
}
