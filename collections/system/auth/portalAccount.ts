import type { PayloadRequest } from 'payload'
import type { Row } from '@/src/domain/row'
import { dropTokens } from './tokens'

/** Whether somebody chose a password for the account and may sign in. */
export const isInUse = (account: Row | null): boolean =>
  Boolean(account?.['acceptedAt']) && account?.['isActive'] !== false

/**
 * Makes an account that nobody signs in to ready for an invitation to `email`. Links that went to another address
 * end, and so does the password of an account that was closed. Repeating it changes nothing.
 */
export const readyForInvitation = async (
  req: PayloadRequest,
  { account, email }: { account: Row; email: string },
): Promise<void> => {
  if (isInUse(account)) return
  if (account['email'] === email && account['isActive'] !== false) return
  const id = String(account['id'])
  await dropTokens(req.payload, { surface: 'portal', userId: id, req })
  await req.payload.db.updateOne({
    collection: 'portal-users',
    id,
    data: { email, isActive: true, acceptedAt: null, passwordHash: null },
    req,
  })
}
