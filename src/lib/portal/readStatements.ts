import { balanceEndpoint } from '@/collections/billing/statements/balanceEndpoint'
import type { StatementModel } from '@/src/domain/billing/statement'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { numberIn, type StoredRow, textIn } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRows } from './rows'

/** A statement in the patient's words; money in integer cents. */
export type Statement = {
  id: string
  number: string
  status: string
  issuedOn: string
  dueOn: string
  totalCents: number
  paidCents: number
  /** What can be paid on it now; zero on all but the newest. */
  payableCents: number
  model: StatementModel | null
}

export type Balance = {
  dueCents: number
  unappliedCents: number
  netDueCents: number
  /** Services a payer has not answered for. */
  waitingCount: number
  statement: { id: string; payableCents: number } | null
}

const day = (row: StoredRow, name: string): string => {
  const value = textIn(row, name)
  return isCalendarDate(value) ? formatDate(value) : ''
}

const modelOf = (row: StoredRow): StatementModel | null => {
  const json = textIn(row, 'model')
  return json ? (JSON.parse(json) as StatementModel) : null // written when it was issued
}

/** What the patient owes, from the ledger, by the same door that the API has. */
const readBalance = async ({ req, isProxy }: PortalVisit): Promise<Balance> => {
  // The balance counts all care; a proxy sees statements alone.
  if (isProxy)
    return { dueCents: 0, unappliedCents: 0, netDueCents: 0, waitingCount: 0, statement: null }
  const response = await balanceEndpoint.handler(req)
  return (await response.json()) as Balance // the endpoint's own shape
}

/** The patient's statements, the newest first. */
export const readStatements = async (
  visit: PortalVisit,
): Promise<{ statements: Statement[]; balance: Balance }> => {
  const [rows, balance] = await Promise.all([
    findRows(visit.req, 'statements', { sort: '-statementDate' }),
    readBalance(visit),
  ])
  const statements = rows.map((row) => ({
    id: row.id,
    number: textIn(row, 'statementNumber'),
    status: textIn(row, 'status'),
    issuedOn: day(row, 'statementDate'),
    dueOn: day(row, 'dueDate'),
    totalCents: numberIn(row, 'totalCents'),
    paidCents: numberIn(row, 'paidCents'),
    payableCents: balance.statement?.id === row.id ? balance.statement.payableCents : 0,
    model: modelOf(row),
  }))
  return { statements, balance }
}
