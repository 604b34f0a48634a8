import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'

/** Sends a message once more, under the id it had: a receiver that took it before can tell. */
export const replayDelivery = defineAction({
  slug: 'webhook-deliveries',
  name: 'replay',
  label: 'Send again',
  input: z.object({}),
  fields: [],
  from: { column: 'state', values: ['delivered', 'failed', 'queued'] },
  prepare: async () => ({
    set: { state: 'queued', attempts: 0, nextAttemptAt: clock.wall().toISOString() },
  }),
})
