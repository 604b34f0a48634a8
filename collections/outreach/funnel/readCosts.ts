import type { PayloadRequest, Where } from 'payload'
import { within } from '@/access/scopes'
import { UNKNOWN_SOURCE } from '@/src/domain/outreach/funnel'
import { idIn, type StoredRow } from '@/src/domain/row'
import type { DayRange } from './readFunnel'

export type SourceCost = { source: string; costCents: number }

const allRows = async (
  req: PayloadRequest,
  collection: string,
  where: Where,
): Promise<StoredRow[]> =>
  (await req.payload.db.find<StoredRow>({ collection, where, limit: 0, pagination: false, req }))
    .docs

/**
 * What was spent on the days `from` to `to`, by the source of its campaign; two queries. For readers
 * of campaigns, who are those of their costs.
 */
export const readCosts = async (
  req: PayloadRequest,
  { from, to }: DayRange,
): Promise<SourceCost[]> => {
  const costs = await allRows(req, 'campaign-costs', {
    and: [{ spentOn: { greater_than_equal: from } }, { spentOn: { less_than_equal: to } }],
  })
  const named = within('id', [...new Set(costs.map((cost) => idIn(cost, 'campaign') ?? ''))])
  if (!named) return []
  const campaigns = await allRows(req, 'campaigns', named)
  const sources = new Map(
    campaigns.map((row) => [String(row.id), String(row['utmSource'] || UNKNOWN_SOURCE)]),
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
