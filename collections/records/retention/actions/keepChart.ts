import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { addYears } from '@/src/domain/retention/retention'
import { practiceToday } from '@/src/lib/practiceZone'

export const keepChart = defineAction({
  slug: 'destruction-lines',
  name: 'keep',
  label: 'Keep this chart',
  input: z.object({
    reason: requiredText('Write why this chart is kept for longer.'),
    askAgainOn: z.preprocess(
      (value) => value || undefined,
      z.string().refine(isCalendarDate, 'Enter a date that exists.').optional(),
    ),
  }),
  fields: [
    {
      name: 'reason',
      label: 'Why it is kept for longer',
      type: 'textarea',
      isRequired: true,
      help: 'A matter of law is a legal hold instead, on the chart itself. Kept encrypted.',
    },
    { name: 'askAgainOn', label: 'List it again from', type: 'day', help: 'In a year when empty.' },
  ],
  from: { column: 'status', values: ['listed', 'held'] },
  prepare: async ({ input }) => ({
    set: {
      status: 'kept',
      askAgainOn: input.askAgainOn ?? addYears(practiceToday(), 1),
      keepReason: input.reason,
    },
  }),
})
