import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { verifications } from '@/src/domain/sharing/recipients'

export const verifyRequest = defineAction({
  slug: 'record-requests',
  name: 'verify',
  label: 'Verify',
  input: z.object({
    verifiedHow: requiredChoice(codesOf(verifications), 'Say how you made sure who asks.'),
  }),
  fields: [
    {
      name: 'verifiedHow',
      label: 'How you made sure who asks',
      type: 'select',
      isRequired: true,
      options: verifications,
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input, now }) => ({
    set: { verifiedHow: input.verifiedHow, verifiedAt: now.toISOString(), verifiedBy: actor.id },
  }),
})
