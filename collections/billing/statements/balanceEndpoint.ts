import { decideRow } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { numberIn, textIn } from '@/src/domain/row'
import { notFound, Refusal } from '@/src/lib/errors'
import { patientDueOf, payersDueOf, unappliedOf } from '../ledger/patientBooks'
import { postingsOf } from '../ledger/postOnce'
import { remainingOn } from './settleStatement'
import { statementCharges } from './statementInput'

/**
 * GET /api/statements/balance?patient=ID: what a patient owes, from the ledger. In the portal the
 * patient may be left out. For whoever may see the patient's payments; the last statement with it for
 * those who may see statements.
 */
export const balanceEndpoint = door('policy', {
  method: 'get',
  path: '/balance',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    const patient = String(req.query?.['patient'] ?? actor.patientId ?? '')
    const read = factReader(req)
    // The balance counts care that a minor consented to alone: it is not for a proxy (MI-5).
    const mayRead =
      actor.kind !== 'proxy' &&
      patient !== '' &&
      (await decideRow(req, 'payments', 'read', { patient }))
    if (!mayRead || !(await read.one('patients', patient))) throw notFound()
    await audit(req, {
      action: 'read',
      outcome: 'done',
      collection: 'payments',
      patientIds: [patient],
    })
    const posted = await postingsOf(req, patient)
    const charges = await statementCharges(read, { patientId: patient, posted })
    // The front desk takes payments and is not shown what was sent.
    const statements = (await decideRow(req, 'statements', 'read', { patient }))
      ? await read.many(
          'statements',
          { and: [{ patient: { equals: patient } }, { status: { equals: 'issued' } }] },
          { sort: '-statementDate' },
        )
      : []
    const [statement] = statements
    const payments = statement
      ? await read.many('payments', { statement: { equals: statement['id'] } })
      : []
    const dueCents = patientDueOf(posted, patient)
    const unappliedCents = unappliedOf(posted, patient)
    const netDueCents = Math.max(0, dueCents - unappliedCents)
    return Response.json({
      patient,
      dueCents,
      unappliedCents,
      netDueCents,
      payersDueCents: payersDueOf(posted),
      /** Charges a payer has not finished with. */
      waitingCount: charges.filter(
        (charge) => !charge.isFinalByAllPayers || charge.payerDueCents !== 0,
      ).length,
      statement: statement
        ? {
            id: statement['id'],
            statementNumber: textIn(statement, 'statementNumber'),
            statementDate: textIn(statement, 'statementDate'),
            dueDate: textIn(statement, 'dueDate'),
            totalCents: numberIn(statement, 'totalCents'),
            payableCents: Math.max(0, Math.min(netDueCents, remainingOn(statement, payments))),
          }
        : null,
    })
  },
})
