import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { type Posting, type PostingLine, reversalOf } from '@/src/domain/billing/ledger'
import { idIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { type Posted, postOnce } from '../../ledger/postOnce'
import { moveRow } from '../../moveRow'

const unsent = ['draft', 'needsAttention', 'ready', 'rejected']

/** Everything that stands on the charge; what the patient paid for it becomes unapplied money. */
const undo = (posted: readonly Posted[], chargeId: string, patientId: string): Posting | null => {
  const standing = new Map<string, PostingLine>()
  for (const line of posted.flatMap((posting) => posting.lines)) {
    if (line.chargeId !== chargeId) continue
    const key = [line.account, line.payerId ?? '', line.claimId ?? ''].join('|')
    const sum = (standing.get(key)?.amountCents ?? 0) + line.amountCents
    standing.set(key, { ...line, amountCents: sum })
  }
  const lines = [...standing.values()].filter((line) => line.amountCents !== 0)
  if (!lines.length) return null
  const applied = lines.reduce((sum, line) => sum + line.amountCents, 0)
  const balancing: PostingLine[] =
    applied === 0 ? [] : [{ account: 'unappliedCredit', amountCents: -applied, patientId }]
  return reversalOf({ kind: 'charge', lines: [...lines, ...balancing] })
}

const takeOutOfBooks = async ({ system, req, record }: EffectContext): Promise<void> => {
  const patientId = idIn(record, 'patient')
  if (!patientId) return
  await postOnce(
    { system, req },
    {
      uniqueKey: `void-charge|${record.id}`,
      patientId,
      facts: { chargeId: record.id },
      build: (posted) => undo(posted, record.id, patientId),
    },
  )
}

const voidDrafts = async ({ req, read, record }: EffectContext): Promise<void> => {
  const claims = await read.many('claims', { charge: { equals: record.id } })
  for (const claim of claims) {
    await moveRow(req, 'claims', {
      id: String(claim['id']),
      where: { status: { in: unsent } },
      data: { status: 'voided', reason: 'The charge was entered in error.' },
    })
  }
}

export const voidCharge = defineAction({
  slug: 'charges',
  name: 'void',
  label: 'Mark as entered in error',
  tone: 'danger',
  confirm: 'The charge leaves the books. Money the patient paid for it becomes unapplied.',
  input: z.object({ reason: requiredText('Write why the charge is wrong.', 500) }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['awaitingNote', 'ready', 'claimed', 'billed'] },
  prepare: async ({ record, read, input }) => {
    const claims = await read.many('claims', { charge: { equals: record['id'] } })
    const sent = claims.find((claim) => ![...unsent, 'voided'].includes(textIn(claim, 'status')))
    if (sent) {
      throw new Refusal('conflict', [
        {
          message: `Claim ${textIn(sent, 'controlNumber')} was sent for this charge. Void the claim first.`,
          fixUrl: `/admin/collections/claims/${sent['id']}`,
        },
      ])
    }
    return {
      set: {
        status: 'voided',
        reason: input.reason,
        // Frees the key: the right charge of the session may be made.
        uniqueKey: `${textIn(record, 'uniqueKey')}|voided|${record['id']}`,
      },
    }
  },
  effects: [
    { name: 'claims', run: voidDrafts },
    { name: 'books', run: takeOutOfBooks },
  ],
})
