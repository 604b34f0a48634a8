import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const confirmDiagnosis = defineAction({
  slug: 'diagnoses',
  name: 'confirm',
  label: 'Confirm diagnosis',
  tone: 'primary',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['provisional'] },
  prepare: async ({ actor, now }) => ({
    set: {
      status: 'active',
      isProvisional: false,
      confirmedBy: actor.id,
      confirmedAt: now.toISOString(),
    },
  }),
})
