import { balanceEndpoint } from '@/collections/billing/statements/balanceEndpoint'
import type { StatementModel } from '@/src/domain/billing/statement'
import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRows, numberOf, textOf } from './rows'

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
  const value = textOf(row, name)
  return isCalendarDate(value) ? formatDate(value) : ''
}

const modelOf = (row: StoredRow): StatementModel | null => {
  const json = textOf(row, 'model')
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
    number: textOf(row, 'statementNumber'),
    status: textOf(row, 'status'),
    issuedOn: day(row, 'statementDate'),
    dueOn: day(row, 'dueDate'),
    totalCents: numberOf(row, 'totalCents') ?? 0,
    paidCents: numberOf(row, 'paidCents') ?? 0,
    payableCents: balance.statement?.id === row.id ? balance.statement.payableCents : 0,
    model: modelOf(row),
  }))
  return { statements, balance }
}
