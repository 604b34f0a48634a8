import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'

export const declineDestruction = defineAction({
  slug: 'destruction-lists',
  name: 'decline',
  label: 'Decline the list',
  input: z.object({ reason: requiredText('Write why nothing of this list is destroyed.') }),
  fields: [
    {
      name: 'reason',
      label: 'Why nothing of it is destroyed',
      type: 'textarea',
      isRequired: true,
      help: 'Its charts are listed again next month. To keep one chart for longer, take it off the list instead.',
    },
  ],
  from: { column: 'status', values: ['open', 'half'] },
  prepare: async ({ actor, input }) => ({
    set: { status: 'declined', declinedBy: actor.id, declineReason: input.reason },
  }),
  effects: ['compliance', 'owner'].map((role) => ({
    name: `task-${role}`,
    run: (context) =>
      closeTasks(context, { kind: `destruction-${role}`, recordIds: [context.record.id] }),
  })),
})
