import type { PayloadRequest } from 'payload'
import { type Surface, surfaces } from '@/access/session/cookies'
import type { UserRow } from '@/access/session/live'
import { revokeSessions } from '@/access/session/open'
import { checkStepUp } from '@/hooks/actions/stepUp'
import { audit } from '@/hooks/audit/writer'
import { countAttempt, forgetAttempts } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { hashPassword, isPassword } from '@/src/lib/crypto'
import { isDuplicateKey } from '@/src/lib/database'
import { Refusal } from '@/src/lib/errors'
import { networkOf } from '@/src/lib/website/rateLimit'
import { queueMail } from '../mail/queueMail'
import { checkNewPassword } from './newPassword'
import { aboutUser, bodyOf, type Handler, noStore, ownerOf, text, wholeSessionAt } from './request'
import { tellOwner } from './tellOwner'
import { dropTokens, issueToken, readToken, spendToken } from './tokens'

/** A new password of one's own: the present one first; everywhere else one is signed out. */
export const passwordChange: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  const owner = ownerOf(live)
  const key = `${surface}|${live.user.id}`
  await countAttempt(req, 'step-up', key)
  const current = typeof body['current'] === 'string' ? body['current'] : ''
  if (!(await isPassword(current, live.user.passwordHash ?? null))) {
    await audit(req, { ...aboutUser(owner), action: 'password-set', outcome: 'refused' })
    throw new Refusal('invalid', [
      { path: 'current', message: 'That is not your present password. Try again.' },
    ])
  }
  await forgetAttempts(req.payload, 'step-up', key)
  if (live.user.hasFactor) await checkStepUp(req)
  const { user } = live
  const password = await checkNewPassword(req, { surface, user, password: body['password'] })
  await req.payload.db.updateOne({
    collection: surfaces[surface].collection,
    id: user.id,
    data: { passwordHash: await hashPassword(password) },
  })
  await req.payload.db.updateOne({
    collection: 'auth-sessions',
    id: live.session.id,
    data: { passwordAt: clock.wall().toISOString() },
  })
  const ended = await revokeSessions(req.payload, { ...owner, keep: live.session.sessionId })
  await audit(req, { ...aboutUser(owner), action: 'password-set', outcome: 'done' })
  await tellOwner(req, owner)
  return Response.json({ message: 'Your password is changed.', ended }, { headers: noStore })
}

const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)

/** Asks for a new address; it counts once the link that goes there was opened. */
export const emailChange: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  const email = text(body['email']).toLowerCase()
  if (!isAddress(email) || email.length > 200) {
    const message = 'Enter an e-mail address, such as name@example.com.'
    throw new Refusal('invalid', [{ path: 'email', message }])
  }
  await checkStepUp(req)
  await countAttempt(req, 'link', `email|${live.user.id}`)
  const { user } = live
  const { collection } = surfaces[surface]
  const token = await issueToken(req.payload, {
    purpose: 'email',
    surface,
    userId: user.id,
    email,
  })
  await queueMail(req, {
    template: 'email-asked',
    recipientKind: collection,
    recipientId: user.id,
    uniqueKey: `email-asked|${token}`,
  })
  await queueMail(req, {
    template: 'email-confirm',
    recipientKind: 'auth-tokens',
    recipientId: token,
    refs: { token },
    uniqueKey: `email-confirm|${token}`,
  })
  await audit(req, { ...aboutUser(ownerOf(live)), action: 'email-asked', outcome: 'done' })
  // The same whether somebody else has the address: who asks learns nothing about others.
  const message = 'A link is on its way to the new address. It changes once you open it there.'
  return Response.json({ message }, { headers: noStore })
}

const setAddress = async (
  req: PayloadRequest,
  surface: Surface,
  { userId, email }: { userId: string; email: string },
): Promise<void> => {
  const taken = new Refusal('conflict', 'This address cannot be used for your account. Call us.')
  const { collection } = surfaces[surface]
  const other = await req.payload.db.findOne<UserRow>({
    collection,
    where: { email: { equals: email } },
  })
  if (other && other.id !== userId) throw taken
  try {
    await req.payload.db.updateOne({ collection, id: userId, data: { email } })
  } catch (error) {
    throw isDuplicateKey(error) ? taken : error
  }
}

/** The link in the mail to the new address. Whoever opens it is not signed in by it. */
export const emailConfirm: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  await countAttempt(req, 'link', networkOf(req.headers))
  const token = text(body['token'])
  const known = await readToken(req.payload, token, surface)
  const spent = known?.purpose === 'email' ? await spendToken(req.payload, token, surface) : null
  if (!spent?.email)
    throw new Refusal('invalid', 'This link was used before or is too old. Ask for a new one.')
  const { userId, email } = spent
  await setAddress(req, surface, { userId, email })
  // Links that wait in the old mailbox open nothing from now on.
  await dropTokens(req.payload, { surface, userId })
  await audit(req, { ...aboutUser({ surface, userId }), action: 'email-changed', outcome: 'done' })
  return Response.json({ message: 'Your new address is in use.' }, { headers: noStore })
}
