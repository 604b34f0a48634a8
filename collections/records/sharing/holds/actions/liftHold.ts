import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

export const liftHold = defineAction({
  slug: 'legal-holds',
  name: 'lift',
  label: 'Lift hold',
  confirm:
    'The chart may then be corrected again, and destroyed when its time has come, unless another hold stands.',
  tone: 'danger',
  stepUp: true,
  input: z.object({
    liftReason: requiredText('Write how the matter ended, and who said so.', 4000),
  }),
  fields: [
    {
      name: 'liftReason',
      label: 'How the matter ended',
      type: 'textarea',
      isRequired: true,
      help: 'Who said so, on which day. Kept encrypted.',
    },
  ],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'lifted',
      liftedAt: now.toISOString(),
      liftedBy: actor.id,
      liftReason: input.liftReason,
    },
  }),
})
