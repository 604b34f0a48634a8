import { z } from 'zod'
import { wholeNumber } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
import { newSecret, secretShown, showSecret } from '../newSecret'

const mostHours = 168
const hourMs = 3_600_000

/** A new secret; messages are signed with both until the overlap is over. */
export const changeSecret = defineAction({
  slug: 'webhooks',
  name: 'change-secret',
  label: 'Change the secret',
  confirm: 'The new secret is shown a single time. Messages carry both signatures for a while.',
  stepUp: true,
  input: z.object({
    overlapHours: wholeNumber({
      min: 0,
      max: mostHours,
      message: `The old secret can go on for 0 to ${mostHours} hours.`,
    }),
  }),
  fields: [
    {
      name: 'overlapHours',
      label: 'The old secret signs for so many hours more',
      type: 'number',
      isRequired: true,
      help: `0 ends it at once; at most ${mostHours}.`,
    },
  ],
  prepare: async ({ req, input, record }) => ({
    set: {
      previousSecretEndsAt: new Date(
        clock.wall().getTime() + input.overlapHours * hourMs,
      ).toISOString(),
      secret: newSecret(req),
      previousSecret: input.overlapHours ? String(record['secret'] ?? '') : '',
    },
  }),
  shown: secretShown,
  answer: showSecret,
})
