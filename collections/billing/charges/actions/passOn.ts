import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction, type EffectContext } from '@/hooks/actions/define'
import { transferPosting } from '@/src/domain/billing/ledger'
import { formatMoney } from '@/src/domain/money'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { amountInput } from '../../amountInput'
import { owedOn } from '../../ledger/patientBooks'
import { postingsOf, postOnce } from '../../ledger/postOnce'
import { closeSettledClaims } from '../closeSettledClaims'

const isLeftToPatient = (claim: Row): boolean =>
  ['denied', 'partiallyPaid'].includes(textIn(claim, 'status')) &&
  textIn(claim, 'denialCodes')
    .split(' ')
    .some((code) => code.startsWith('PR-'))

const post = async ({ system, req, record, refs }: EffectContext): Promise<void> => {
  const patientId = idIn(record, 'patient')
  const payerId = idIn(record, 'payer')
  if (!patientId || !payerId) return
  const from = { kind: 'payer', payerId } as const
  await postOnce(
    { system, req },
    {
      uniqueKey: `pass-on|${record.id}|${refs['key']}`,
      patientId,
      facts: { chargeId: record.id },
      build: (posted) => {
        const amountCents = Math.min(Number(refs['amountCents']), owedOn(posted, record.id, from))
        if (amountCents <= 0) return null
        const to = { kind: 'patient' } as const
        return transferPosting({ chargeId: record.id, patientId, from, to, amountCents })
      },
    },
  )
}

/** A denial of the group PR leaves the fee to the patient; somebody checks the coverage before they hear of it. */
export const passOn = defineAction({
  slug: 'charges',
  name: 'pass-on',
  label: 'Pass on to the patient',
  confirm:
    'The patient owes the amount from now on; it stands on the next statement. Check first that no other policy covers the day.',
  input: z.object({
    amountCents: amountInput('Enter the amount that the patient is to pay.'),
    reason: requiredText('Write why the patient pays it.', 500),
  }),
  fields: [
    { name: 'amountCents', label: 'Amount', type: 'money', isRequired: true },
    { name: 'reason', label: 'Reason', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['claimed', 'billed'] },
  prepare: async ({ req, record, input, read, key }) => {
    const claims = await read.many('claims', { charge: { equals: record['id'] } })
    const payerId = idIn(record, 'payer')
    if (!payerId || !claims.some(isLeftToPatient)) {
      throw new Refusal('conflict', [
        {
          message:
            'No payer left this fee to the patient: that takes a denial whose reason begins with PR. Correct the claim, appeal, or write it off.',
        },
      ])
    }
    const posted = await postingsOf(req, idIn(record, 'patient') ?? '')
    const owed = owedOn(posted, String(record['id']), { kind: 'payer', payerId })
    if (input.amountCents > owed) {
      throw new Refusal('invalid', [
        {
          path: 'amountCents',
          message: `Only ${formatMoney(Math.max(0, owed))} is open with the payer.`,
        },
      ])
    }
    return { set: { reason: input.reason }, refs: { key, amountCents: input.amountCents } }
  },
  effects: [
    { name: 'post', run: post },
    { name: 'claim', run: closeSettledClaims },
  ],
})
