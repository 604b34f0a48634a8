import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { closeTasks } from '../../../records/closeTasks'

/** Whoever asked takes it back. */
export const withdrawGrant = defineAction({
  slug: 'role-grants',
  name: 'withdraw',
  label: 'Withdraw',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['requested'] },
  prepare: async ({ actor, now, record }) => {
    if (idIn(record, 'requestedBy') !== actor.id) {
      throw new Refusal('refused-by-rule', 'Somebody else asked for this. Decline it instead.')
    }
    return { set: { status: 'withdrawn', decidedBy: actor.id, decidedAt: now.toISOString() } }
  },
  effects: [
    {
      name: 'tasks',
      run: (context) => closeTasks(context, { kind: 'role-grant', recordIds: [context.record.id] }),
    },
  ],
})
