import type { Where } from 'payload'
import type { EffectContext } from '@/hooks/actions/define'
import { queueMail } from '../system/mail/queueMail'

type Told = Pick<EffectContext, 'read' | 'record' | 'req'>

/** "There is something new for you", to one portal account; says nothing about what. */
export const tellAccount = async (
  { read, req }: Pick<Told, 'read' | 'req'>,
  { account, uniqueKey }: { account: Where | string; uniqueKey: string },
): Promise<void> => {
  const row = await read.one('portal-users', account)
  if (!row || row['isActive'] === false) return
  await queueMail(req, {
    template: 'something-to-read',
    recipientKind: 'portal-users',
    recipientId: String(row['id']),
    refs: { path: '/portal' },
    uniqueKey: `something-to-read|${uniqueKey}`,
  })
}

/** The same to the patient's own account. */
export const tellPatient = (context: Told, uniqueKey: string): Promise<void> =>
  tellAccount(context, {
    account: { patient: { equals: context.record['patient'] } },
    uniqueKey,
  })
