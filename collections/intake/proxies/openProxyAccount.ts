import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn, type Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { queueMail } from '../../system/mail/queueMail'
import { sendInvitation } from '../../system/mail/sendInvitation'

const emailOf = (person: Row | null): string => String(person?.['email'] ?? '').toLowerCase()

const refuse = (message: string): never => {
  throw new Refusal('refused-by-rule', [{ path: 'email', message }])
}

/**
 * Refuses an invitation that would share a login: the address must be the person's own, and an account
 * that is there already must be theirs.
 */
export const checkProxyAddress = async (
  read: FactReader,
  { proxy, isSamePerson }: { proxy: Row; isSamePerson: boolean },
): Promise<void> => {
  const email = emailOf(await read.one('related-persons', idIn(proxy, 'relatedPerson')))
  if (!email) refuse(`Add an e-mail address of ${String(proxy['name'])} first.`)
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

/** Gives the proxy a login of their own, or connects the one they have, and writes to them once. */
export const openProxyAccount = async ({
  read,
  record,
  refs,
  req,
}: EffectContext): Promise<void> => {
  const person = await read.one('related-persons', idIn(record, 'relatedPerson'))
  const email = emailOf(person)
  if (!email) return
  const { db } = req.payload
  const find = () => read.one('portal-users', { email: { equals: email } })
  if (!(await find()))
    await db.create({
      collection: 'portal-users',
      data: { email, isActive: true, hasFactor: false, rev: 1 },
      req,
    })
  const account = await find()
  const userId = String(account?.['id'] ?? '')
  if (!account || idIn(account, 'patient') === idIn(record, 'patient')) return
  await moveRow(req, {
    collection: 'proxies',
    id: record.id,
    where: { portalUser: { exists: false } },
    data: { portalUser: userId },
  })
  const uniqueKey = `proxy-invitation|${record.id}|${String(refs['invitation'])}`
  if (!account['acceptedAt']) return sendInvitation(req, { userId, uniqueKey })
  await queueMail(req, {
    template: 'something-to-read',
    recipientKind: 'portal-users',
    recipientId: userId,
    refs: { path: '/portal' },
    uniqueKey,
  })
}
