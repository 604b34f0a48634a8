import { idIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { type BillingContext, readerOf } from '../billingContext'
import { billPaidCharges } from '../charges/billPaidCharges'
import { ensureClaim } from '../claims/ensureClaim'
import { moveRow } from '../moveRow'

/**
 * The note of a session is final: its charges may be billed. An insured patient's claim appears by
 * itself as a draft; a self-pay charge is due from the patient already, and may be paid.
 */
export const markChargeReady = async (
  context: BillingContext,
  sessionId: string,
): Promise<void> => {
  const read = readerOf(context)
  const charges = await read.many('charges', { session: { equals: sessionId } })
  for (const charge of charges) {
    const id = String(charge['id'])
    await moveRow(context.req, 'charges', {
      id,
      where: { status: { equals: 'awaitingNote' } },
      data: { status: 'ready', readyOn: practiceToday() },
    })
    const current = await read.one('charges', id)
    if (current?.['status'] !== 'ready') continue
    await ensureClaim(context, current)
    const patient = idIn(current, 'patient')
    if (patient && !idIn(current, 'payer')) await billPaidCharges(context, patient)
  }
}
