import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { resumeAt } from '@/src/domain/api/cursor'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { takeAfter } from './pageAfter'
import { beyond, cursorAt, givenPlace, placeOf } from './places'

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

/**
 * GET /api/<collection>/changes?after=&limit=: records in the caller's reach in the order in which they were last
 * written, voided ones as they are. The answer's `after` is where to go on, at once while `hasMore` and some
 * time later otherwise; a record may come twice, never not at all.
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
      const { docs } = await asUser(req).find({
        collection: slug,
        where: beyond('updatedAt', begun) ?? {},
        sort: ['updatedAt', 'id'],
        limit,
        pagination: false,
      })
      const newest = (docs as unknown as Record<string, unknown>[]).at(-1) // read by column
      const last = newest ? placeOf('updatedAt', newest) : null
      const hasMore = docs.length === limit
      const next = hasMore ? last : resumeAt({ last, begun, now })
      return Response.json({ docs, after: cursorAt(next) ?? '', hasMore })
    },
  })
