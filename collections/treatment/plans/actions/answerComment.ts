import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { closeTasks } from '../../../records/closeTasks'
import { tellPatient } from '../../../records/tellPatient'

export const answerComment = defineAction({
  slug: 'plan-comments',
  name: 'answer',
  label: 'Answer',
  tone: 'primary',
  input: z.object({ answer: requiredText('Write an answer.', 5000) }),
  fields: [
    {
      name: 'answer',
      label: 'Answer',
      type: 'textarea',
      isRequired: true,
      help: 'The client reads it.',
    },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input: { answer }, now }) => ({
    set: { status: 'answered', answeredAt: now.toISOString(), answeredBy: actor.id, answer },
  }),
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'plan-comment', recordIds: [context.record.id] }),
    },
    { name: 'mail', run: (context) => tellPatient(context, `plan-comment|${context.record.id}`) },
  ],
})
