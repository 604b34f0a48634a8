import { z } from 'zod'
import { defineAction } from '@/hooks/actions/define'

export const undoCheckIn = defineAction({
  slug: 'appointments',
  name: 'undo-check-in',
  label: 'Undo check-in',
  input: z.object({}),
  fields: [],
  from: { column: 'status', values: ['checkedIn'] },
  prepare: async () => ({
    set: { status: 'booked', checkedInAt: null, missingAtCheckIn: null, isEmergencyCheckIn: false },
  }),
})
