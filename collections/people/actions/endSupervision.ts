import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { practiceToday } from '@/src/lib/practiceZone'

export const endSupervision = defineAction({
  slug: 'supervision-agreements',
  name: 'end',
  label: 'End agreement',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  prepare: async () => ({ set: { endsOn: practiceToday() } }),
})
