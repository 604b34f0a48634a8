import { tellAccount, tellPatient } from '@/collections/records/tellPatient'
import type { EffectContext } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'

/** To whoever asked: the patient, or who asked for them while they still act for them. */
export const tellAsker = async (context: EffectContext, uniqueKey: string): Promise<void> => {
  const { read, record } = context
  const account = idIn(record, 'portalUser')
  if (!account) return tellPatient(context, uniqueKey)
  const stillActs = await read.count('proxies', {
    and: [
      { portalUser: { equals: account } },
      { patient: { equals: idIn(record, 'patient') } },
      { status: { equals: 'active' } },
    ],
  })
  if (stillActs) await tellAccount(context, { account, uniqueKey })
}
