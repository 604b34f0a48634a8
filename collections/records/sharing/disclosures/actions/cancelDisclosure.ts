import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'
import { dropExport } from '../../exports/dropExport'

export const cancelDisclosure = defineAction({
  slug: 'disclosures',
  name: 'cancel',
  label: 'Do not send',
  tone: 'danger',
  confirm: 'What was put together is destroyed. If a file was taken already, destroy that too.',
  input: z.object({ cancelReason: requiredText('Write why it is not sent.', 300) }),
  fields: [{ name: 'cancelReason', label: 'Why', type: 'text', isRequired: true }],
  from: { column: 'status', values: ['prepared'] },
  prepare: async ({ input, now }) => ({
    set: {
      status: 'cancelled',
      cancelledAt: now.toISOString(),
      cancelReason: input.cancelReason,
    },
  }),
  effects: [{ name: 'export', run: (context) => dropExport(context, context.record.id) }],
})
