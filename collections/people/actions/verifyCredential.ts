import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

export const verifyCredential = defineAction({
  slug: 'credentials',
  name: 'verify',
  label: 'Verify',
  tone: 'primary',
  confirm: 'You looked it up with whoever issued it, and it says the same.',
  input: z.object({}),
  fields: [],
  from: { column: 'verifiedAt', values: [null] },
  prepare: async ({ record, actor, now }) => {
    if (idIn(record, 'staff') === actor.id) {
      throw new Refusal(
        'refused-by-rule',
        'Somebody else verifies your credentials. Ask a colleague.',
      )
    }
    const expiresOn = record['expiresOn']
    if (typeof expiresOn === 'string' && expiresOn && expiresOn < practiceToday()) {
      throw new Refusal('refused-by-rule', [
        { path: 'expiresOn', message: `This expired on ${expiresOn}. Enter the renewal first.` },
      ])
    }
    return { set: { verifiedAt: now.toISOString(), verifiedBy: actor.id } }
  },
})
