import { z } from 'zod'
import { requiredText } from '@/collections/fields/actionInputs'
import { defineAction } from '@/hooks/actions/define'

export const waivePacketItem = defineAction({
  slug: 'packet-items',
  name: 'waive',
  label: 'Not needed',
  input: z.object({ reason: requiredText('Write why it is not needed.', 300) }),
  fields: [
    { name: 'reason', label: 'Reason', type: 'text', isRequired: true, help: 'Nothing clinical.' },
  ],
  from: { column: 'status', values: ['open'] },
  prepare: async ({ actor, input }) => ({
    set: { status: 'waived', waiveReason: input.reason, waivedBy: actor.id },
  }),
})
