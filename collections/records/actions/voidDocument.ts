import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

export const voidDocument = defineAction({
  slug: 'documents',
  name: 'void',
  label: 'Mark as entered in error',
  tone: 'danger',
  confirm: 'The document stays in the record, marked as entered in error.',
  input: z.object({ reason: requiredText('Write why it is marked as entered in error.', 300) }),
  fields: [{ name: 'reason', label: 'Reason', type: 'text', isRequired: true }],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ input }) => ({ set: { status: 'voided', voidReason: input.reason } }),
})
