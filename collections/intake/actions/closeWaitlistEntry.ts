import { z } from 'zod'
import { requiredChoice } from '@/collections/fields/actionInputs'
import { moveRecord } from '@/collections/treatment/moveRecord'
import { defineAction } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'

const reasons = [
  { value: 'noAnswer', label: 'Did not answer' },
  { value: 'changedMind', label: 'Changed their mind' },
  { value: 'foundElsewhere', label: 'Found care elsewhere' },
] as const

export const closeWaitlistEntry = defineAction({
  slug: 'waitlist-entries',
  name: 'close',
  label: 'Take off the waitlist',
  input: z.object({
    reason: requiredChoice(
      ['noAnswer', 'changedMind', 'foundElsewhere'],
      'Pick a reason from the list.',
    ),
  }),
  fields: [{ name: 'reason', label: 'Reason', type: 'select', isRequired: true, options: reasons }],
  from: { column: 'status', values: ['waiting'] },
  prepare: async ({ input }) => ({ set: { status: 'closed', closeReason: input.reason } }),
  effects: [
    {
      name: 'inquiry',
      run: async ({ record, req }) => {
        await moveRecord(req, {
          collection: 'inquiries',
          id: idIn(record, 'inquiry') ?? '',
          from: { status: { equals: 'waitlisted' } },
          set: { status: 'closed', closeReason: record['closeReason'] },
        })
      },
    },
  ],
})
