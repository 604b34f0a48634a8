import type { BasePayload, PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { randomToken, sha256 } from '@/src/lib/crypto'
import { type Surface, surfaces } from './cookies'

/** Opens a session after the password was shown; answers the cookie's value, stored only as a hash. */
export const openSession = async (
  payload: BasePayload,
  { surface, userId, agent }: { surface: Surface; userId: string; agent: string },
): Promise<string> => {
  const token = randomToken()
  const wall = clock.wall()
  const expires = new Date(wall.getTime() + surfaces[surface].hours * 3_600_000)
  await payload.db.create({
    collection: 'auth-sessions',
    data: {
      sessionId: randomToken(18),
      tokenHash: sha256(token),
      surface,
      userId,
      startedAt: wall.toISOString(),
      absoluteExpiresAt: expires.toISOString(),
      passwordAt: wall.toISOString(),
      mfaAt: null,
      revokedAt: null,
      uaHash: agent ? sha256(agent).slice(0, 16) : '',
    },
  })
  return token
}

type SessionRow = { id: string; sessionId: string }

type Ending = {
  surface: Surface
  userId: string
  /** The session that goes on. */
  keep?: string
  /** The sessions end in this request's transaction. */
  req?: PayloadRequest
}

/** Ends every open session of a user, or all but one. */
export const revokeSessions = async (
  payload: BasePayload,
  { surface, userId, keep, req }: Ending,
): Promise<number> => {
  const { docs } = await payload.db.find<SessionRow>({
    collection: 'auth-sessions',
    where: {
      and: [
        { surface: { equals: surface } },
        { userId: { equals: userId } },
        { revokedAt: { exists: false } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
  })
  const ending = docs.filter((row) => row.sessionId !== keep)
  for (const row of ending) {
    await payload.db.updateOne({
      collection: 'auth-sessions',
      id: row.id,
      data: { revokedAt: clock.wall().toISOString() },
      req,
    })
  }
  return ending.length
}
