import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { idIn, within } from '@/access/scopes'
import { UNKNOWN_SOURCE } from '@/src/domain/outreach/funnel'
import type { DayRange } from './readFunnel'

export type SourceCost = { source: string; costCents: number }

type Row = Readonly<Record<string, unknown>>

/** What was spent on the days `from` to `to`, by the source of its campaign; two queries. */
export const readCosts = async (
  req: PayloadRequest,
  { from, to }: DayRange,
): Promise<SourceCost[]> => {
  const api = asUser(req)
  const spent = await api.find({
    collection: 'campaign-costs',
    where: {
      and: [{ spentOn: { greater_than_equal: from } }, { spentOn: { less_than_equal: to } }],
    },
    pagination: false,
    limit: 0,
  })
  const costs = spent.docs as unknown as Row[] // read by name
  const ids = [...new Set(costs.map((cost) => idIn(cost, 'campaign') ?? '').filter(Boolean))]
  const where = within('id', ids)
  if (!where) return []
  const found = await api.find({ collection: 'campaigns', where, pagination: false, limit: 0 })
  const campaigns = found.docs as unknown as Row[] // read by name
  const sources = new Map(
    campaigns.map((row) => [String(row['id']), String(row['utmSource'] || UNKNOWN_SOURCE)]),
  )
  const sums = new Map<string, number>()
  for (const cost of costs) {
    const source = sources.get(idIn(cost, 'campaign') ?? '') ?? UNKNOWN_SOURCE
    sums.set(source, (sums.get(source) ?? 0) + Number(cost['amountCents'] ?? 0))
  }
  return [...sums]
    .map(([source, costCents]) => ({ source, costCents }))
    .sort((a, b) => b.costCents - a.costCents)
}
