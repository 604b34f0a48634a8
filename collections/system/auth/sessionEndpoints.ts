import type { PayloadRequest } from 'payload'
import type { LiveSession } from '@/access/session/live'
import { revokeSessions } from '@/access/session/open'
import { audit } from '@/hooks/audit/writer'
import type { Owner } from '@/hooks/factors/rows'
import { clock } from '@/src/lib/clock'
import { notFound } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { sessionFacts } from './answers'
import {
  aboutUser,
  bodyOf,
  type Handler,
  noStore,
  ownerOf,
  sessionAt,
  wholeSessionAt,
} from './request'
import { addressMark } from './signIn'

/** How far the caller's session reaches and when it ends. Pages ask with `X-Background`, which extends nothing. */
export const sessionNow: Handler = async (req, surface) =>
  Response.json(await sessionFacts(req, await sessionAt(req, surface)), { headers: noStore })

type Row = {
  id: string
  sessionId: string
  startedAt: string
  lastSeenAt?: string | null
  absoluteExpiresAt: string
  mfaAt?: string | null
  device?: string | null
  ip?: string | null
}

/** One place where a person is signed in, as they may see it. */
export type OpenSession = {
  id: string
  device: string
  ip: string
  startedAt: string
  lastSeenAt: string
  withFactor: boolean
  isThisOne: boolean
}

/** Where a person is signed in, the last seen first. */
export const openSessionsOf = async (
  req: PayloadRequest,
  { surface, userId }: Owner,
  current: string | null,
): Promise<OpenSession[]> => {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'auth-sessions',
    where: {
      and: [
        { surface: { equals: surface } },
        { userId: { equals: userId } },
        { revokedAt: { exists: false } },
        { absoluteExpiresAt: { greater_than: clock.wall().toISOString() } },
      ],
    },
    sort: '-startedAt',
    limit: 50,
    pagination: false,
  })
  return docs
    .map((row) => ({
      id: row.id,
      device: row.device || 'Another program',
      ip: row.ip ?? '',
      startedAt: row.startedAt,
      lastSeenAt: row.lastSeenAt ?? row.startedAt,
      withFactor: Boolean(row.mfaAt),
      isThisOne: row.sessionId === current,
    }))
    .sort((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))
}

export const sessionList: Handler = async (req, surface) => {
  const live = await wholeSessionAt(req, surface)
  const sessions = await openSessionsOf(req, ownerOf(live), live.session.sessionId)
  return Response.json({ sessions }, { headers: noStore })
}

const ended = async (req: PayloadRequest, live: LiveSession, count: number): Promise<Response> => {
  await audit(req, { ...aboutUser(ownerOf(live)), action: 'sessions-ended', outcome: 'done' })
  return Response.json({ message: 'Signed out there.', ended: count }, { headers: noStore })
}

export const sessionEnd: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  const only = String(req.routeParams?.['id'] ?? '')
  if (!isId(only)) throw notFound()
  const count = await revokeSessions(req.payload, { ...ownerOf(live), only })
  if (!count) throw notFound()
  return ended(req, live, count)
}

export const sessionsEndOthers: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  const keep = live.session.sessionId
  return ended(req, live, await revokeSessions(req.payload, { ...ownerOf(live), keep }))
}

const historyActions = [
  'sign-in',
  'factor-shown',
  'sign-out',
  'password-reset-asked',
  'password-set',
  'email-changed',
  'factor-added',
  'factor-removed',
  'recovery-codes-made',
  'sessions-ended',
]

type Event = {
  id: string
  at: string
  action: string
  outcome: string
  reason?: string | null
  ip?: string | null
}

/** The last signings in and changes of one's own, those that failed included. */
export const history: Handler = async (req, surface) => {
  const live = await wholeSessionAt(req, surface)
  const { docs } = await req.payload.db.find<Event>({
    collection: 'audit-events',
    where: {
      and: [
        { action: { in: historyActions } },
        { outcome: { in: ['done', 'refused'] } },
        { collectionSlug: { equals: aboutUser(ownerOf(live)).collection } },
        {
          or: [
            { recordIds: { contains: live.user.id } },
            {
              and: [
                { action: { equals: 'sign-in' } },
                { reason: { equals: addressMark(live.user.email) } },
              ],
            },
          ],
        },
      ],
    },
    sort: '-at',
    limit: 50,
    pagination: false,
  })
  const events = docs.map(({ at, action, outcome, reason, ip }) => ({
    at,
    action,
    outcome,
    method: action === 'factor-shown' ? (reason ?? '') : '',
    ip: ip ?? '',
  }))
  return Response.json({ events }, { headers: noStore })
}
