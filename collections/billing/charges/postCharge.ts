import { chargePosting, type Responsible } from '@/src/domain/billing/ledger'
import { idIn, numberIn, type Row } from '@/src/domain/row'
import type { BillingContext } from '../billingContext'
import { postOnce } from '../ledger/postOnce'

export const responsibleFor = (charge: Row): Responsible => {
  const payerId = idIn(charge, 'payer')
  return payerId ? { kind: 'payer', payerId } : { kind: 'patient' }
}

export const chargePostingKey = (chargeId: string): string => `charge|${chargeId}`

/** The service enters the books, once, as owed by the payer or the patient. */
export const postCharge = async (context: BillingContext, charge: Row): Promise<void> => {
  const chargeId = String(charge['id'])
  const patientId = idIn(charge, 'patient')
  const amountCents = numberIn(charge, 'amountCents')
  if (!patientId || amountCents <= 0) return
  await postOnce(context, {
    uniqueKey: chargePostingKey(chargeId),
    patientId,
    facts: { chargeId },
    build: () =>
      chargePosting({ chargeId, patientId, responsible: responsibleFor(charge), amountCents }),
  })
}
