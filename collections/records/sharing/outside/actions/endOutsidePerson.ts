import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const endOutsidePerson = defineAction({
  slug: 'outside-care',
  name: 'end',
  label: 'Take off the team',
  confirm: 'The release itself stays as it is.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ now }) => ({ set: { status: 'ended', endedAt: now.toISOString() } }),
})
