import { z } from 'zod'
import { optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { stopSharing } from '../stopSharing'

/** Taken back: from this moment nothing leaves under it, and what waits is cancelled (R65). */
export const revokeRelease = defineAction({
  slug: 'releases',
  name: 'revoke',
  label: 'Take back',
  tone: 'danger',
  confirm:
    'From now on nothing is shared under it, and whatever waits to be sent is canceled. What was sent before stays sent.',
  input: z.object({ endReason: optionalText(1000) }),
  fields: [
    {
      name: 'endReason',
      label: 'How we know, or why',
      type: 'textarea',
      help: 'Such as "by phone, 14 April". The patient need not give a reason. Kept encrypted.',
    },
  ],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ actor, input, now }) => ({
    set: {
      status: 'revoked',
      endedAt: now.toISOString(),
      endedBy: actor.kind === 'staff' ? actor.id : null,
      endReason: input.endReason ?? '',
    },
  }),
  effects: [{ name: 'sends', run: stopSharing }],
})
