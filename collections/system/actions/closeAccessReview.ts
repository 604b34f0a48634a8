import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'

export const reviewOutcomes = [
  { value: 'appropriate', label: 'All of it was for care or the work of the practice' },
  { value: 'followUp', label: 'Something needs following up' },
] as const

const outcomes = reviewOutcomes.map(({ value }) => value) as [string, ...string[]] // never empty

export const closeAccessReview = defineAction({
  slug: 'access-reviews',
  name: 'close',
  label: 'Close review',
  tone: 'primary',
  input: z.object({
    outcome: requiredChoice(outcomes, 'Say whether it was all in order.'),
    finding: requiredText('Write what you found, in a sentence.', 4000),
  }),
  fields: [
    {
      name: 'outcome',
      label: 'Result',
      type: 'select',
      isRequired: true,
      options: reviewOutcomes,
    },
    {
      name: 'finding',
      label: 'Finding',
      type: 'textarea',
      isRequired: true,
      help: 'Whom you asked and what they said. Kept encrypted.',
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ input, actor, now }) => ({
    set: {
      status: 'closed',
      outcome: input.outcome,
      closedAt: now.toISOString(),
      closedBy: actor.id,
      finding: input.finding,
    },
  }),
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'access-review', recordIds: [context.record.id] }),
    },
  ],
})
