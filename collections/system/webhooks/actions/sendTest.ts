import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { testEvent } from '@/src/domain/webhooks/events'
import { clock } from '@/src/lib/clock'

/** A message about nothing, to see whether the receiver takes and checks it. */
export const sendTest = defineAction({
  slug: 'webhooks',
  name: 'send-test',
  label: 'Send a test',
  confirm: 'A message of the kind webhook.test goes out within a minute. Look below how it went.',
  input: z.object({}),
  fields: [],
  from: { column: 'state', values: ['active'] },
  prepare: async ({ key }) => ({ set: {}, refs: { key, at: clock.wall().toISOString() } }),
  effects: [
    {
      name: 'message',
      run: async ({ record, refs, system }) => {
        await ensureRow(system, 'webhook-deliveries', {
          uniqueKey: `${record.id}|${testEvent}|${refs['key']}`,
          webhook: record.id,
          event: testEvent,
          collectionSlug: 'webhooks',
          recordId: record.id,
          occurredAt: refs['at'],
          nextAttemptAt: refs['at'],
          state: 'queued',
          attempts: 0,
        })
      },
    },
  ],
})
