import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { codesOf } from '@/src/domain/sharing/codes'
import { sendMethods, verifications } from '@/src/domain/sharing/recipients'
import { Refusal } from '@/src/lib/errors'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { disclosureHash } from '../disclosureHash'

/** Says that it left the house; the release is asked once more (R65), then the entry is final. */
export const sendDisclosure = defineAction({
  slug: 'disclosures',
  name: 'send',
  label: 'Mark as sent',
  tone: 'primary',
  confirm: 'Send it first, by hand. From then on this entry cannot be changed.',
  stepUp: true,
  input: z.object({
    method: requiredChoice(codesOf(sendMethods), 'Say how it was sent.'),
    verifiedBy: requiredChoice(
      codesOf(verifications),
      'Say how you made sure that the right person gets it.',
    ),
  }),
  fields: [
    { name: 'method', label: 'How', type: 'select', isRequired: true, options: sendMethods },
    {
      name: 'verifiedBy',
      label: 'How you made sure who it is',
      type: 'select',
      isRequired: true,
      options: verifications,
    },
  ],
  from: { column: 'status', values: ['prepared'] },
  prepare: async ({ actor, input, now, read, record }) => {
    const file = await read.one('chart-exports', { disclosure: { equals: record['id'] } })
    if (file && (file['status'] === 'waiting' || file['status'] === 'building')) {
      throw new Refusal(
        'conflict',
        'The records are still being put together. Wait until they are ready, take the file, then mark it as sent.',
      )
    }
    const set = {
      status: 'sent',
      method: input.method,
      verifiedBy: input.verifiedBy,
      sentAt: now.toISOString(),
      sentOn: dayIn(now, practiceZone()),
      sentBy: actor.id,
    }
    return { set: { ...set, contentHash: disclosureHash({ ...record, ...set }) } }
  },
})
