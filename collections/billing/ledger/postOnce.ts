import type { PayloadRequest } from 'payload'
import type { Posting, PostingKind, PostingLine } from '@/src/domain/billing/ledger'
import { idIn, numberIn, type StoredRow, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { insertRows } from '@/src/lib/database'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { unlessTaken } from '../again'
import type { BillingContext } from '../billingContext'

/** A posting as it stands in the books. */
export type Posted = {
  id: string
  kind: PostingKind
  lines: PostingLine[]
  claimId: string | null
  reversalOf: string | null
  payerClaimNumber: string
  paidCents: number
  postedOn: string
  isForwarded: boolean
}

export type PostingFacts = {
  claimId?: string
  chargeId?: string
  remittanceId?: string
  paymentId?: string
  reversalOf?: string
  payerClaimNumber?: string
  paidCents?: number
  isForwarded?: boolean
}

export const asPosted = (row: StoredRow): Posted => ({
  id: row.id,
  kind: textIn(row, 'kind') as PostingKind, // a select of exactly these
  lines: JSON.parse(textIn(row, 'lines') || '[]') as PostingLine[], // written by this file
  claimId: idIn(row, 'claim'),
  reversalOf: idIn(row, 'reversalOf'),
  payerClaimNumber: textIn(row, 'payerClaimNumber'),
  paidCents: numberIn(row, 'paidCents'),
  postedOn: textIn(row, 'postedOn'),
  isForwarded: row['isForwarded'] === true,
})

/** Every posting about a patient, oldest first. */
export const postingsOf = async (req: PayloadRequest, patientId: string): Promise<Posted[]> => {
  const found = await req.payload.db.find<StoredRow>({
    collection: 'postings',
    where: { patient: { equals: patientId } },
    sort: 'sequence',
    limit: 0,
    pagination: false,
    req,
  })
  return found.docs.map(asPosted)
}

const named = (req: PayloadRequest, uniqueKey: string): Promise<StoredRow | null> =>
  req.payload.db.findOne<StoredRow>({
    collection: 'postings',
    where: { uniqueKey: { equals: uniqueKey } },
    req,
  })

const unknownPrefix = 'unknown:'

/** The suspense account of a payer we have no record of. */
export const unknownPayer = (identifier: string): string => `${unknownPrefix}${identifier}`

const isId = (payerId: string): boolean => payerId !== '' && !payerId.startsWith(unknownPrefix)

const knownPayers = async (
  req: PayloadRequest,
  lines: readonly PostingLine[],
): Promise<Set<string>> => {
  const ids = [...new Set(lines.map((line) => line.payerId ?? '').filter(isId))]
  if (!ids.length) return new Set()
  const found = await req.payload.db.find<StoredRow>({
    collection: 'payers',
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    select: { name: true },
    req,
  })
  return new Set(found.docs.map((row) => row.id))
}

const entryKeys = async (req: PayloadRequest, postingId: string): Promise<Set<string>> => {
  const found = await req.payload.db.find<StoredRow>({
    collection: 'ledger-entries',
    where: { posting: { equals: postingId } },
    limit: 0,
    pagination: false,
    select: { uniqueKey: true },
    req,
  })
  return new Set(found.docs.map((row) => textIn(row, 'uniqueKey')))
}

/**
 * The ledger rows of a posting; repeating it adds nothing. They follow from the posting, whose own
 * creation is in the log, so they are written without hooks.
 */
const ensureEntries = async (
  req: PayloadRequest,
  row: StoredRow,
  isNew: boolean,
): Promise<void> => {
  const { lines, kind, postedOn } = asPosted(row)
  const payers = await knownPayers(req, lines)
  const now = clock.wall().toISOString()
  const entries = lines.map((line, index) => ({
    uniqueKey: `${row.id}|${index}`,
    posting: row.id,
    kind,
    postedOn,
    account: line.account,
    amountCents: line.amountCents,
    patient: line.patientId ?? null,
    charge: line.chargeId ?? null,
    payer: line.payerId && payers.has(line.payerId) ? line.payerId : null,
    claim: line.claimId ?? null,
    createdAt: now,
    updatedAt: now,
  }))
  let known = isNew ? new Set<string>() : await entryKeys(req, row.id)
  // One insert for all; somebody who finishes the same posting can be quicker with some of them.
  while (known.size < entries.length) {
    const missing = entries.filter(({ uniqueKey }) => !known.has(uniqueKey))
    const done = await unlessTaken(req, async () => {
      await insertRows(req.payload, 'ledger-entries', missing, req)
      return true
    })
    if (done) return
    known = await entryKeys(req, row.id)
  }
}

const attempts = 25

type PostOnce = {
  /** Names what is posted; the same key never posts twice. */
  uniqueKey: string
  /** Null for money that belongs to no patient yet. */
  patientId: string | null
  facts?: PostingFacts
  /** Computed on the books as they are; null posts nothing. Runs again when somebody was quicker. */
  build: (posted: readonly Posted[]) => Posting | null
}

const insert = (
  { system }: BillingContext,
  { uniqueKey, patientId, facts = {} }: PostOnce,
  { posting, sequence }: { posting: Posting; sequence: number },
) => {
  const now = clock.now()
  const debits = posting.lines.filter((line) => line.amountCents > 0)
  return system.create({
    collection: 'postings',
    data: {
      uniqueKey,
      sequence,
      sequenceKey: patientId ? `${patientId}|${sequence}` : uniqueKey,
      kind: posting.kind,
      postedAt: now.toISOString(),
      postedOn: dayIn(now, practiceZone()),
      patient: patientId,
      claim: facts.claimId ?? null,
      charge: facts.chargeId ?? null,
      remittance: facts.remittanceId ?? null,
      payment: facts.paymentId ?? null,
      reversalOf: facts.reversalOf ?? null,
      payerClaimNumber: facts.payerClaimNumber ?? '',
      paidCents: facts.paidCents ?? 0,
      isForwarded: facts.isForwarded ?? false,
      totalCents: debits.reduce((sum, line) => sum + line.amountCents, 0),
      lines: JSON.stringify(posting.lines),
    },
  })
}

/**
 * Puts one posting and its entries into the books, once. Of several who post about one patient at the
 * same moment each computes on what the others left. Answers the posting, or null when `build` had
 * nothing to post. Throws what `build` throws.
 */
export const postOnce = async (context: BillingContext, call: PostOnce): Promise<Posted | null> => {
  const { req } = context
  for (let attempt = 1; ; attempt += 1) {
    const known = await named(req, call.uniqueKey)
    if (known) {
      await ensureEntries(req, known, false)
      return asPosted(known)
    }
    const before = call.patientId ? await postingsOf(req, call.patientId) : []
    const posting = call.build(before)
    if (!posting) return null
    const made = await unlessTaken(req, () =>
      insert(context, call, { posting, sequence: before.length + 1 }),
    )
    if (made) {
      const row = made as unknown as StoredRow // read back by column
      await ensureEntries(req, row, true)
      return asPosted(row)
    }
    if (attempt >= attempts) throw new Error(`"${call.uniqueKey}" could not be posted.`)
  }
}
