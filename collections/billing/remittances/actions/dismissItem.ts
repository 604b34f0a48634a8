import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { parkedMoneyPosting, reversalOf } from '@/src/domain/billing/ledger'
import { idIn, numberIn } from '@/src/domain/row'
import { postOnce } from '../../ledger/postOnce'
import { suspensePayer } from '../suspensePayer'

export const dismissItem = defineAction({
  slug: 'remittance-items',
  name: 'dismiss',
  label: 'Dismiss',
  tone: 'danger',
  confirm:
    'The money is not ours: it leaves the books again. Use this when it goes back to the payer.',
  input: z.object({
    reason: requiredText('Write why this is not ours, or what replaces it.', 500),
  }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['parked'] },
  prepare: async ({ input, now, actor }) => ({
    set: {
      status: 'dismissed',
      dismissReason: input.reason,
      resolvedAt: now.toISOString(),
      resolvedBy: actor.kind === 'staff' ? actor.id : null,
    },
  }),
  effects: [
    {
      name: 'books',
      run: async (context) => {
        const { record, read } = context
        const amountCents = numberIn(record, 'amountCents')
        const remittance = await read.one('remittances', idIn(record, 'remittance'))
        if (!remittance || amountCents === 0) return
        await postOnce(context, {
          uniqueKey: `dismiss|${record.id}`,
          patientId: null,
          facts: { remittanceId: String(remittance['id']) },
          build: () =>
            reversalOf(parkedMoneyPosting({ payerId: suspensePayer(remittance), amountCents })),
        })
      },
    },
  ],
})
