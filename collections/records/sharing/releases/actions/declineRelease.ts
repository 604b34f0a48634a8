import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const declineRelease = defineAction({
  slug: 'releases',
  name: 'decline',
  label: 'The patient says no',
  confirm: 'Nothing is shared under it. It can be asked for again with a new release.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['pending'] },
  prepare: async ({ actor, now }) => ({
    set: {
      status: 'declined',
      endedAt: now.toISOString(),
      endedBy: actor.kind === 'staff' ? actor.id : null,
    },
  }),
})
