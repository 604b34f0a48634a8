import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { numberIn, textIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'

/** Sends a message once more, under the id it had: a receiver that took it before can tell. */
export const replayDelivery = defineAction({
  slug: 'webhook-deliveries',
  name: 'replay',
  label: 'Send again',
  input: z.object({}),
  fields: [],
  from: { column: 'state', values: ['delivered', 'failed', 'queued'] },
  prepare: async ({ record }) => {
    // What waits for its next try may go at once; what was never tried goes by itself.
    if (textIn(record, 'state') === 'queued' && numberIn(record, 'attempts') === 0)
      throw new Refusal('conflict', [{ message: 'This message is on its way already.' }])
    return { set: { state: 'queued', attempts: 0, nextAttemptAt: clock.wall().toISOString() } }
  },
})
