import type { CollectionAfterChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { idIn } from '@/access/scopes'
import type { Row } from '@/hooks/change'
import { factReader } from '@/hooks/facts'
import { transferPosting } from '@/src/domain/billing/ledger'
import type { BillingContext } from '../billingContext'
import { placeOf } from '../charges/placeOf'
import { ensureClaim } from '../claims/ensureClaim'
import { owedOn } from '../ledger/patientBooks'
import { postOnce } from '../ledger/postOnce'
import { moveRow } from '../moveRow'
import { textIn } from '../text'
import { coverageOn } from './coverageOn'

const moveToPayer = async (
  context: BillingContext,
  charge: Row,
  { policyId, payerId }: { policyId: string; payerId: string },
): Promise<void> => {
  const chargeId = String(charge['id'])
  const patientId = idIn(charge, 'patient') ?? ''
  await postOnce(context, {
    uniqueKey: `cover|${chargeId}|${policyId}`,
    patientId,
    facts: { chargeId },
    build: (posted) => {
      const amountCents = owedOn(posted, chargeId, { kind: 'patient' })
      if (amountCents <= 0) return null
      return transferPosting({
        chargeId,
        patientId,
        from: { kind: 'patient' },
        to: { kind: 'payer', payerId },
        amountCents,
      })
    },
  })
}

/** A policy entered after the session: charges inside its dates that nobody was billed for go to the payer. */
export const coverWaitingCharges: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const patientId = idIn(data, 'patient')
  if (!patientId) return doc
  const read = factReader(req)
  const waiting = await read.many('charges', {
    and: [
      { patient: { equals: patientId } },
      { status: { in: ['awaitingNote', 'ready'] } },
      { policy: { exists: false } },
    ],
  })
  if (!waiting.length) return doc
  const system = await asSystem(req, 'Bill the new policy')
  const context = { system, req: system.req }
  for (const charge of waiting) {
    const serviceDate = textIn(charge, 'serviceDate')
    const coverage = await coverageOn(read, patientId, serviceDate)
    const session = await read.one('sessions', idIn(charge, 'session'))
    if (!coverage || !session) continue
    const id = String(charge['id'])
    const policyId = String(coverage.policy['id'])
    const payerId = String(coverage.payer['id'])
    await moveRow(req, 'charges', {
      id,
      where: { policy: { exists: false } },
      data: {
        policy: policyId,
        payer: payerId,
        ...(await placeOf(read, { session, payer: coverage.payer, serviceDate })),
      },
    })
    await moveToPayer(context, charge, { policyId, payerId })
    const covered = await read.one('charges', id)
    if (covered?.['status'] === 'ready') await ensureClaim(context, covered)
  }
  return doc
}
