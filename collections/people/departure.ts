import { revokeSessions } from '@/access/session/open'
import type { Effect } from '@/hooks/actions/define'
import { dropTokens } from '../system/auth/tokens'

/**
 * What ends when somebody leaves, in the same step as the account. Whatever else acts in a person's name
 * (keys of software, scheduled work) adds its effect here; each must change nothing when it runs again.
 */
export const departureEffects: readonly Effect[] = [
  {
    name: 'sessions',
    run: async ({ req, record }) => {
      await revokeSessions(req.payload, { surface: 'staff', userId: record.id, req })
    },
  },
  {
    name: 'links',
    run: ({ req, record }) => dropTokens(req.payload, { surface: 'staff', userId: record.id, req }),
  },
]
