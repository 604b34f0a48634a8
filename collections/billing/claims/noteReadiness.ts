import { loadSettings } from '@/hooks/loadSettings'
import { loadClaimFacts, readinessOf } from '@/hooks/rules/billing/claimFacts'
import type { ReadinessFinding } from '@/src/domain/billing/claimReadinessTypes'
import { idIn, type Row } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { type BillingContext, readerOf } from '../billingContext'
import { moveRow } from '../moveRow'
import { fileProblemOf } from './fileProblemOf'

export type Readiness = { ready: boolean; findings: ReadinessFinding[] }

/** The list beside a claim as of now, with a trial of the file itself. */
export const readinessNow = async (context: BillingContext, claim: Row): Promise<Readiness> => {
  const facts = await loadClaimFacts(readerOf(context), claim)
  const settings = await loadSettings(context.req, { payer: idIn(claim, 'payer') })
  const list = readinessOf(facts, { ...settings, today: practiceToday() })
  const problem = await fileProblemOf(context, claim)
  if (!problem) return list
  const isNamed = list.findings.some(
    (finding) => !finding.ok && problem.covers.includes(finding.path),
  )
  if (isNamed) return list
  return { ready: false, findings: [...list.findings, problem.finding] }
}

/** What the board shows of the list: green or how many are red. */
export const readinessColumns = ({ findings }: Readiness): Record<string, unknown> => {
  const open = findings.filter((finding) => !finding.ok).length
  return { isGreen: open === 0, openFindings: open, checkedAt: clock.now().toISOString() }
}

export const noteReadiness = async (context: BillingContext, claim: Row): Promise<void> => {
  const readiness = await readinessNow(context, claim)
  await moveRow(context.req, 'claims', {
    id: String(claim['id']),
    where: { status: { in: ['draft', 'needsAttention', 'ready', 'rejected'] } },
    data: readinessColumns(readiness),
  })
}
