import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { LedgerError, refundPosting } from '@/src/domain/billing/ledger'
import { formatMoney } from '@/src/domain/money'
import { idIn, numberIn, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { amountInput } from '../../amountInput'
import { unappliedOf } from '../../ledger/patientBooks'
import { postingsOf, postOnce } from '../../ledger/postOnce'
import { moveRow } from '../../moveRow'
import { providerNamed } from '../provider'

const postingKey = (record: EffectContext['record']): string =>
  `refund|${record.id}|${record['lastAction']}`

/** The money was used for a charge at the same moment: nothing is given back. */
const takeBack = async ({ req, record, refs }: EffectContext): Promise<void> => {
  await moveRow(req, 'payments', {
    id: record.id,
    where: { refundedCents: { equals: Number(refs['after']) } },
    data: { refundedCents: Number(refs['before']), refundFailed: true },
  })
}

const post = async (context: EffectContext): Promise<void> => {
  const { record, refs } = context
  const patientId = idIn(record, 'patient') ?? ''
  try {
    await postOnce(context, {
      uniqueKey: postingKey(record),
      patientId,
      facts: { paymentId: record.id },
      build: (posted) =>
        refundPosting({
          patientId,
          amountCents: Number(refs['after']) - Number(refs['before']),
          availableCents: unappliedOf(posted, patientId),
        }),
    })
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    await takeBack(context)
  }
}

const giveBack = async ({ read, record, refs }: EffectContext): Promise<void> => {
  const key = postingKey(record)
  if (!(await read.count('postings', { uniqueKey: { equals: key } }))) return
  await providerNamed(textIn(record, 'provider'))?.refund({
    key,
    reference: textIn(record, 'providerReference'),
    amountCents: Number(refs['after']) - Number(refs['before']),
  })
}

export const refundPayment = defineAction({
  slug: 'payments',
  name: 'refund',
  label: 'Refund',
  tone: 'danger',
  confirm: 'The money goes back to the patient, the way it came.',
  input: z.object({
    amountCents: amountInput('Enter the amount to give back.'),
    reason: requiredText('Write why it is given back.', 500),
  }),
  fields: [
    { name: 'amountCents', label: 'Amount', type: 'money', isRequired: true },
    { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['received'] },
  prepare: async ({ req, record, input }) => {
    const patientId = idIn(record, 'patient') ?? ''
    const before = numberIn(record, 'refundedCents')
    const unapplied = unappliedOf(await postingsOf(req, patientId), patientId)
    const available = Math.max(0, Math.min(unapplied, numberIn(record, 'amountCents') - before))
    if (input.amountCents > available) {
      throw new Refusal('invalid', [
        {
          path: 'amountCents',
          message: `At most ${formatMoney(available)} of this payment is unapplied and can be given back.`,
        },
      ])
    }
    const after = before + input.amountCents
    return {
      set: { refundedCents: after, refundReason: input.reason, refundFailed: false },
      refs: { before, after },
    }
  },
  effects: [
    { name: 'post', run: post },
    { name: 'money', isOutside: true, run: giveBack },
  ],
  answer: async ({ read, record }) => {
    const payment = await read.one('payments', record.id)
    if (payment?.['refundFailed'] === true) {
      throw new Refusal(
        'conflict',
        'The money was used for a charge at the same moment. Nothing was given back.',
      )
    }
    return { refundedCents: payment?.['refundedCents'] }
  },
})
