import { idIn } from '@/access/scopes'
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
    if (current?.['status'] === 'ready') await ensureClaim(context, current)
  }
  const patients = new Set(charges.map((charge) => idIn(charge, 'patient')))
  for (const patient of patients) if (patient) await billPaidCharges(context, patient)
}
