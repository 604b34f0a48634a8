import type { CollectionAfterChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import { idIn, textIn } from '@/src/domain/row'
import { ensureClaim } from '../claims/ensureClaim'
import { moveRow } from '../moveRow'
import { feeFor } from './feeFor'
import { postCharge } from './postCharge'

/** Charges that waited for a fee get it, enter the books, and are claimed when their note is final. */
export const priceWaitingCharges: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const read = factReader(req)
  const code = textIn(data, 'code')
  const waiting = await read.many('charges', {
    and: [
      { code: { equals: code } },
      { isFeeMissing: { equals: true } },
      { status: { in: ['awaitingNote', 'ready'] } },
    ],
  })
  if (!waiting.length) return doc
  const system = await asSystem(req, 'Price waiting charges')
  const context = { system, req: system.req }
  for (const charge of waiting) {
    const id = String(charge['id'])
    const amountCents = await feeFor(read, {
      code,
      payerId: idIn(charge, 'payer'),
      serviceDate: textIn(charge, 'serviceDate'),
    })
    if (amountCents === null) continue
    await moveRow(req, 'charges', {
      id,
      where: { isFeeMissing: { equals: true } },
      data: { amountCents, isFeeMissing: false },
    })
    const priced = await read.one('charges', id)
    if (!priced) continue
    await postCharge(context, priced)
    if (priced['status'] === 'ready') await ensureClaim(context, priced)
  }
  return doc
}
