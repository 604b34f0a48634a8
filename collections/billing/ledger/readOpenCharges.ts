import type { BasePayload } from 'payload'
import type { OpenCharge } from '@/src/domain/billing/aging'
import type { CalendarDate } from '@/src/domain/calendarDate'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { modelOf } from '@/src/lib/grouped'

const receivables = ['patientReceivable', 'payerReceivable']

// Money that hangs on no charge is as old as today.
const sql = `
SELECT open.account, open.payer, COALESCE(c.service_date, ?) AS day, SUM(open.cents) AS cents
FROM (SELECT account, payer_id AS payer, charge_id AS charge, SUM(amount_cents) AS cents
      FROM ledger_entries WHERE account IN (?, ?)
      GROUP BY account, charge_id, payer_id HAVING SUM(amount_cents) <> 0) AS open
LEFT JOIN charges c ON c.id = open.charge
GROUP BY open.account, open.payer, day`

const stages = (today: CalendarDate, charges: string): object[] => [
  { $match: { account: { $in: receivables } } },
  {
    $group: {
      _id: { account: '$account', payer: '$payer', charge: '$charge' },
      cents: { $sum: '$amountCents' },
    },
  },
  { $match: { cents: { $ne: 0 } } },
  { $lookup: { from: charges, localField: '_id.charge', foreignField: '_id', as: 'charges' } },
  {
    $group: {
      _id: {
        account: '$_id.account',
        payer: '$_id.payer',
        day: { $ifNull: [{ $arrayElemAt: ['$charges.serviceDate', 0] }, today] },
      },
      cents: { $sum: '$cents' },
    },
  },
]

const fromMongo = async (
  payload: BasePayload,
  today: CalendarDate,
): Promise<Record<string, unknown>[]> => {
  const rows = await modelOf(payload, 'ledger-entries').aggregate(
    stages(today, modelOf(payload, 'charges').collection.name),
  )
  return rows.map(({ _id, cents }) => ({ ...(_id as object), cents })) // the group's own key
}

/** What the books say is open, by who owes it and the day of the service; one statement for all years. */
export const readOpenCharges = async (
  payload: BasePayload,
  today: CalendarDate,
): Promise<OpenCharge[]> => {
  const rows = isMongo
    ? await fromMongo(payload, today)
    : ((await runSql(payload, sql, [today, ...receivables])) as Record<string, unknown>[]) // named columns
  return rows.map(({ account, payer, day, cents }) => ({
    payer: account === 'patientReceivable' ? null : String(payer ?? ''),
    serviceDate: String(day),
    cents: Number(cents),
  }))
}
