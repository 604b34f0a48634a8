import type { PayloadRequest } from 'payload'
import { type Surface, surfaces } from '@/access/session/cookies'
import type { UserRow } from '@/access/session/live'
import { revokeSessions } from '@/access/session/open'
import { audit } from '@/hooks/audit/writer'
import { countAttempt, secondsToWait } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { hashPassword } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { networkOf } from '@/src/lib/website/rateLimit'
import { queueMail } from '../mail/queueMail'
import { checkNewPassword } from './newPassword'
import { bodyOf, type Handler, noStore, text } from './request'
import { openFor, userByEmail } from './signIn'
import { issueToken, readToken, spendToken } from './tokens'

const sameAnswer = 'If there is an account for this address, a link is on its way.'

const sendLink = async (req: PayloadRequest, surface: Surface, email: string): Promise<void> => {
  const user = email ? await userByEmail(req, surface, email) : null
  if (!user || user.isActive === false) return
  // Nobody's mailbox is filled; the answer has gone out already and says nothing about it.
  if (await secondsToWait(req.payload, 'forgot-account', `${surface}|${user.id}`)) return
  const { collection } = surfaces[surface]
  const token = await issueToken(req.payload, { purpose: 'reset', surface, userId: user.id })
  await queueMail(req, {
    template: 'password-reset',
    recipientKind: collection,
    recipientId: user.id,
    refs: { token },
    uniqueKey: `reset|${token}`,
  })
  await audit(req, {
    action: 'password-reset-asked',
    outcome: 'done',
    collection,
    recordIds: [user.id],
  })
}

export const forgot: Handler = async (req, surface) => {
  const email = text((await bodyOf(req))['email'])
  await countAttempt(req, 'forgot-network', networkOf(req.headers))
  // Not awaited: the answer takes as long whether the account exists or not.
  setImmediate(() => {
    sendLink(req, surface, email).catch((error: unknown) =>
      req.payload.logger.error({ err: error, msg: 'A password link could not be made' }),
    )
  })
  return Response.json({ message: sameAnswer }, { headers: noStore })
}

const tooOld = (): Refusal =>
  new Refusal('invalid', 'This link was used before or is too old. Ask for a new one.')

/** Sets the password of an invitation or a reset link. Who has a factor still has to show it. */
export const accept: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  await countAttempt(req, 'link', networkOf(req.headers))
  const { collection } = surfaces[surface]
  const token = text(body['token'])
  const known = await readToken(req.payload, token, surface)
  if (known?.purpose !== 'invite' && known?.purpose !== 'reset') throw tooOld()
  const user = await req.payload.db.findOne<UserRow>({
    collection,
    where: { id: { equals: known.userId } },
  })
  if (!user || user.isActive === false) throw tooOld()
  // Looked at before the link is used up: a weak password does not cost it.
  const password = await checkNewPassword(req, { surface, user, password: body['password'] })
  const spent = await spendToken(req.payload, token, surface)
  if (!spent) throw tooOld()
  await req.payload.db.updateOne({
    collection,
    id: user.id,
    data: {
      passwordHash: await hashPassword(password),
      ...(surface === 'portal' ? { acceptedAt: clock.now().toISOString() } : {}),
    },
  })
  await revokeSessions(req.payload, { surface, userId: user.id })
  await audit(req, { action: 'password-set', outcome: 'done', collection, recordIds: [user.id] })
  return openFor(req, surface, { userId: user.id, message: 'Your password is set.' })
}
