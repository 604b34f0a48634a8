import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { Refusal } from '@/src/lib/errors'
import {
  keepKey,
  keyShown,
  lifetimeField,
  lifetimeInput,
  liveKeysOf,
  newKey,
  showKey,
} from '../newKey'

/** The first key of a client, or one after all were revoked; a client that was stopped works again. */
export const issueKey = defineAction({
  slug: 'api-clients',
  name: 'issue-key',
  label: 'Make a key',
  confirm: 'The key is shown a single time. Whoever has it can do what the client may do.',
  tone: 'primary',
  stepUp: true,
  input: z.object(lifetimeInput),
  fields: [lifetimeField],
  prepare: async ({ req, input, read, record }) => {
    if ((await liveKeysOf(read, String(record['id']))).length) {
      throw new Refusal(
        'conflict',
        'This client has a key that works. Change it for a new one, or revoke it first.',
      )
    }
    return { set: { isActive: true, revokedAt: null }, refs: newKey(req, input.days) }
  },
  effects: [{ name: 'key', run: keepKey }],
  shown: keyShown,
  answer: showKey,
})
