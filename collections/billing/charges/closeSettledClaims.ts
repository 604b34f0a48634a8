import { closeTasks } from '@/collections/records/closeTasks'
import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
import { idIn } from '@/src/domain/row'
import { owedOn } from '../ledger/patientBooks'
import { postingsOf } from '../ledger/postOnce'

/** A denied claim of which nothing is left with the payer is done, and so is what was to be decided about it. */
export const closeSettledClaims = async (context: EffectContext): Promise<void> => {
  const { req, read, record } = context
  const payerId = idIn(record, 'payer')
  const patientId = idIn(record, 'patient')
  if (!payerId || !patientId) return
  const posted = await postingsOf(req, patientId)
  if (owedOn(posted, record.id, { kind: 'payer', payerId }) !== 0) return
  const claims = await read.many('claims', { charge: { equals: record.id } })
  for (const claim of claims) {
    await moveRow(req, {
      collection: 'claims',
      id: String(claim['id']),
      where: { status: { in: ['denied', 'partiallyPaid'] } },
      data: { status: 'closed' },
    })
  }
  await closeTasks(context, { kind: 'denial', recordIds: claims.map(({ id }) => String(id)) })
}
