import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { closeAmendmentTasks } from '../amendmentTask'

export const withdrawAmendment = defineAction({
  slug: 'amendment-requests',
  name: 'withdraw',
  label: 'Withdraw',
  tone: 'danger',
  confirm: 'Nothing is changed. It can be asked again at any time.',
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
  effects: [{ name: 'task', run: closeAmendmentTasks }],
})
