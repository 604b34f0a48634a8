import type { EffectContext } from '@/hooks/actions/define'
import { queueMail } from '../system/mail/queueMail'

/** "There is something new for you", to the patient's portal account; says nothing about what. */
export const tellPatient = async (
  { read, record, req }: Pick<EffectContext, 'read' | 'record' | 'req'>,
  uniqueKey: string,
): Promise<void> => {
  const account = await read.one('portal-users', { patient: { equals: record['patient'] } })
  if (!account || account['isActive'] === false) return
  await queueMail(req, {
    template: 'something-to-read',
    recipientKind: 'portal-users',
    recipientId: String(account['id']),
    refs: { path: '/portal' },
    uniqueKey: `something-to-read|${uniqueKey}`,
  })
}
