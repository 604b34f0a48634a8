import { z } from 'zod'
import { optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { completePacketItem } from '../completePacketItem'

export const recordRefusal = defineAction({
  slug: 'consents',
  name: 'record-refusal',
  label: 'Could not be signed',
  input: z.object({ reason: optionalText(500) }),
  fields: [
    {
      name: 'reason',
      label: 'Why it could not be signed',
      type: 'textarea',
      isRequired: true,
      help: 'What was tried and why there is no signature.',
    },
  ],
  from: { column: 'status', values: ['pending'] },
  prepare: async ({ input, now }) => ({
    set: { status: 'refused', refusalReason: input.reason ?? null, refusedAt: now.toISOString() },
  }),
  effects: [
    {
      name: 'packet',
      run: async ({ record, req, system }) => {
        // Only the privacy notice is settled by a reason; the others still wait for a signature.
        if (record['kind'] !== 'privacyNotice') return
        await completePacketItem(
          { req, system },
          { patientId: idIn(record, 'patient') ?? '', kind: 'consent', reference: 'privacyNotice' },
        )
      },
    },
  ],
})
