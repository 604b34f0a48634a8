import { z } from 'zod'
import { revokeSessions } from '@/access/session/open'
import { defineAction } from '@/hooks/actions/define'
import { dropTokens } from '../auth/tokens'

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
        const user = { surface: 'portal', userId: record.id, req } as const
        await revokeSessions(req.payload, user)
        await dropTokens(req.payload, user)
      },
    },
  ],
})
