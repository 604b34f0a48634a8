import type { EffectContext } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { patientPaymentPosting } from '@/src/domain/billing/ledger'
import { idIn, numberIn, textIn } from '@/src/domain/row'
import { billPaidCharges } from '../charges/billPaidCharges'
import { openChargesOf } from '../ledger/patientBooks'
import { postOnce } from '../ledger/postOnce'
import { settleStatement } from '../statements/settleStatement'

/** Day of service by charge, so that money goes to the oldest first. */
export const serviceDatesOf = async (
  read: FactReader,
  patientId: string,
): Promise<Map<string, string>> => {
  const charges = await read.many('charges', { patient: { equals: patientId } })
  return new Map(charges.map((row) => [String(row['id']), textIn(row, 'serviceDate')]))
}

/** A received payment enters the books, once, and its statement is told. */
export const postPayment = async (context: EffectContext): Promise<void> => {
  const { read } = context
  const payment = await read.one('payments', context.record.id)
  const patientId = idIn(payment ?? {}, 'patient')
  if (!payment || !patientId || payment['status'] !== 'received') return
  const serviceDates = await serviceDatesOf(read, patientId)
  await postOnce(context, {
    uniqueKey: `payment|${payment['id']}`,
    patientId,
    facts: { paymentId: String(payment['id']) },
    build: (posted) =>
      patientPaymentPosting({
        patientId,
        amountCents: numberIn(payment, 'amountCents'),
        openCharges: openChargesOf(posted, serviceDates),
      }),
  })
  await billPaidCharges(context, patientId)
  await settleStatement(context, idIn(payment, 'statement'))
}
