import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

/** 45 CFR 164.528(a)(2): an authority may ask in writing that an entry is not told before a day. */
export const hideDisclosure = defineAction({
  slug: 'disclosures',
  name: 'hide',
  label: 'Suspend for law enforcement',
  tone: 'danger',
  confirm:
    'The patient does not see this entry until the day after the one you choose. It comes back by itself.',
  input: z.object({
    hiddenUntil: requiredText('Choose the last day on which it must not be told.', 10).refine(
      isCalendarDate,
      'Enter a date that exists, as year-month-day.',
    ),
    hiddenReason: requiredText(
      'Write which authority asked for it, when, and in which paper.',
      2000,
    ),
  }),
  fields: [
    { name: 'hiddenUntil', label: 'Not told before the end of', type: 'day', isRequired: true },
    {
      name: 'hiddenReason',
      label: 'Which authority asked, when, in which paper',
      type: 'textarea',
      isRequired: true,
    },
  ],
  from: { column: 'status', values: ['sent'] },
  prepare: async ({ input }) => {
    if (input.hiddenUntil < practiceToday()) {
      const message = 'This day is over already. Choose today or a later one.'
      throw new Refusal('invalid', [{ path: 'hiddenUntil', message }])
    }
    return {
      set: { hiddenUntil: input.hiddenUntil, hiddenReason: input.hiddenReason },
    }
  },
})
