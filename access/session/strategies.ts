import type { AuthStrategy, BasePayload } from 'payload'
import { clock } from '@/src/lib/clock'
import { hmac } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { stampSession } from '../principal'
import { type Surface, surfaces } from './cookies'
import { emergencyGrantsOf } from './emergency'
import { liveSession } from './live'

type UserRow = Record<string, unknown> & { id: string; isActive?: boolean }

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
    const { passwordHash, ...user } = live.user
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
        },
      ) as never, // one of the auth collections
    }
  },
})

/** Keys look like `tops_<prefix>_<secret>`; only their HMAC is kept. */
export const hashApiKey = (key: string): string =>
  hmac(env.PAYLOAD_SECRET ?? 'development', `api-key|${key}`)

const keyIn = (headers: Headers): string | null => {
  const given = headers.get('authorization') ?? ''
  const match = given.match(/^(?:Bearer|api-clients API-Key)\s+(tops_[\w-]+)$/i)
  return match?.[1] ?? null
}

export const apiKeyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const key = keyIn(headers)
    if (!key) return nobody
    const row = await payload.db.findOne<UserRow>({
      collection: 'api-clients',
      where: { keyHash: { equals: hashApiKey(key) } },
    })
    if (!row || row.isActive === false || row['revokedAt']) return nobody
    const expires = row['expiresAt']
    if (expires && new Date(String(expires)) <= clock.wall()) return nobody
    const { keyHash, ...user } = row
    return {
      user: stampSession(
        { ...user, collection: 'api-clients', _strategy: 'api-key' },
        { sessionId: `key:${row.id}`, mfaAt: null, passwordAt: null, surface: 'apiClient' },
      ) as never, // one of the auth collections
    }
  },
}

/** Payload's own token strategy would still accept what we revoked: it is taken out. */
export const keepOwnStrategiesOnly = (payload: BasePayload): void => {
  payload.authStrategies = payload.authStrategies.filter(
    ({ name }) => name.startsWith('session-') || name === 'api-key',
  )
}
