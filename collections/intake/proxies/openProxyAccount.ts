import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { isInUse, readyForInvitation } from '../../system/auth/portalAccount'
import { queueMail } from '../../system/mail/queueMail'
import { sendInvitation } from '../../system/mail/sendInvitation'

const emailOf = (person: Row | null): string => String(person?.['email'] ?? '').toLowerCase()

const refuse = (message: string): never => {
  throw new Refusal('refused-by-rule', [{ path: 'email', message }])
}

/**
 * Refuses an invitation that nobody needs or that would share a login: the address must be the person's own, and
 * an account that is there already must be theirs.
 */
export const checkProxyAddress = async (
  read: FactReader,
  { proxy, isSamePerson }: { proxy: Row; isSamePerson: boolean },
): Promise<void> => {
  const email = emailOf(await read.one('related-persons', idIn(proxy, 'relatedPerson')))
  if (!email) refuse(`Add an e-mail address of ${String(proxy['name'])} first.`)
  if (isInUse(await read.one('portal-users', idIn(proxy, 'portalUser'))))
    refuse(`${String(proxy['name'])} signs in to the portal already.`)
  const account = await read.one('portal-users', { email: { equals: email } })
  if (!account || account['id'] === idIn(proxy, 'portalUser')) return
  if (idIn(account, 'patient') === idIn(proxy, 'patient')) {
    refuse(
      "This address opens the patient's own account. Nobody shares a login: ask for another address.",
    )
  }
  if (account['isActive'] === false)
    refuse('This address opens an account that was closed. Ask for another address.')
  if (!isSamePerson) {
    refuse(
      'This address opens a portal account already. Tick that it is the same person, or ask for another address.',
    )
  }
}

/** A login for `email`: the one that went to an address put right since, when it serves this proxy alone, or a new one. */
const makeAccount = async ({ read, record, req }: EffectContext, email: string): Promise<void> => {
  const mine = await read.one('portal-users', idIn(record, 'portalUser'))
  const isAlone =
    mine &&
    !isInUse(mine) &&
    !idIn(mine, 'patient') &&
    (await read.count('proxies', { portalUser: { equals: mine['id'] } })) === 1
  if (isAlone) return readyForInvitation(req, { account: mine, email })
  await req.payload.db.create({
    collection: 'portal-users',
    data: { email, isActive: true, hasFactor: false, rev: 1 },
    req,
  })
}

/** Gives the proxy a login of their own, or connects the one they have, and writes to them once. */
export const openProxyAccount = async (context: EffectContext): Promise<void> => {
  const { read, record, refs, req } = context
  const person = await read.one('related-persons', idIn(record, 'relatedPerson'))
  const email = emailOf(person)
  if (!email) return
  const find = () => read.one('portal-users', { email: { equals: email } })
  if (!(await find())) await makeAccount(context, email)
  const account = await find()
  const userId = String(account?.['id'] ?? '')
  if (!account || idIn(account, 'patient') === idIn(record, 'patient')) return
  await moveRow(req, {
    collection: 'proxies',
    id: record.id,
    where: { or: [{ portalUser: { exists: false } }, { portalUser: { not_equals: userId } }] },
    data: { portalUser: userId },
  })
  const uniqueKey = `proxy-invitation|${record.id}|${String(refs['invitation'])}`
  if (!isInUse(account)) {
    await readyForInvitation(req, { account, email })
    return sendInvitation(req, { userId, uniqueKey })
  }
  await queueMail(req, {
    template: 'something-to-read',
    recipientKind: 'portal-users',
    recipientId: userId,
    refs: { path: '/portal' },
    uniqueKey,
  })
}
