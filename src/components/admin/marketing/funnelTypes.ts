/** What GET /api/campaigns/funnel answers; a null cell may not be shown. */
export type FunnelAnswer = {
  from: string
  to: string
  isMasked: boolean
  threshold: number | null
  rows: FunnelAnswerRow[]
  total: FunnelAnswerRow
  costs: { source: string; costCents: number }[]
}

export type FunnelAnswerRow = {
  source: string
  inquiries: number | null
  intakes: number | null
  keptSessions: number | null
  revenueCents: number | null
}
