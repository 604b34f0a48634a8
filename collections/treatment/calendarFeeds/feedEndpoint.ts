import type { BasePayload, PayloadRequest, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { door } from '@/access/doors'
import { audit } from '@/hooks/audit/writer'
import { type CalendarEvent, calendarFile } from '@/src/domain/calendar/ics'
import { rolesOn } from '@/src/domain/people/roleEnds'
import type { StoredRow } from '@/src/domain/row'
import { callerAddress } from '@/src/lib/callerAddress'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { notFound } from '@/src/lib/errors'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { countAgainst } from '@/src/lib/rateLimits'
import { hashFeedToken } from './feedToken'

const dayMs = 86_400_000
const daysBack = 90
const daysAhead = 400
const mostEvents = 5000

// A program that asks every five minutes is within; one that tries words is not.
const perFeed = { name: 'calendar-feed', points: 60, seconds: 3600 }
const perAddress = { name: 'calendar-feed-unknown', points: 30, seconds: 3600 }

const tooOften = (seconds: number): Response =>
  new Response('Too many requests. Try again later.\n', {
    status: 429,
    headers: { 'retry-after': String(seconds), 'content-type': 'text/plain; charset=utf-8' },
  })

/** Whose sessions a feed shows; null once the person behind it may not see them themselves. */
const ownerOf = async (payload: BasePayload, feed: StoredRow): Promise<Where | null> => {
  const one = (collection: string, id: unknown): Promise<StoredRow | null> =>
    payload.db.findOne<StoredRow>({ collection, where: { id: { equals: String(id) } } })
  if (feed['staff']) {
    const person = await one('staff', feed['staff'])
    const roles = person?.['isActive'] === true ? rolesOn(person, practiceToday()) : []
    const isSeen = roles.some((role) => role === 'clinician' || role === 'intern')
    return isSeen ? { clinician: { equals: String(feed['staff']) } } : null
  }
  const account = await one('portal-users', feed['portalUser'])
  const isOwn = account?.['isActive'] === true && account['patient'] === feed['patient']
  return isOwn ? { patient: { equals: String(feed['patient']) } } : null
}

const cancelled = new Set(['cancelled', 'noShow'])

const isoOf = (value: unknown): string => new Date(String(value)).toISOString()

const eventOf = (row: StoredRow): CalendarEvent => ({
  uid: `${row.id}@calendar`,
  sequence: Number(row['rev'] ?? 0),
  changedAt: isoOf(row['updatedAt']),
  startsAt: isoOf(row['startsAt']),
  endsAt: isoOf(row['endsAt']),
  zone: String(row['zone'] || practiceZone()),
  isCancelled: cancelled.has(String(row['status'])),
})

const eventsOf = async (req: PayloadRequest, whose: Where): Promise<CalendarEvent[]> => {
  const now = clock.now().getTime()
  const at = (days: number): string => new Date(now + days * dayMs).toISOString()
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'appointments',
    where: {
      and: [
        whose,
        { startsAt: { greater_than: at(-daysBack) } },
        { startsAt: { less_than: at(daysAhead) } },
      ],
    },
    sort: 'startsAt',
    limit: mostEvents,
    pagination: false,
  })
  return docs.map(eventOf)
}

const hourMs = 3_600_000

/** When a program last read the feed, at most once an hour. */
const noteUse = async (payload: BasePayload, feed: StoredRow): Promise<void> => {
  const now = clock.wall()
  const known = feed['lastReadAt'] ? new Date(String(feed['lastReadAt'])).getTime() : 0
  if (now.getTime() - known < hourMs) return
  await payload.db.updateOne({
    collection: 'calendar-feeds',
    id: feed.id,
    data: { lastReadAt: now.toISOString() },
  })
}

const fileHeaders = (file: string): Record<string, string> => ({
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'attachment; filename="calendar.ics"',
  'cache-control': 'private, no-cache',
  etag: `"${sha256(file).slice(0, 32)}"`,
})

/**
 * GET /api/calendar-feeds/read/<token>: sessions as a calendar file for whoever holds the address (R109). Every
 * reading is in the access log.
 */
export const feedEndpoint = door('token', {
  method: 'get',
  path: '/read/:token',
  handler: async (req) => {
    const { payload } = req
    const token = String(req.routeParams?.['token'] ?? '').replace(/\.ics$/, '')
    const feed = await payload.db.findOne<StoredRow>({
      collection: 'calendar-feeds',
      where: {
        and: [{ tokenHash: { equals: hashFeedToken(token) } }, { isActive: { equals: true } }],
      },
    })
    const whose = feed ? await ownerOf(payload, feed) : null
    if (!feed || !whose) {
      const counted = await countAgainst(payload, perAddress, callerAddress(req.headers))
      if (!counted.isWithin) return tooOften(counted.resetSeconds)
      throw notFound()
    }
    const counted = await countAgainst(payload, perFeed, feed.id)
    if (!counted.isWithin) return tooOften(counted.resetSeconds)
    const system = await asSystem(req, 'Calendar feed')
    await audit(system.req, {
      action: 'read',
      outcome: 'seen',
      collection: 'calendar-feeds',
      recordIds: [feed.id],
    })
    await noteUse(payload, feed)
    const file = calendarFile(await eventsOf(system.req, whose))
    const headers = fileHeaders(file)
    if (req.headers.get('if-none-match') === headers['etag'])
      return new Response(null, { status: 304, headers })
    return new Response(file, { headers })
  },
})
