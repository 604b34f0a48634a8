import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { type Place, resumeAt } from '@/src/domain/api/cursor'
import type { StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { takeAfter } from './pageAfter'
import { beyond, cursorAt, givenPlace, placeOf } from './places'
import { removalsAfter, stillThere } from './removals'

const standardLimit = 100
const mostAtOnce = 1000

const limitOf = (given: unknown): number => {
  if (given === undefined || given === '') return standardLimit
  const limit = Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostAtOnce) return limit
  throw new Refusal('invalid', [
    { path: 'limit', message: `limit must be a whole number from 1 to ${mostAtOnce}.` },
  ])
}

const requireReader = async (req: PayloadRequest, slug: string): Promise<void> => {
  if ((await decide(req, slug, 'read')) !== false) return
  throw actorOf(req).kind === 'anonymous'
    ? new Refusal('signed-out', 'Sign in first.')
    : new Refusal('not-granted', 'You may not read these records.')
}

type Removed = { id: string; removedAt: string }

type Event = { place: Place; doc?: StoredRow; removed?: Removed }

const inOrder = ({ place: a }: Event, { place: b }: Event): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1

type Reading = { slug: CollectionSlug; begun: Place | null; since: string; limit: number }

const written = async (req: PayloadRequest, { slug, begun, limit }: Reading): Promise<Event[]> => {
  const { docs } = await asUser(req).find({
    collection: slug,
    where: beyond('updatedAt', begun) ?? {},
    sort: ['updatedAt', 'id'],
    limit,
    pagination: false,
  })
  return (docs as unknown as StoredRow[]).map((doc) => ({ place: placeOf('updatedAt', doc), doc })) // read by column
}

/** Ids alone, for those who read every record of the kind: nobody learns of one that was never in their reach. */
const removed = async (
  req: PayloadRequest,
  { slug, begun, since, limit }: Reading,
): Promise<Event[]> => {
  if (!begun || (await decide(req, slug, 'read')) !== true) return []
  const removals = await removalsAfter(req, { slug, place: begun, since, limit })
  return removals.map(({ recordId, removedAt }) => ({
    place: { at: removedAt, id: recordId },
    removed: { id: recordId, removedAt },
  }))
}

/**
 * GET /api/<collection>/changes?after=&limit=: records in the caller's reach in the order in which they were last
 * written, voided ones as they are, and the ids of those that were really removed since the reading began. The
 * answer's `after` is where to go on, at once while `hasMore` and some time later otherwise; a record may come
 * twice, never not at all.
 */
export const changesEndpoint = (slug: CollectionSlug): Endpoint =>
  door('policy', {
    method: 'get',
    path: '/changes',
    handler: async (req) => {
      await requireReader(req, slug)
      takeAfter(req)
      const { after, limit: givenLimit } = req.query ?? {}
      const limit = limitOf(givenLimit)
      const begun = givenPlace(after)
      const now = clock.wall()
      const since = begun ? (begun.since ?? begun.at) : now.toISOString()
      const reading = { slug, begun, since, limit }
      const streams = [await written(req, reading), await removed(req, reading)]
      const events = streams.flat().sort(inOrder).slice(0, limit)
      const gone = events.flatMap((event) => event.removed ?? [])
      const there = await stillThere(
        req,
        slug,
        gone.map(({ id }) => id),
      )
      const last = events.at(-1)?.place ?? null
      const hasMore = events.length === limit
      const next = hasMore ? last : resumeAt({ last, begun, now })
      return Response.json({
        docs: events.flatMap(({ doc }) => doc ?? []),
        removed: gone.filter(({ id }) => !there.has(id)),
        after: next ? cursorAt({ ...next, since }) : '',
        hasMore,
      })
    },
  })
