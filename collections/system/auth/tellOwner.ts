import type { PayloadRequest } from 'payload'
import { surfaces } from '@/access/session/cookies'
import type { Owner } from '@/hooks/factors/rows'
import { randomToken } from '@/src/lib/crypto'
import { queueMail } from '../mail/queueMail'

/** Tells a person that how they sign in was changed, so that they notice when it was not them. */
export const tellOwner = (
  req: PayloadRequest,
  { surface, userId }: Owner,
  key = randomToken(12),
): Promise<void> =>
  queueMail(req, {
    template: 'sign-in-changed',
    recipientKind: surfaces[surface].collection,
    recipientId: userId,
    uniqueKey: `sign-in-changed|${userId}|${key}`,
  })
