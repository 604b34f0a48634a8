import type { CollectionAfterChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import { transferPosting } from '@/src/domain/billing/ledger'
import { idIn, type Row, textIn } from '@/src/domain/row'
import type { BillingContext } from '../billingContext'
import { placeOf } from '../charges/placeOf'
import { ensureClaim } from '../claims/ensureClaim'
import { owedOn } from '../ledger/patientBooks'
import { postOnce } from '../ledger/postOnce'
import { moveRow } from '../moveRow'
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

/** One charge without a policy goes to the payer whose policy covers its day, if there is one. */
export const coverCharge = async (
  context: BillingContext,
  { charge, read }: { charge: Row; read: FactReader },
): Promise<void> => {
  const serviceDate = textIn(charge, 'serviceDate')
  const coverage = await coverageOn(read, idIn(charge, 'patient') ?? '', serviceDate)
  const session = await read.one('sessions', idIn(charge, 'session'))
  if (!coverage || !session) return
  const id = String(charge['id'])
  const policyId = String(coverage.policy['id'])
  const payerId = String(coverage.payer['id'])
  await moveRow(context.req, 'charges', {
    id,
    where: { and: [{ policy: { exists: false } }, { isKeptFromPlan: { not_equals: true } }] },
    data: {
      policy: policyId,
      payer: payerId,
      ...(await placeOf(read, { session, payer: coverage.payer, serviceDate })),
    },
  })
  const covered = await read.one('charges', id)
  if (idIn(covered ?? {}, 'policy') !== policyId) return
  await moveToPayer(context, charge, { policyId, payerId })
  if (covered?.['status'] === 'ready') await ensureClaim(context, covered)
}

/**
 * A policy entered after the session: charges inside its dates that nobody was billed for go to the payer,
 * but for those that the patient keeps from the plan (MN-7).
 */
export const coverWaitingCharges: CollectionAfterChangeHook = async ({ data, doc, req }) => {
  const patientId = idIn(data, 'patient')
  if (!patientId) return doc
  const read = factReader(req)
  const waiting = await read.many('charges', {
    and: [
      { patient: { equals: patientId } },
      { status: { in: ['awaitingNote', 'ready'] } },
      { policy: { exists: false } },
      { isKeptFromPlan: { not_equals: true } },
    ],
  })
  if (!waiting.length) return doc
  const system = await asSystem(req, 'Bill the new policy')
  const context = { system, req: system.req }
  for (const charge of waiting) await coverCharge(context, { charge, read })
  return doc
}
