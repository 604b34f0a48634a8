import type { BasePayload } from 'payload'
import type { StoredRow } from '@/src/domain/row'
import { idleEndOf, type Standing, standingOf } from '@/src/domain/signIn/standing'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { plainRows } from '@/src/lib/plainRows'
import { isOwnOrigin, type Surface, surfaces, tokenIn } from './cookies'
import { signInSettings } from './signInSettings'

export type SessionRow = {
  id: string
  sessionId: string
  userId: string
  surface: string
  startedAt: string
  absoluteExpiresAt: string
  lastSeenAt?: string | null
  revokedAt?: string | null
  mfaAt?: string | null
  passwordAt?: string | null
  /** The patient whose pages a portal account has open. */
  actingFor?: string | null
  challenge?: string | null
  challengeAt?: string | null
}

export type UserRow = StoredRow & {
  email: string
  isActive?: boolean
  hasFactor?: boolean | null
  passwordHash?: string | null
}

export type LiveSession = {
  surface: Surface
  session: SessionRow
  user: UserRow
  standing: Standing
  /** When it ends if nothing more is done. */
  endsAt: Date
}

const seenEveryMs = 60_000

/** What our pages ask by themselves, and what Next fetches before anybody clicks. */
const isBackground = (headers: Headers): boolean =>
  headers.has('x-background') ||
  headers.has('next-router-prefetch') ||
  (headers.get('sec-purpose') ?? '').startsWith('prefetch')

/** Notes that the person is there, at most once a minute. */
const markSeen = async (payload: BasePayload, session: SessionRow): Promise<void> => {
  const wall = clock.wall()
  const last = new Date(session.lastSeenAt ?? session.startedAt).getTime()
  if (wall.getTime() - last < seenEveryMs) return
  session.lastSeenAt = wall.toISOString()
  try {
    await payload.db.updateOne({
      collection: 'auth-sessions',
      id: session.id,
      data: { lastSeenAt: session.lastSeenAt },
    })
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'A session could not be marked as seen' })
  }
}

/**
 * The session a request carries, however far it reaches. Null when it is missing, revoked, idle for too
 * long or over, when its person is gone, or when another site sent it. Asked of the database each time.
 */
export const liveSession = async (
  payload: BasePayload,
  headers: Headers,
  surface: Surface,
): Promise<LiveSession | null> => {
  const token = tokenIn(headers, surface)
  if (!token || !isOwnOrigin(headers)) return null
  const [session] = await plainRows<SessionRow>(payload, {
    slug: 'auth-sessions',
    column: 'tokenHash',
    values: [sha256(token)],
  })
  if (!session || session.surface !== surface || session.revokedAt) return null
  const settings = await signInSettings(payload)
  const idleMinutes = surface === 'staff' ? settings.staffIdleMinutes : settings.portalIdleMinutes
  if (idleEndOf({ ...session, idleMinutes }) <= clock.wall()) return null
  const [user] = await plainRows<UserRow>(payload, {
    slug: surfaces[surface].collection,
    column: 'id',
    values: [session.userId],
  })
  if (!user || user.isActive === false) return null
  if (!isBackground(headers)) await markSeen(payload, session)
  const standing = standingOf({
    surface,
    mfaAt: session.mfaAt,
    hasFactor: user.hasFactor === true,
    isFactorRequired: settings.isFactorRequired,
  })
  return { surface, session, user, standing, endsAt: idleEndOf({ ...session, idleMinutes }) }
}
