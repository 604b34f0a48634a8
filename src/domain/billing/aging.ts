import { type CalendarDate, daysBetween } from '../calendarDate'

/** Days since the service, each bucket up to and with its last day; the last one has no end. */
export const agingBuckets = [
  { key: 'd30', label: '0–30 days', to: 30 },
  { key: 'd60', label: '31–60', to: 60 },
  { key: 'd90', label: '61–90', to: 90 },
  { key: 'd120', label: '91–120', to: 120 },
  { key: 'older', label: 'Over 120', to: Number.POSITIVE_INFINITY },
] as const

/** What is still open of the charges of a day, with whom; integer cents, negative where too much was paid. */
export type OpenCharge = {
  /** The payer, or null for what the patient owes. */
  payer: string | null
  serviceDate: CalendarDate
  cents: number
}

export type AgingRow = {
  payer: string | null
  /** One amount per bucket, in their order. */
  cents: number[]
  totalCents: number
}

const bucketOf = (serviceDate: CalendarDate, today: CalendarDate): number => {
  const days = daysBetween(serviceDate, today)
  return agingBuckets.findIndex(({ to }) => days <= to)
}

const empty = (): number[] => agingBuckets.map(() => 0)

/**
 * What is owed to the practice by whom and for how long: a row for all patients together and one per payer,
 * the largest first. The sum of all rows is what the ledger says is due.
 */
export const agingOf = (charges: readonly OpenCharge[], today: CalendarDate): AgingRow[] => {
  const rows = new Map<string | null, number[]>()
  for (const { payer, serviceDate, cents } of charges) {
    const row = rows.get(payer) ?? empty()
    const at = bucketOf(serviceDate, today)
    row[at] = (row[at] ?? 0) + cents
    rows.set(payer, row)
  }
  return [...rows]
    .map(([payer, cents]) => ({
      payer,
      cents,
      totalCents: cents.reduce((sum, each) => sum + each, 0),
    }))
    .sort((a, b) => b.totalCents - a.totalCents)
}

/** The sums of the buckets over all rows, and of everything. */
export const agingTotal = (rows: readonly AgingRow[]): Omit<AgingRow, 'payer'> => {
  const cents = empty().map((_, at) => rows.reduce((sum, row) => sum + (row.cents[at] ?? 0), 0))
  return { cents, totalCents: cents.reduce((sum, each) => sum + each, 0) }
}
