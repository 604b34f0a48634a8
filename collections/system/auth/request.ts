import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { isOwnOrigin, isSurface, type Surface, surfaces } from '@/access/session/cookies'
import { type LiveSession, liveSession } from '@/access/session/live'
import type { Owner } from '@/hooks/factors/rows'
import { notFound, Refusal } from '@/src/lib/errors'

export type Handler = (req: PayloadRequest, surface: Surface) => Promise<Response>

export const noStore = { 'Cache-Control': 'no-store' }

export const surfaceOf = (req: PayloadRequest): Surface => {
  const surface = req.routeParams?.['surface']
  if (!isSurface(surface)) throw notFound()
  return surface
}

export const bodyOf = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  await addDataAndFileToRequest(req)
  if (!isOwnOrigin(req.headers))
    throw new Refusal('not-granted', 'This form belongs to another site.')
  const body: unknown = req.data ?? {}
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('invalid', 'The body must be a JSON object.')
  return body as Record<string, unknown>
}

export const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** The session of the caller, however far it reaches; throws 401 without one. */
export const sessionAt = async (req: PayloadRequest, surface: Surface): Promise<LiveSession> => {
  const live = await liveSession(req.payload, req.headers, surface)
  if (!live) throw new Refusal('signed-out', 'Sign in first.')
  return live
}

/** The same for what only who signed in whole may do. */
export const wholeSessionAt = async (
  req: PayloadRequest,
  surface: Surface,
): Promise<LiveSession> => {
  const live = await sessionAt(req, surface)
  if (live.standing !== 'full') throw new Refusal('signed-out', 'Sign in first.')
  return live
}

export const ownerOf = ({ surface, user }: LiveSession): Owner => ({ surface, userId: user.id })

/** What an access-log entry about this person names. */
export const aboutUser = ({ surface, userId }: Owner) => ({
  collection: surfaces[surface].collection,
  recordIds: [userId],
})
