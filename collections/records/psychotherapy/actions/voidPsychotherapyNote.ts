import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const voidPsychotherapyNote = defineAction({
  slug: 'psychotherapy-notes',
  name: 'void',
  label: 'Mark as entered in error',
  tone: 'danger',
  confirm: 'It stays readable for you alone and cannot be changed any more.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['draft'] },
  prepare: async () => ({ set: { status: 'voided' } }),
})
