import { z } from 'zod'
import { closeTasks } from '@/collections/records/closeTasks'
import { defineAction } from '@/hooks/actions/define'

export const withdrawRequest = defineAction({
  slug: 'record-requests',
  name: 'withdraw',
  label: 'Withdraw',
  tone: 'danger',
  confirm: 'Nothing is given. You can ask again at any time.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, now }) => ({
    set: {
      status: 'withdrawn',
      closedAt: now.toISOString(),
      closedBy: actor.kind === 'staff' ? actor.id : null,
    },
  }),
  effects: [
    {
      name: 'task',
      run: (context) =>
        closeTasks(context, { kind: 'records-request', recordIds: [context.record.id] }),
    },
  ],
})
