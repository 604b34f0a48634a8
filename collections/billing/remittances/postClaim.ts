import { moveRow } from '@/hooks/moveRow'
import { denialAdvice } from '@/src/domain/billing/denialAdvice'
import {
  type Posting,
  type PostingLine,
  remittanceLinePosting,
  reversalOf,
} from '@/src/domain/billing/ledger'
import type { MatchedClaim } from '@/src/domain/billing/remittanceTypes'
import { addDays } from '@/src/domain/calendarDate'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import { ensureTask } from '../../system/ensureTask'
import type { BillingContext } from '../billingContext'
import { type Posted, postingsOf, postOnce } from '../ledger/postOnce'

type PostClaim = { uniqueKey: string; entry: MatchedClaim; claim: Row; remittanceId: string }

const isReversed = (posted: readonly Posted[], id: string): boolean =>
  posted.some((posting) => posting.reversalOf === id)

const standingFor = (posted: readonly Posted[], claimId: string): Posted[] =>
  posted.filter(
    (posting) =>
      posting.kind === 'remittanceLine' &&
      posting.claimId === claimId &&
      !isReversed(posted, posting.id),
  )

const linesOf = ({ entry, claim }: PostClaim): PostingLine[] =>
  entry.lines.flatMap((line) => [
    ...remittanceLinePosting({
      chargeId: line.chargeId,
      patientId: idIn(claim, 'patient') ?? '',
      claimId: entry.claimId,
      payerId: idIn(claim, 'payer') ?? '',
      paidCents: line.paidCents,
      contractualCents: line.contractualCents,
      patientResponsibilityCents: line.patientResponsibilityCents,
    }).lines,
  ])

/** Null when the books moved on since the plan was made: the money is parked instead. */
const build = (call: PostClaim, posted: readonly Posted[]): Posting | null => {
  const { entry } = call
  if (entry.reversesPaymentId) {
    const original = posted.find((posting) => posting.id === entry.reversesPaymentId)
    return original && !isReversed(posted, original.id) ? reversalOf(original) : null
  }
  const isThere = standingFor(posted, entry.claimId).some(
    (posting) => posting.payerClaimNumber === entry.payerClaimNumber,
  )
  return isThere ? null : { kind: 'remittanceLine', lines: linesOf(call) }
}

const sumOf = (
  posted: readonly Posted[],
  claimId: string,
  account: PostingLine['account'],
): number =>
  posted
    .filter((posting) => posting.claimId === claimId)
    .flatMap((posting) => posting.lines)
    .filter((line) => line.account === account && line.claimId === claimId)
    .reduce((sum, line) => sum + line.amountCents, 0)

const denialCodesOf = (entry: MatchedClaim): string => {
  const denied = entry.lines
    .flatMap((line) => line.adjustments)
    .filter((adjustment) => adjustment.treatment === 'denied')
    .map(({ group, carc }) => `${group}-${carc}`)
  return [...new Set(denied)].join(' ')
}

/** Days in which a denial should be decided on; data errors are usually accepted for 90 days. */
const denialDueDays = 14

const workDenial = async (
  { system }: BillingContext,
  { entry, claim }: PostClaim,
  posted: Posted,
): Promise<void> => {
  const codes = denialCodesOf(entry)
  if (!codes) return
  const dueOn = addDays(practiceToday(), denialDueDays)
  await ensureTask(system, {
    uniqueKey: `claim-denied|${posted.id}`,
    title: `Claim ${textIn(claim, 'controlNumber')} was denied${entry.status === 'denied' ? '' : ' in part'}. ${denialAdvice(codes).join(' ')}`,
    kind: 'denial',
    assignedRole: 'biller',
    dueAt: new Date(`${dueOn}T20:00:00Z`),
    collectionSlug: 'claims',
    recordId: entry.claimId,
  })
}

const answerClaim = async (
  { req }: BillingContext,
  { entry, claim }: PostClaim,
  { posted, all }: { posted: Posted; all: readonly Posted[] },
): Promise<void> => {
  const { claimId } = entry
  const denied = entry.lines.reduce((sum, line) => sum + line.deniedCents, 0)
  await moveRow(req, {
    collection: 'claims',
    id: claimId,
    where: { or: [{ lastPosting: { exists: false } }, { lastPosting: { not_equals: posted.id } }] },
    data: {
      lastPosting: posted.id,
      // A payment that was taken back leaves the claim with the payer.
      status: entry.status === 'reversed' ? 'accepted' : entry.status,
      payerClaimNumber: entry.payerClaimNumber || textIn(claim, 'payerClaimNumber'),
      answeredOn: entry.status === 'reversed' ? null : posted.postedOn,
      paidCents: sumOf(all, claimId, 'cash'),
      contractualCents: sumOf(all, claimId, 'contractualAdjustment'),
      patientShareCents: sumOf(all, claimId, 'patientReceivable'),
      deniedCents: denied,
      denialCodes: denialCodesOf(entry),
      isForwarded: entry.isForwarded,
    },
  })
}

/**
 * Posts what a payer decided about one claim, once per key, and tells the claim. Denied amounts stay
 * open with the payer and become work, never a write-off (R81). Answers null when the books no longer
 * allow it.
 */
export const postClaim = async (
  context: BillingContext,
  call: PostClaim,
): Promise<Posted | null> => {
  const { entry, claim, uniqueKey, remittanceId } = call
  const patientId = idIn(claim, 'patient') ?? ''
  const posted = await postOnce(context, {
    uniqueKey,
    patientId,
    facts: {
      claimId: entry.claimId,
      remittanceId,
      payerClaimNumber: entry.payerClaimNumber,
      paidCents: entry.paidCents,
      isForwarded: entry.isForwarded,
      ...(entry.reversesPaymentId ? { reversalOf: entry.reversesPaymentId } : {}),
    },
    build: (before) => build(call, before),
  })
  if (!posted) return null
  await answerClaim(context, call, { posted, all: await postingsOf(context.req, patientId) })
  await workDenial(context, call, posted)
  return posted
}
