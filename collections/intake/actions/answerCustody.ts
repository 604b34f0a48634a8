import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

export const PARENTS = [
  { value: 'together', label: 'Live together' },
  { value: 'apart', label: 'Separated or divorced' },
  { value: 'one', label: 'One parent only' },
  { value: 'none', label: 'A guardian instead of parents' },
] as const

/** R11: asked of every minor; where parents live apart, the order is read before the first session. */
export const answerCustody = defineAction({
  slug: 'patients',
  name: 'answer-custody',
  label: 'Custody question',
  input: z.object({
    parents: requiredChoice(['together', 'apart', 'one', 'none'], 'Choose how the parents live.'),
  }),
  fields: [
    {
      name: 'parents',
      label: 'The parents',
      type: 'select',
      isRequired: true,
      options: PARENTS,
      help: 'Where they live apart, the custody order is read before the first session.',
    },
  ],
  prepare: async ({ input }) => ({ set: { parents: input.parents } }),
})
