import type { BasePayload } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { type MondayFacts, receivableAccounts, receivableDays } from '@/src/domain/figures/monday'
import type { Window } from '@/src/domain/figures/windows'
import { type Condition, grouped } from '@/src/lib/grouped'

/**
 * What receivables and days in receivables are made of: what was owed before the range as one sum per account,
 * what moved in it by day, and the charges that it is held against. Three walks over an index alone, so that
 * the sum over all years is read anew each time instead of being kept where it could differ from the books.
 */
export const readLedger = async (
  payload: BasePayload,
  { from, to }: Window,
): Promise<MondayFacts['ledger']> => {
  const sums = (where: Condition[], by: string[]) =>
    grouped(payload, { collection: 'ledger-entries', where, by, sum: 'amountCents' })
  const owed: Condition = { column: 'account', is: 'in', value: [...receivableAccounts] }
  const before = await sums([owed, { column: 'postedOn', is: '<', value: from }], ['account'])
  const moved = await sums(
    [
      owed,
      { column: 'postedOn', is: '>=', value: from },
      { column: 'postedOn', is: '<=', value: to },
    ],
    ['account', 'postedOn'],
  )
  const charged = await sums(
    [
      { column: 'account', is: '=', value: 'revenue' },
      { column: 'postedOn', is: '>=', value: addDays(from, -receivableDays) },
      { column: 'postedOn', is: '<=', value: to },
      { column: 'kind', is: '=', value: 'charge' },
    ],
    ['account', 'postedOn'],
  )
  const of = (isCharge: boolean) => (row: (typeof before)[number]) => ({
    day: row.keys[1] ?? addDays(from, -1),
    amount: row.amount,
    account: row.keys[0] ?? '',
    isCharge,
  })
  return [...before.map(of(false)), ...moved.map(of(false)), ...charged.map(of(true))]
}
