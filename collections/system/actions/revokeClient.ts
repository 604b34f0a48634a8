import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const revokeClient = defineAction({
  slug: 'api-clients',
  name: 'revoke',
  label: 'Revoke key',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async ({ now }) => ({ set: { isActive: false, revokedAt: now.toISOString() } }),
})
