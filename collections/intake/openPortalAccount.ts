import type { PayloadRequest } from 'payload'
import { sendInvitation } from '../system/mail/sendInvitation'

type PortalUser = { id: string; email: string; patient?: unknown; acceptedAt?: string | null }

export type PortalOutcome = 'invited' | 'alreadyOpen' | 'noEmail' | 'emailTaken'

/**
 * Gives a patient a portal account and sends the invitation, once per `uniqueKey`. Says why not when
 * there is no address or it opens somebody else's account.
 */
export const openPortalAccount = async (
  req: PayloadRequest,
  { patientId, email: given, uniqueKey }: { patientId: string; email: unknown; uniqueKey: string },
): Promise<PortalOutcome> => {
  const { db } = req.payload
  const email = typeof given === 'string' ? given.trim().toLowerCase() : ''
  const find = (column: string, value: string) =>
    db.findOne<PortalUser>({
      collection: 'portal-users',
      where: { [column]: { equals: value } },
      req,
    })
  const own = await find('patient', patientId)
  if (own?.acceptedAt) return 'alreadyOpen'
  if (!email) return 'noEmail'
  const taken = await find('email', email)
  if (taken && taken.id !== own?.id) return 'emailTaken'
  if (own)
    await db.updateOne({
      collection: 'portal-users',
      id: own.id,
      data: { isActive: true, email },
      req,
    })
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
