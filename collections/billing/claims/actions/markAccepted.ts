import { z } from 'zod'
import { optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { textIn } from '@/src/domain/row'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

export const markAccepted = defineAction({
  slug: 'claims',
  name: 'mark-accepted',
  label: 'Payer accepted it',
  input: z.object({ payerClaimNumber: optionalText(50) }),
  fields: [{ name: 'payerClaimNumber', label: "The payer's claim number", type: 'text' }],
  from: { column: 'status', values: ['submitted'] },
  prepare: async ({ input, now, record }) => ({
    set: {
      status: 'accepted',
      acceptedOn: dayIn(now, practiceZone()),
      payerClaimNumber: input.payerClaimNumber ?? textIn(record, 'payerClaimNumber'),
    },
  }),
})
