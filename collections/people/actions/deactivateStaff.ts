import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { departureEffects } from '../departure'

export const deactivateStaff = defineAction({
  slug: 'staff',
  name: 'deactivate',
  label: 'Deactivate',
  confirm: 'The person is signed out everywhere and cannot sign in again. Their signatures stay.',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async ({ now }) => ({ set: { isActive: false, deactivatedAt: now.toISOString() } }),
  effects: departureEffects,
})
