import type { PayloadRequest } from 'payload'
import { sessionCookie, surfaces } from '@/access/session/cookies'
import type { LiveSession } from '@/access/session/live'
import { signInSettings } from '@/access/session/signInSettings'
import { factorsOf } from '@/hooks/factors/rows'
import { clock } from '@/src/lib/clock'
import { noStore, ownerOf } from './request'

/** How long before the end a page says so. */
const warnSeconds = 120

/** The ways in which this person can show a factor; none before there is one. */
const methodsOf = async (req: PayloadRequest, live: LiveSession): Promise<string[]> => {
  const kinds = (await factorsOf(req.payload, ownerOf(live))).map(({ kind }) => kind)
  return kinds.length ? [...new Set([...kinds, 'recovery'])] : []
}

/** What a page needs to know of its session: how far it reaches, when it ends, what to ask for. */
export const sessionFacts = async (req: PayloadRequest, live: LiveSession) => {
  const { surface, session, standing, endsAt, user } = live
  const settings = await signInSettings(req.payload)
  const isWhole = standing === 'full'
  return {
    standing,
    methods: user.hasFactor ? await methodsOf(req, live) : [],
    secondsLeft: Math.max(0, Math.floor((endsAt.getTime() - clock.wall().getTime()) / 1000)),
    endsAt: endsAt.toISOString(),
    absoluteEndsAt: session.absoluteExpiresAt,
    idleMinutes: surface === 'staff' ? settings.staffIdleMinutes : settings.portalIdleMinutes,
    warnSeconds,
    ...(isWhole ? { user: { id: user.id, collection: surfaces[surface].collection } } : {}),
  }
}

/** The answer to a step of signing in; `token` becomes the cookie, `more` are further cookies. */
export const sessionAnswer = async (
  req: PayloadRequest,
  live: LiveSession,
  { message, token, more = [] }: { message: string; token?: string; more?: readonly string[] },
): Promise<Response> => {
  const response = Response.json(
    { message, ...(await sessionFacts(req, live)) },
    { headers: noStore },
  )
  if (token) response.headers.append('Set-Cookie', sessionCookie(live.surface, token))
  for (const cookie of more) response.headers.append('Set-Cookie', cookie)
  return response
}
