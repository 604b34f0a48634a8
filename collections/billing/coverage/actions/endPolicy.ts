import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { isCalendarDate } from '@/src/domain/calendarDate'
import { textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

export const endPolicy = defineAction({
  slug: 'insurance-policies',
  name: 'end',
  label: 'End coverage',
  confirm: 'Services after this day are no longer billed to this policy.',
  input: z.object({
    terminatedOn: z
      .string({ error: 'Enter the last day of coverage.' })
      .refine(isCalendarDate, 'Enter a day that exists, for example 2026-04-30.'),
  }),
  fields: [{ name: 'terminatedOn', label: 'Last day of coverage', type: 'day', isRequired: true }],
  from: { column: 'status', values: ['active', null] },
  prepare: async ({ input, record }) => {
    const from = textIn(record, 'effectiveOn')
    if (from && input.terminatedOn < from) {
      throw new Refusal('invalid', [
        { path: 'terminatedOn', message: `Coverage began on ${from}. Choose a later day.` },
      ])
    }
    return { set: { status: 'ended', terminatedOn: input.terminatedOn } }
  },
})
