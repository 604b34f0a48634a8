import type { AuthStrategy, BasePayload } from 'payload'
import { rolesOn } from '@/src/domain/people/roleEnds'
import { practiceToday } from '@/src/lib/practiceZone'
import { stampSession } from '../principal'
import { type Surface, surfaces } from './cookies'
import { emergencyGrantsOf } from './emergency'
import { liveSession, type UserRow } from './live'
import { proxyGrantsOf } from './proxies'

const nobody = { user: null }

/**
 * Reads the session row on every request. A session whose second factor is still to come is nobody, at
 * every door but those of signing in, which ask for it themselves.
 */
export const sessionStrategy = (surface: Surface): AuthStrategy => ({
  name: `session-${surface}`,
  authenticate: async ({ headers, payload }) => {
    const live = await liveSession(payload, headers, surface)
    if (live?.standing !== 'full') return nobody
    const { collection } = surfaces[surface]
    // A role whose last day is over is gone with this request, whether a job took it off or not.
    const roles = surface === 'staff' ? { roles: rolesOn(live.user, practiceToday()) } : {}
    const { passwordHash, ...user }: UserRow = { ...live.user, ...roles }
    const { session } = live
    return {
      user: stampSession(
        { ...user, collection, _strategy: `session-${surface}` },
        {
          sessionId: session.sessionId,
          mfaAt: session.mfaAt ?? null,
          passwordAt: session.passwordAt ?? null,
          hasFactor: user.hasFactor === true,
          surface,
          emergency: surface === 'staff' ? await emergencyGrantsOf(payload, user) : [],
          proxies: surface === 'portal' ? await proxyGrantsOf(payload, user.id) : [],
          actingFor: session.actingFor ?? null,
        },
      ) as never, // one of the auth collections
    }
  },
})

/** Payload's own token strategy would still accept what we revoked: it is taken out. */
export const keepOwnStrategiesOnly = (payload: BasePayload): void => {
  payload.authStrategies = payload.authStrategies.filter(
    ({ name }) => name.startsWith('session-') || name === 'api-key',
  )
}
