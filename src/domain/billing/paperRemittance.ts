import { formatMoney } from '../money'
import type { AnsweredLine } from './x12/write835'

/** What a paper explanation of benefits says of one line; integer cents, zero where it says nothing. */
export type PaperLine = {
  paidCents: number
  /** The contract's discount (CO-45), written off. */
  contractualCents: number
  /** PR-1, PR-2 and PR-3: what the patient owes. */
  deductibleCents: number
  coinsuranceCents: number
  copayCents: number
  /** What the payer refuses, with the code beside it on the paper; stays open until it is worked. */
  deniedCents: number
  deniedCode: string
}

/** A line of which the paper says nothing yet. */
export const blankPaperLine: PaperLine = {
  paidCents: 0,
  contractualCents: 0,
  deductibleCents: 0,
  coinsuranceCents: 0,
  copayCents: 0,
  deniedCents: 0,
  deniedCode: '',
}

type Sent = Omit<AnsweredLine, 'paidCents' | 'adjustments'>

const reasonsOf = (line: PaperLine): AnsweredLine['adjustments'] =>
  [
    { group: 'CO' as const, carc: '45', amountCents: line.contractualCents },
    { group: 'PR' as const, carc: '1', amountCents: line.deductibleCents },
    { group: 'PR' as const, carc: '2', amountCents: line.coinsuranceCents },
    { group: 'PR' as const, carc: '3', amountCents: line.copayCents },
    { group: 'CO' as const, carc: line.deniedCode, amountCents: line.deniedCents },
  ].filter(({ amountCents }) => amountCents !== 0)

/** How much of the charge the paper does not explain; negative where it explains too much. */
export const unexplainedCents = (line: PaperLine, chargeCents: number): number =>
  chargeCents - line.paidCents - reasonsOf(line).reduce((sum, each) => sum + each.amountCents, 0)

/** What must be mended before a line can be taken, in one sentence; null when nothing must. */
export const paperProblem = (line: PaperLine, sent: Sent): string | null => {
  const of = `${sent.code} of ${formatMoney(sent.chargeCents)}`
  if (line.deniedCents !== 0 && !/^[A-Z]?\d{1,4}$/.test(line.deniedCode))
    return `${of}: enter the reason code that stands beside the denied amount, such as 197.`
  const open = unexplainedCents(line, sent.chargeCents)
  if (open === 0) return null
  return open > 0
    ? `${of}: ${formatMoney(open)} of the charge is not explained yet.`
    : `${of}: the amounts are ${formatMoney(-open)} more than the charge.`
}

/** The line as a payer would have sent it. Throws when it does not add up; ask `paperProblem` first. */
export const answeredLine = (line: PaperLine, sent: Sent): AnsweredLine => {
  const problem = paperProblem(line, sent)
  if (problem) throw new Error(problem)
  return { ...sent, paidCents: line.paidCents, adjustments: reasonsOf(line) }
}
