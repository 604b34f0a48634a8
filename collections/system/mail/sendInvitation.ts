import type { PayloadRequest } from 'payload'
import { issueToken } from '../auth/tokens'
import { queueMail } from './queueMail'

/** Sends a portal account the link to choose a password by, once per `uniqueKey`. */
export const sendInvitation = async (
  req: PayloadRequest,
  { userId, uniqueKey }: { userId: string; uniqueKey: string },
): Promise<void> => {
  const where = { uniqueKey: { equals: uniqueKey } }
  if (await req.payload.db.findOne({ collection: 'outbox', where, req })) return
  const token = await issueToken(req.payload, {
    purpose: 'invite',
    surface: 'portal',
    userId,
    req,
  })
  await queueMail(req, {
    template: 'portal-invitation',
    recipientKind: 'portal-users',
    recipientId: userId,
    refs: { token },
    uniqueKey,
  })
}
