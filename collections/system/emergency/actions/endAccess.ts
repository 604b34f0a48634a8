import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'
import { clock } from '@/src/lib/clock'
import { endedKey } from '../endEmergencyAccess'

export const endAccess = defineAction({
  slug: 'break-glass-grants',
  name: 'end',
  label: 'End now',
  tone: 'primary',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['active'] },
  prepare: async ({ record }) => ({
    set: {
      status: 'ended',
      uniqueKey: endedKey(String(record['id'])),
      endedAt: clock.wall().toISOString(),
      endedBy: 'person',
    },
  }),
})
