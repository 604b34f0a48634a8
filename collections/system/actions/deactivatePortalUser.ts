import { z } from 'zod'
import { revokeSessions } from '@/access/session/open'
import { defineAction } from '@/hooks/actions/define'

export const deactivatePortalUser = defineAction({
  slug: 'portal-users',
  name: 'deactivate',
  label: 'Close account',
  confirm: 'The patient is signed out and cannot open the portal until invited again.',
  tone: 'danger',
  input: z.object({}),
  fields: [],
  from: { column: 'isActive', values: [true] },
  prepare: async () => ({ set: { isActive: false } }),
  effects: [
    {
      name: 'sessions',
      run: async ({ req, record }) => {
        await revokeSessions(req.payload, { surface: 'portal', userId: record.id, req })
      },
    },
  ],
})
