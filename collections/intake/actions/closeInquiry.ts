import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { closeWaiting } from '../closeWaiting'
import { CLOSE_REASONS, valuesOf } from '../inquiryCodes'

export const closeInquiry = defineAction({
  slug: 'inquiries',
  name: 'close',
  label: 'Close inquiry',
  input: z.object({
    reason: requiredChoice(valuesOf(CLOSE_REASONS), 'Pick a reason from the list.'),
  }),
  fields: [
    { name: 'reason', label: 'Reason', type: 'select', isRequired: true, options: CLOSE_REASONS },
  ],
  from: { column: 'status', values: ['new', 'triaged', 'waitlisted'] },
  prepare: async ({ input, now, record }) => ({
    set: {
      status: 'closed',
      closeReason: input.reason,
      respondedAt: record['respondedAt'] ?? now.toISOString(),
    },
  }),
  effects: [
    { name: 'waitlist', run: ({ record, req }) => closeWaiting(req, record.id, 'Inquiry closed') },
  ],
})
