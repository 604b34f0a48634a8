import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { type Responsible, writeOffPosting } from '@/src/domain/billing/ledger'
import { formatMoney } from '@/src/domain/money'
import { idIn, numberIn, type Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { amountInput } from '../../amountInput'
import { owedOn } from '../../ledger/patientBooks'
import { postingsOf, postOnce } from '../../ledger/postOnce'
import { closeSettledClaims } from '../closeSettledClaims'

const responsibleOf = (charge: Row, owedBy: string): Responsible => {
  const payerId = idIn(charge, 'payer')
  return owedBy === 'payer' && payerId ? { kind: 'payer', payerId } : { kind: 'patient' }
}

const post = async ({ system, req, record, refs }: EffectContext): Promise<void> => {
  const patientId = idIn(record, 'patient')
  if (!patientId) return
  const responsible = responsibleOf(record, String(refs['owedBy']))
  await postOnce(
    { system, req },
    {
      uniqueKey: `write-off|${record.id}|${refs['number']}`,
      patientId,
      facts: { chargeId: record.id },
      build: (posted) => {
        const owedCents = owedOn(posted, record.id, responsible)
        const amountCents = Math.min(Number(refs['amountCents']), owedCents)
        if (amountCents <= 0) return null
        return writeOffPosting({
          chargeId: record.id,
          patientId,
          responsible,
          amountCents,
          owedCents,
        })
      },
    },
  )
}

export const writeOff = defineAction({
  slug: 'charges',
  name: 'write-off',
  label: 'Write off',
  tone: 'danger',
  confirm: 'The amount is given up for good. Above the limit only the owner can do it.',
  input: z.object({
    amountCents: amountInput('Enter the amount to write off.'),
    owedBy: z.enum(['patient', 'payer'], { error: 'Choose whose share is written off.' }),
    reason: requiredText('Write why it is given up.', 500),
  }),
  fields: [
    { name: 'amountCents', label: 'Amount', type: 'money', isRequired: true },
    {
      name: 'owedBy',
      label: 'Owed by',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'patient', label: 'The patient' },
        { value: 'payer', label: 'The payer' },
      ],
    },
    { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['awaitingNote', 'ready', 'claimed', 'billed'] },
  prepare: async ({ req, record, input }) => {
    const chargeId = String(record['id'])
    const posted = await postingsOf(req, idIn(record, 'patient') ?? '')
    const owed = owedOn(posted, chargeId, responsibleOf(record, input.owedBy))
    if (input.amountCents > owed) {
      throw new Refusal('invalid', [
        {
          path: 'amountCents',
          message: `Only ${formatMoney(Math.max(0, owed))} is owed on this charge.`,
        },
      ])
    }
    return {
      set: {
        writtenOffCents: numberIn(record, 'writtenOffCents') + input.amountCents,
        reason: input.reason,
      },
      refs: {
        amountCents: input.amountCents,
        owedBy: input.owedBy,
        number: numberIn(record, 'writtenOffCents') + input.amountCents,
      },
    }
  },
  effects: [
    { name: 'post', run: post },
    { name: 'claim', run: closeSettledClaims },
  ],
})
