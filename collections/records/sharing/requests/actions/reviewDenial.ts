import { z } from 'zod'
import { requiredChoice, requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import { tellAsker } from '../../tellAsker'
import { askCompliance } from '../requestTask'

const outcomes = [
  { value: 'upheld', label: 'The denial stands' },
  { value: 'overturned', label: 'The records are given after all' },
] as const

export const reviewDenial = defineAction({
  slug: 'record-requests',
  name: 'review',
  label: 'Decide',
  tone: 'primary',
  input: z.object({
    reviewOutcome: requiredChoice(['upheld', 'overturned'], 'Choose what follows.'),
    reviewReason: requiredText('Write what you found.', 4000),
  }),
  fields: [
    {
      name: 'reviewOutcome',
      label: 'What follows',
      type: 'select',
      isRequired: true,
      options: outcomes,
    },
    { name: 'reviewReason', label: 'What you found', type: 'textarea', isRequired: true },
  ],
  from: { column: 'status', values: ['denied'] },
  prepare: async ({ actor, input, now, record }) => {
    if (!record['reviewAskedAt'] || record['reviewedAt']) {
      const message = record['reviewedAt']
        ? 'This was decided already.'
        : 'Nobody has asked for a second look at this.'
      throw new Refusal('conflict', message)
    }
    return {
      set: {
        status: input.reviewOutcome === 'overturned' ? 'open' : 'denied',
        reviewOutcome: input.reviewOutcome,
        reviewedAt: now.toISOString(),
        reviewedBy: actor.id,
        reviewReason: input.reviewReason,
      },
    }
  },
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'denial-review', recordIds: [context.record.id] }),
    },
    {
      name: 'again',
      run: async (context) => {
        const { record, system } = context
        if (record['reviewOutcome'] !== 'overturned') return
        await askCompliance({ ...context, record: { ...record, id: record.id }, system })
      },
    },
    {
      name: 'tell',
      run: (context) => tellAsker(context, `records-request-reviewed|${context.record.id}`),
    },
  ],
})
