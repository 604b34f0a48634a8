import type { Posting } from '@/src/domain/billing/ledger'
import type { StoredRow } from '@/src/domain/row'
import { newId } from '../seed/memory/newId'

export type Money = { postings: StoredRow[]; entries: StoredRow[] }

type Place = { patient: string; sequence: number; postedOn: string; uniqueKey: string }

/** One posting with its ledger entries, as posting it through the books leaves them. */
export const booked = (
  { kind, lines }: Posting,
  {
    patient,
    sequence,
    postedOn,
    uniqueKey,
    ...facts
  }: Place & { charge?: string; claim?: string; payment?: string; paidCents?: number },
  stamps: object,
): Money => {
  const id = newId()
  const { rev: _no, ...times } = stamps as { rev?: number }
  const debits = lines.filter(({ amountCents }) => amountCents > 0)
  const posting = {
    id,
    uniqueKey,
    sequence,
    sequenceKey: `${patient}|${sequence}`,
    kind,
    postedAt: `${postedOn}T20:00:00.000Z`,
    postedOn,
    patient,
    payerClaimNumber: '',
    paidCents: 0,
    ...facts,
    isForwarded: false,
    totalCents: debits.reduce((sum, { amountCents }) => sum + amountCents, 0),
    lines: JSON.stringify(lines),
    ...times,
  }
  const entries = lines.map((line, index) => ({
    id: newId(),
    uniqueKey: `${id}|${index}`,
    posting: id,
    kind,
    postedOn,
    account: line.account,
    amountCents: line.amountCents,
    patient: line.patientId ?? null,
    charge: line.chargeId ?? null,
    payer: line.payerId ?? null,
    claim: line.claimId ?? null,
    ...times,
  }))
  return { postings: [posting], entries }
}
