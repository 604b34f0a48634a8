import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { rightsFields, rightsInput } from './rightsInput'

export const setProxyRights = defineAction({
  slug: 'proxies',
  name: 'set-rights',
  label: 'Change rights',
  stepUp: true,
  input: z.object(rightsInput),
  fields: rightsFields,
  from: { column: 'status', values: ['proposed', 'active'] },
  prepare: async ({ input }) => ({ set: { ...input } }),
})
