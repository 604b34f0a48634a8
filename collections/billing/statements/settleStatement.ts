import { numberIn, type Row } from '@/src/domain/row'
import { type BillingContext, readerOf } from '../billingContext'
import { moveRow } from '../moveRow'

/** What is left to pay on a statement; payments being made count as paid. */
export const remainingOn = (statement: Row, payments: readonly Row[]): number =>
  numberIn(statement, 'totalCents') -
  payments
    .filter((payment) => payment['status'] !== 'declined')
    .reduce((sum, payment) => sum + numberIn(payment, 'amountCents'), 0)

/** Brings a statement in line with the payments made on it. */
export const settleStatement = async (
  context: BillingContext,
  statementId: string | null,
): Promise<void> => {
  if (!statementId) return
  const read = readerOf(context)
  const statement = await read.one('statements', statementId)
  if (!statement) return
  const payments = await read.many('payments', {
    and: [{ statement: { equals: statementId } }, { status: { equals: 'received' } }],
  })
  const left = remainingOn(statement, payments)
  await moveRow(context.req, 'statements', {
    id: statementId,
    where: { status: { in: ['issued', 'paid'] } },
    data: {
      paidCents: numberIn(statement, 'totalCents') - left,
      status: left <= 0 ? 'paid' : 'issued',
    },
  })
}
