import type { AuthStrategy, BasePayload } from 'payload'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { plainRows } from '@/src/lib/plainRows'
import { stampSession } from '../principal'
import { isOwnOrigin, type Surface, surfaces, tokenIn } from './cookies'
import { emergencyGrantsOf } from './emergency'
import { proxyGrantsOf } from './proxies'

type SessionRow = {
  id: string
  sessionId: string
  userId: string
  surface: string
  absoluteExpiresAt: string
  revokedAt?: string | null
  mfaAt?: string | null
  passwordAt?: string | null
  actingFor?: string | null
}

type UserRow = Record<string, unknown> & { id: string; isActive?: boolean }

const nobody = { user: null }

const findSession = async (payload: BasePayload, tokenHash: string): Promise<SessionRow | null> => {
  const [row] = await plainRows<SessionRow>(payload, {
    slug: 'auth-sessions',
    column: 'tokenHash',
    values: [tokenHash],
  })
  return row ?? null
}

/** Reads the session row on every request: a row that is missing, revoked or over means nobody. */
export const sessionStrategy = (surface: Surface): AuthStrategy => ({
  name: `session-${surface}`,
  authenticate: async ({ headers, payload }) => {
    const token = tokenIn(headers, surface)
    if (!token || !isOwnOrigin(headers)) return nobody
    const session = await findSession(payload, sha256(token))
    if (!session || session.surface !== surface || session.revokedAt) return nobody
    if (new Date(session.absoluteExpiresAt) <= clock.wall()) return nobody
    const { collection } = surfaces[surface]
    const [row] = await plainRows<UserRow>(payload, {
      slug: collection,
      column: 'id',
      values: [session.userId],
    })
    if (!row || row.isActive === false) return nobody
    const { passwordHash, ...user } = row
    return {
      user: stampSession(
        { ...user, collection, _strategy: `session-${surface}` },
        {
          sessionId: session.sessionId,
          mfaAt: session.mfaAt ?? null,
          passwordAt: session.passwordAt ?? null,
          surface,
          emergency: surface === 'staff' ? await emergencyGrantsOf(payload, row) : [],
          proxies: surface === 'portal' ? await proxyGrantsOf(payload, row.id) : [],
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
