import { moveRow } from '@/hooks/moveRow'
import { type BillingContext, readerOf } from '../billingContext'
import { patientDueByCharge } from '../ledger/patientBooks'
import { postingsOf } from '../ledger/postOnce'

/**
 * What a patient without a payer paid whole, at the desk or with an earlier payment, waits for no statement.
 * Repeating it changes nothing.
 */
export const billPaidCharges = async (
  context: BillingContext,
  patientId: string,
): Promise<void> => {
  const { req } = context
  const ready = await readerOf(context).many('charges', {
    and: [
      { patient: { equals: patientId } },
      { status: { equals: 'ready' } },
      { payer: { exists: false } },
    ],
  })
  if (!ready.length) return
  const due = patientDueByCharge(await postingsOf(req, patientId))
  for (const charge of ready) {
    const id = String(charge['id'])
    if (due.get(id) !== 0) continue
    const where = { status: { equals: 'ready' } }
    await moveRow(req, { collection: 'charges', id, where, data: { status: 'billed' } })
  }
}
