import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const closeAuthorization = defineAction({
  slug: 'authorizations',
  name: 'close',
  label: 'Close authorization',
  confirm: 'No further sessions are reserved on it. Those reserved and used stay.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['active'] },
  prepare: async () => ({ set: { status: 'closed' } }),
})
