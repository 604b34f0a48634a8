import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'

/** Ends one key; another one of the same client goes on. */
export const revokeKey = defineAction({
  slug: 'api-keys',
  name: 'revoke',
  label: 'Revoke key',
  confirm: 'The key stops working at once, for good.',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  from: { column: 'revokedAt', values: [null] },
  prepare: async ({ actor }) => ({
    set: { revokedAt: clock.wall().toISOString(), revokedBy: actor.id },
  }),
})
