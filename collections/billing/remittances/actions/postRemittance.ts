import { z } from 'zod'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { parkedMoneyPosting, providerAdjustmentPosting } from '@/src/domain/billing/ledger'
import { planRemittance } from '@/src/domain/billing/remittance'
import type { RemittancePlan } from '@/src/domain/billing/remittanceTypes'
import type { Remittance835 } from '@/src/domain/billing/x12/remittanceTypes'
import { idIn, numberIn, type Row, textIn } from '@/src/domain/row'
import { faultPoint } from '@/src/lib/faults'
import { postOnce } from '../../ledger/postOnce'
import { moveRow } from '../../moveRow'
import { candidatesFor } from '../claimSnapshots'
import { ensureMatchedItem, ensureParkedItem, itemKey } from '../items'
import { pack, unpack } from '../packed'
import { postClaim } from '../postClaim'
import { remittanceAt } from '../readFile'
import { suspensePayer } from '../suspensePayer'

/** The transaction of a remittance; a file with several payments is kept with the first of them. */
export const remittanceOf = async (read: FactReader, record: Row): Promise<Remittance835> => {
  const source = idIn(record, 'source')
  const holder = source
    ? await read.text('remittances', await read.one('remittances', source))
    : record
  return remittanceAt(unpack(textIn(holder, 'raw')), textIn(record, 'uniqueKey'))
}

const planOf = (record: Row): RemittancePlan =>
  JSON.parse(unpack(textIn(record, 'plan'))) as RemittancePlan // frozen by this action

const lateCode = (isReversal: boolean) => (isReversal ? 'NOTHING_TO_REVERSE' : 'ALREADY_POSTED')

const lateReason =
  'The claim was answered from another remittance at the same moment. Check for a double payment.'

/** What matched is posted claim by claim; what the books no longer allow is parked instead. */
const postMatched = async (context: EffectContext): Promise<void> => {
  const { record, read } = context
  const plan = planOf(record)
  if (!plan.matched.length) return
  const { claims: paid } = await remittanceOf(read, record)
  const details = new Map(paid.map((claim) => [claim.segmentNumber, claim]))
  for (const [index, entry] of plan.matched.entries()) {
    faultPoint(`remittances.post:claim-${index}`)
    const at = { remittanceId: record.id, position: entry.segmentNumber }
    const claim = await read.one('claims', entry.claimId)
    const detail = details.get(entry.segmentNumber) ?? null
    const parkedKey = `park|${itemKey(at)}`
    const isParked = await read.count('postings', { uniqueKey: { equals: parkedKey } })
    const posted =
      claim && !isParked
        ? await postClaim(context, {
            uniqueKey: `era|${itemKey(at)}`,
            entry,
            claim,
            remittanceId: record.id,
          })
        : null
    if (claim && posted) {
      await ensureMatchedItem(context, { ...at, entry, claim, detail })
      continue
    }
    await postOnce(context, {
      uniqueKey: parkedKey,
      patientId: null,
      facts: { remittanceId: record.id },
      build: () =>
        parkedMoneyPosting({ payerId: suspensePayer(record), amountCents: entry.paidCents }),
    })
    await ensureParkedItem(context, {
      ...at,
      parked: {
        code: lateCode(entry.reversesPaymentId !== null),
        reason: lateReason,
        amountCents: entry.paidCents,
        claim: detail,
      },
    })
  }
}

const postParked = async (context: EffectContext): Promise<void> => {
  const { record } = context
  const { parked } = planOf(record)
  const amountCents = parked.reduce((sum, each) => sum + each.amountCents, 0)
  if (amountCents !== 0) {
    await postOnce(context, {
      uniqueKey: `parked|${record.id}`,
      patientId: null,
      facts: { remittanceId: record.id },
      build: () => parkedMoneyPosting({ payerId: suspensePayer(record), amountCents }),
    })
  }
  for (const each of parked) {
    const at = { remittanceId: record.id, position: each.claim?.segmentNumber ?? 0 }
    await ensureParkedItem(context, { ...at, parked: each })
  }
}

const postProviderAdjustments = async (context: EffectContext): Promise<void> => {
  const { record } = context
  for (const [index, { amountCents }] of planOf(record).providerAdjustments.entries()) {
    if (amountCents === 0) continue
    await postOnce(context, {
      uniqueKey: `plb|${record.id}|${index}`,
      patientId: null,
      facts: { remittanceId: record.id },
      build: () => providerAdjustmentPosting({ payerId: suspensePayer(record), amountCents }),
    })
  }
}

/** The remittance itself is done last, with what its items add up to. */
const finish = async ({ req, read, record, now }: EffectContext): Promise<void> => {
  const plan = planOf(record)
  const items = await read.many('remittance-items', { remittance: { equals: record.id } })
  const isMatched = (item: Row) => idIn(item, 'claim') !== null
  const sum = (rows: readonly Row[]) =>
    rows.reduce((all, row) => all + numberIn(row, 'amountCents'), 0)
  const matched = items.filter(isMatched)
  const parked = items.filter((item) => !isMatched(item))
  const matchedCents = sum(matched)
  const postedCents = matchedCents - plan.totals.providerAdjustmentCents
  const parkedCents = sum(parked)
  if (postedCents + parkedCents !== plan.totals.paymentCents) {
    throw new Error(`Remittance ${record.id} accounts for ${postedCents + parkedCents} cents.`)
  }
  await moveRow(req, 'remittances', {
    id: record.id,
    where: { status: { equals: 'posting' } },
    data: {
      status: plan.isWholeFileParked ? 'parked' : 'posted',
      postedAt: now.toISOString(),
      matchedCents,
      postedCents,
      parkedCents,
      providerAdjustmentCents: plan.totals.providerAdjustmentCents,
      matchedCount: matched.length,
      parkedCount: parked.length,
    },
  })
}

export const postRemittance = defineAction({
  slug: 'remittances',
  name: 'post',
  label: 'Post remittance',
  tone: 'primary',
  confirm: 'Matched claims are posted, the rest is parked with its reason. Nothing is written off.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['imported'] },
  prepare: async ({ record, read }) => {
    const remittance = await remittanceOf(read, record)
    const plan = planRemittance({ remittance, claims: await candidatesFor(read, remittance) })
    const findings = plan.findings.slice(0, 200).map(({ message }) => message)
    return {
      set: { status: 'posting', plan: pack(JSON.stringify(plan)), findings: findings.join('\n') },
    }
  },
  effects: [
    { name: 'matched', run: postMatched },
    { name: 'parked', run: postParked },
    { name: 'adjustments', run: postProviderAdjustments },
    { name: 'finish', run: finish },
  ],
  answer: async ({ read, record }) => {
    const row = await read.one('remittances', record.id)
    const count = (status: string) =>
      read.count('remittance-items', {
        and: [{ remittance: { equals: record.id } }, { status: { equals: status } }],
      })
    return {
      status: row?.['status'],
      paymentCents: row?.['paymentCents'],
      postedCents: row?.['postedCents'],
      parkedCents: row?.['parkedCents'],
      matched: await count('matched'),
      parked: await count('parked'),
    }
  },
})
