import type { FactReader } from '@/hooks/rules/rule'
import { isWithin } from '@/src/domain/calendarDate'
import { idIn, numberIn, textIn } from '@/src/domain/row'

type Asked = { code: string; payerId: string | null; serviceDate: string }

/** The fee in cents: the payer's own where there is one, else the usual one; null when there is none. */
export const feeFor = async (
  read: FactReader,
  { code, payerId, serviceDate }: Asked,
): Promise<number | null> => {
  const rows = await read.many(
    'fee-schedules',
    { code: { equals: code } },
    { sort: '-effectiveFrom' },
  )
  const current = rows.filter((row) =>
    isWithin(serviceDate, {
      from: textIn(row, 'effectiveFrom') || null,
      to: textIn(row, 'effectiveTo') || null,
    }),
  )
  const own = payerId ? current.find((row) => idIn(row, 'payer') === payerId) : undefined
  const fee = own ?? current.find((row) => !idIn(row, 'payer'))
  return fee && numberIn(fee, 'amountCents') > 0 ? numberIn(fee, 'amountCents') : null
}
