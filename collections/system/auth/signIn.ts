import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import {
  endedCookie,
  knownBrowser,
  knownBrowserCookie,
  type Surface,
  sessionCookie,
  surfaces,
} from '@/access/session/cookies'
import { type LiveSession, liveSession, type UserRow } from '@/access/session/live'
import { openSession } from '@/access/session/open'
import { audit } from '@/hooks/audit/writer'
import { type AttemptKind, countAttempt, forgetAttempts, takeBackAttempt } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { isPassword, sha256 } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { addressOf } from '@/src/lib/http/addressOf'
import { networkOf } from '@/src/lib/website/rateLimit'
import { sessionAnswer } from './answers'
import { bodyOf, type Handler, noStore, text } from './request'

export const userByEmail = (
  req: PayloadRequest,
  surface: Surface,
  email: string,
): Promise<UserRow | null> =>
  req.payload.db.findOne<UserRow>({
    collection: surfaces[surface].collection,
    where: { email: { equals: email.toLowerCase() } },
  })

/** How attempts at an address are told apart in the log without the address. */
export const addressMark = (email: string): string =>
  email ? sha256(email.toLowerCase()).slice(0, 16) : ''

type Counted = { kind: AttemptKind; key: string }

/** A browser in which somebody signed in to the account before counts by itself: no stranger shuts it out. */
const countsAs = (
  req: PayloadRequest,
  surface: Surface,
  { email, user }: { email: string; user: UserRow | null },
): Counted => {
  const browser = user ? knownBrowser(req.headers, surface, user.id) : null
  return browser
    ? { kind: 'known-browser', key: `${surface}|${browser}` }
    : { kind: `sign-in-${surface}`, key: email.toLowerCase() }
}

/** Opens a session for who showed the password; the answer says whether a factor is still to come. */
export const openFor = async (
  req: PayloadRequest,
  surface: Surface,
  { userId, message }: { userId: string; message: string },
): Promise<Response> => {
  const token = await openSession(req.payload, {
    surface,
    userId,
    agent: req.headers.get('user-agent') ?? '',
    ip: addressOf(req.headers),
  })
  const live = await liveSession(req.payload, withToken(req.headers, surface, token), surface)
  if (!live) throw new Refusal('signed-out', 'This account is closed. Ask the practice.')
  return sessionAnswer(req, live, { message, token, more: cookiesFor(live) })
}

// The factor makes a browser known where there is one; the password alone does elsewhere.
const cookiesFor = ({ surface, standing, user }: LiveSession): string[] =>
  standing === 'full' ? [knownBrowserCookie(surface, user.id)] : []

const withToken = (given: Headers, surface: Surface, token: string): Headers => {
  const headers = new Headers(given)
  headers.set('cookie', (sessionCookie(surface, token).split(';')[0] ?? '').trim())
  return headers
}

export const login: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  const email = text(body['email'])
  const password = typeof body['password'] === 'string' ? body['password'] : ''
  const network = networkOf(req.headers)
  await countAttempt(req, 'network', network)
  const user = email ? await userByEmail(req, surface, email) : null
  const counted = countsAs(req, surface, { email, user })
  await countAttempt(req, counted.kind, counted.key)
  const hash = user?.isActive === false ? null : (user?.passwordHash ?? null)
  const isRight = await isPassword(password, hash)
  const { collection } = surfaces[surface]
  const about = { action: 'sign-in', collection, reason: addressMark(email) }
  if (!user || !isRight) {
    await audit(req, { ...about, outcome: 'refused' })
    throw new Refusal(
      'signed-out',
      'That e-mail address and password do not fit together. Try again, or choose a new password.',
    )
  }
  await forgetAttempts(req.payload, counted.kind, counted.key)
  await takeBackAttempt(req.payload, 'network', network)
  await audit(req, { ...about, outcome: 'done', recordIds: [user.id] })
  return openFor(req, surface, { userId: user.id, message: 'Signed in.' })
}

export const logout: Handler = async (req, surface) => {
  const live = await liveSession(req.payload, req.headers, surface)
  if (live) {
    await req.payload.db.updateOne({
      collection: 'auth-sessions',
      id: live.session.id,
      data: { revokedAt: clock.wall().toISOString() },
    })
    await audit(req, {
      action: 'sign-out',
      outcome: 'done',
      collection: surfaces[surface].collection,
      recordIds: [live.user.id],
    })
  }
  return Response.json(
    { message: 'Signed out.' },
    { headers: { ...noStore, 'Set-Cookie': endedCookie(surface) } },
  )
}

// Payload's admin leaves the page by itself at this moment, and what was typed with it. The session ends
// earlier, on the server; our own page says so and keeps what is typed.
const pageSeconds = 36 * 3600

export const me: Handler = async (req, surface) => {
  const actor = actorOf(req)
  if (!actor.id || actor.session?.surface !== surface)
    return Response.json({ user: null }, { headers: noStore })
  const user = req.user as unknown as Record<string, unknown> // staff or portal user
  const shown = {
    id: actor.id,
    email: user['email'],
    name: user['name'],
    roles: user['roles'],
    collection: user['collection'],
  }
  const exp = Math.floor(clock.wall().getTime() / 1000) + pageSeconds
  return Response.json({ user: shown, exp, strategy: `session-${surface}` }, { headers: noStore })
}

export const refresh: Handler = async (req, surface) => {
  const actor = actorOf(req)
  if (!actor.id || actor.session?.surface !== surface)
    throw new Refusal('signed-out', 'Sign in again.')
  return me(req, surface)
}
