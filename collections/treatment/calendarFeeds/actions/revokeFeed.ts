import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'

/** The address answers nothing from now on. */
export const revokeFeed = defineAction({
  slug: 'calendar-feeds',
  name: 'revoke',
  label: 'Take back',
  tone: 'danger',
  confirm: 'The address stops working at once. What a calendar program has read it may keep.',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async () => ({ set: { isActive: false, revokedAt: clock.wall().toISOString() } }),
})
