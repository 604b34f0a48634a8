import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const reactivateStaff = defineAction({
  slug: 'staff',
  name: 'reactivate',
  label: 'Reactivate',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [false] },
  prepare: async () => ({ set: { isActive: true, deactivatedAt: null } }),
})
