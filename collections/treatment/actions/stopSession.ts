import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { minutesBetween } from '@/src/domain/scheduling/zonedTime'

export const stopSession = defineAction({
  slug: 'sessions',
  name: 'stop',
  label: 'Stop session',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['inProgress'] },
  prepare: async ({ now, record }) => ({
    set: {
      status: 'stopped',
      endedAt: now.toISOString(),
      minutes: minutesBetween({ start: String(record['startedAt']), end: now }),
    },
  }),
})
