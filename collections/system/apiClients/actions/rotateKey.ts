import { z } from 'zod'
import { wholeNumber } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
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

const mostHours = 168
const hourMs = 3_600_000

/** A second key beside the old one, which ends after an overlap: nothing stands still while it is exchanged. */
export const rotateKey = defineAction({
  slug: 'api-clients',
  name: 'rotate-key',
  label: 'Change the key',
  confirm: 'The new key is shown a single time. The old one works until the overlap is over.',
  stepUp: true,
  input: z.object({
    ...lifetimeInput,
    overlapHours: wholeNumber({
      min: 0,
      max: mostHours,
      message: `The old key can go on for 0 to ${mostHours} hours.`,
    }),
  }),
  fields: [
    lifetimeField,
    {
      name: 'overlapHours',
      label: 'The old key works for so many hours more',
      type: 'number',
      isRequired: true,
      help: `0 ends it at once; at most ${mostHours}.`,
    },
  ],
  from: { column: 'isActive', values: [true] },
  prepare: async ({ req, input, read, record }) => {
    const live = await liveKeysOf(read, String(record['id']))
    if (!live.length) {
      throw new Refusal('conflict', 'This client has no key that works. Make one instead.')
    }
    if (live.length > 1) {
      throw new Refusal(
        'conflict',
        'This client has two keys already. Wait until the older one has ended, or revoke it.',
      )
    }
    const oldEndsAt = new Date(clock.wall().getTime() + input.overlapHours * hourMs).toISOString()
    return {
      set: {},
      refs: { ...newKey(req, input.days), oldKey: String(live[0]?.['id']), oldEndsAt },
    }
  },
  effects: [
    { name: 'key', run: keepKey },
    {
      name: 'old-key',
      run: async ({ read, refs, system }) => {
        const old = await read.one('api-keys', String(refs['oldKey']))
        const endsAt = String(refs['oldEndsAt'])
        if (!old || String(old['expiresAt']) <= endsAt) return
        await system.update({
          collection: 'api-keys',
          id: String(old['id']),
          data: { expiresAt: endsAt },
        })
      },
    },
  ],
  shown: keyShown,
  answer: showKey,
})
