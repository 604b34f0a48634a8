import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import type { PortalVisit } from './portalRequest'
import { findRows, numberOf, type Row, textOf } from './rows'

/** A statement in the patient's words; money in integer cents. */
export type Statement = {
  id: string
  number: string
  status: string
  issuedOn: string
  dueOn: string
  totalCents: number
  paidCents: number
  dueCents: number
  isPayable: boolean
}

const day = (row: Row, name: string): string => {
  const value = textOf(row, name)
  return isCalendarDate(value) ? formatDate(value) : ''
}

export const statementOf = (row: Row): Statement => {
  const totalCents = numberOf(row, 'totalDueCents') ?? 0
  const paidCents = numberOf(row, 'paidCents') ?? 0
  const status = textOf(row, 'status')
  const dueCents = status === 'voided' ? 0 : Math.max(0, totalCents - paidCents)
  return {
    id: row.id,
    number: textOf(row, 'number'),
    status,
    issuedOn: day(row, 'statementDate'),
    dueOn: day(row, 'dueDate'),
    totalCents,
    paidCents,
    dueCents,
    isPayable: dueCents > 0,
  }
}

/** The patient's statements, the newest first. */
export const readStatements = async ({ req }: PortalVisit): Promise<Statement[]> =>
  (await findRows(req, 'statements', { sort: '-statementDate' })).map(statementOf)
