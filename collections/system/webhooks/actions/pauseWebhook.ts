import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'

/** Nothing is sent until somebody lets it go on; what happens meanwhile waits. */
export const pauseWebhook = defineAction({
  slug: 'webhooks',
  name: 'pause',
  label: 'Pause',
  tone: 'danger',
  confirm: 'Nothing is sent until you let it go on. What happens meanwhile waits for 30 days.',
  input: z.object({}),
  fields: [],
  from: { column: 'state', values: ['active'] },
  prepare: async () => ({
    set: { state: 'paused', pauseReason: 'asked', pausedAt: clock.wall().toISOString() },
  }),
})
