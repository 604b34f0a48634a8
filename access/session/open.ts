import type { BasePayload, PayloadRequest } from 'payload'
import { deviceWords } from '@/src/domain/signIn/deviceWords'
import { clock } from '@/src/lib/clock'
import { randomToken, sha256 } from '@/src/lib/crypto'
import type { Surface } from './cookies'
import { signInSettings } from './signInSettings'

type Opening = { surface: Surface; userId: string; agent: string; ip?: string }

/** Opens a session after the password was shown; answers the cookie's value, stored only as a hash. */
export const openSession = async (
  payload: BasePayload,
  { surface, userId, agent, ip }: Opening,
): Promise<string> => {
  const token = randomToken()
  const wall = clock.wall()
  const { staffHours, portalHours } = await signInSettings(payload)
  const hours = surface === 'staff' ? staffHours : portalHours
  const expires = new Date(wall.getTime() + hours * 3_600_000)
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
      device: deviceWords(agent),
      ip: ip ?? '',
    },
  })
  return token
}

/** A new cookie for a session that may do more from now on: whoever knew the old one has nothing. */
export const renewToken = async (payload: BasePayload, id: string): Promise<string> => {
  const token = randomToken()
  await payload.db.updateOne({
    collection: 'auth-sessions',
    id,
    data: { tokenHash: sha256(token) },
  })
  return token
}

type SessionRow = { id: string; sessionId: string }

type Ending = {
  surface: Surface
  userId: string
  /** The session that goes on. */
  keep?: string
  /** The one session to end. */
  only?: string
  /** The sessions end in this request's transaction. */
  req?: PayloadRequest
}

/** Ends every open session of a user, all but one, or one. */
export const revokeSessions = async (
  payload: BasePayload,
  { surface, userId, keep, only, req }: Ending,
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
  const ending = docs.filter((row) => row.sessionId !== keep && (!only || row.id === only))
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
