import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
import { liveKeysOf } from '../newKey'

/** Stops a client with all its keys. */
export const revokeClient = defineAction({
  slug: 'api-clients',
  name: 'revoke',
  label: 'Stop the client',
  confirm: 'All its keys stop working at once, for good.',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async () => ({ set: { isActive: false, revokedAt: clock.wall().toISOString() } }),
  effects: [
    {
      name: 'keys',
      run: async ({ actorId, read, record, system }) => {
        for (const { id } of await liveKeysOf(read, record.id)) {
          await system.update({
            collection: 'api-keys',
            id: String(id),
            data: { revokedAt: record['revokedAt'], revokedBy: actorId },
          })
        }
      },
    },
  ],
})
