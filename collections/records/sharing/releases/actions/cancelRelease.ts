import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const cancelRelease = defineAction({
  slug: 'releases',
  name: 'cancel',
  label: 'Withdraw unsigned',
  tone: 'danger',
  confirm: 'The patient can no longer sign it. Make a new one if something in it was wrong.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['pending'] },
  prepare: async ({ actor, now }) => ({
    set: { status: 'cancelled', endedAt: now.toISOString(), endedBy: actor.id },
  }),
})
