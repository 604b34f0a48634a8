import { z } from 'zod'
import { optionalChoice, optionalText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { closeWaiting } from '../closeWaiting'
import { DECLINE_REASONS, valuesOf } from '../inquiryCodes'

export const declineInquiry = defineAction({
  slug: 'inquiries',
  name: 'decline',
  label: 'Decline and refer',
  tone: 'danger',
  confirm: 'The person is told where to turn. This closes the inquiry.',
  input: z.object({
    reason: optionalChoice(valuesOf(DECLINE_REASONS), 'Pick a reason from the list.'),
    referredTo: optionalText(200),
  }),
  fields: [
    { name: 'reason', label: 'Reason', type: 'select', isRequired: true, options: DECLINE_REASONS },
    {
      name: 'referredTo',
      label: 'Referred to',
      type: 'text',
      isRequired: true,
      help: 'A practice, service or line. Nothing about the person.',
    },
  ],
  from: { column: 'status', values: ['new', 'triaged', 'waitlisted'] },
  prepare: async ({ input, now, record }) => ({
    set: {
      status: 'declined',
      declineReason: input.reason ?? null,
      referredTo: input.referredTo ?? null,
      respondedAt: record['respondedAt'] ?? now.toISOString(),
    },
  }),
  effects: [
    { name: 'waitlist', run: ({ record, req }) => closeWaiting(req, record.id, 'Declined') },
  ],
})
