import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { ensureTask } from '../../system/ensureTask'
import { type BillingContext, readerOf } from '../billingContext'
import { feeFor } from '../charges/feeFor'
import { placeOf } from '../charges/placeOf'
import { postCharge } from '../charges/postCharge'
import { coverageOn } from '../coverage/coverageOn'

/**
 * The charge of a completed session, once per session and code (R70): it waits for the note, has the
 * payer's place of service and modifiers and the fee of the day, and stands in the ledger.
 */
export const ensureCharge = async (context: BillingContext, sessionId: string): Promise<void> => {
  const read = readerOf(context)
  const session = await read.one('sessions', sessionId)
  const code = textIn(session, 'serviceCode')
  const patientId = idIn(session ?? {}, 'patient')
  if (!session || !patientId || !code || session['status'] !== 'completed') return
  const serviceDate = textIn(session, 'serviceDate')
  const coverage = await coverageOn(read, patientId, serviceDate)
  const payer = coverage?.payer ?? null
  const payerId = payer ? String(payer['id']) : null
  const amountCents = await feeFor(read, { code, payerId, serviceDate })
  const charge = await ensureRow(context.system, 'charges', {
    uniqueKey: `${sessionId}|${code}`,
    patient: patientId,
    clinician: idIn(session, 'clinician'),
    session: sessionId,
    appointment: idIn(session, 'appointment'),
    serviceDate,
    code,
    units: 1,
    ...(await placeOf(read, { session, payer, serviceDate })),
    amountCents: amountCents ?? 0,
    isFeeMissing: amountCents === null,
    policy: coverage ? coverage.policy['id'] : null,
    payer: payerId,
    status: 'awaitingNote',
    writtenOffCents: 0,
  })
  const row = charge as unknown as Record<string, unknown> // read back by column
  if (row['isFeeMissing'] !== true) return postCharge(context, row)
  await ensureTask(context.system, {
    uniqueKey: `no-fee|${code}`,
    title: `There is no fee for ${code}. Add it to the fees: the charges that wait for it follow.`,
    kind: 'fee',
    assignedRole: 'biller',
    dueAt: new Date(clock.now().getTime() + 86_400_000),
    collectionSlug: 'charges',
    recordId: String(row['id']),
  })
}
