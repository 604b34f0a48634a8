import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { textIn } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

export const voidStatement = defineAction({
  slug: 'statements',
  name: 'void',
  label: 'Withdraw statement',
  tone: 'danger',
  confirm: 'The patient sees that it was withdrawn. What is owed stays owed.',
  input: z.object({ reason: requiredText('Write why it is withdrawn.', 500) }),
  fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
  from: { column: 'status', values: ['issued'] },
  prepare: async ({ record, read, input }) => {
    const payments = await read.count('payments', {
      and: [{ statement: { equals: record['id'] } }, { status: { not_equals: 'declined' } }],
    })
    if (payments) {
      throw new Refusal('conflict', 'Something was paid on this statement. It stays as it is.')
    }
    return {
      set: {
        status: 'voided',
        reason: input.reason,
        // Frees the day for the right one.
        uniqueKey: `${textIn(record, 'uniqueKey')}|voided|${record['id']}`,
      },
    }
  },
})
