import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const closeEpisode = defineAction({
  slug: 'care-episodes',
  name: 'close',
  label: 'Care has ended',
  confirm: 'New visits are no longer part of it. What belongs to it stays closed to parents.',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['consulting', 'open'] },
  prepare: async ({ now }) => ({ set: { status: 'closed', closedAt: now.toISOString() } }),
})
