import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { closeTasks } from '../../../records/closeTasks'
import { tellDecision } from '../applyGrant'

/** The second person says no; nothing changes. */
export const declineGrant = defineAction({
  slug: 'role-grants',
  name: 'decline',
  label: 'Decline',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['requested'] },
  prepare: async ({ actor, now }) => ({
    set: { status: 'declined', decidedBy: actor.id, decidedAt: now.toISOString() },
  }),
  effects: [
    {
      name: 'tell',
      run: async (context) => {
        const { record } = context
        await closeTasks(context, { kind: 'role-grant', recordIds: [record.id] })
        const to = [idIn(record, 'requestedBy')]
        await tellDecision(context, record, { to, words: 'was declined' })
      },
    },
  ],
})
