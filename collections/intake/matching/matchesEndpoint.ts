import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { optionalWholeNumber } from '@/collections/fields/actionInputs'
import { queryOf } from '@/collections/treatment/calendar/queryOf'
import { factReader } from '@/hooks/facts'
import { clock } from '@/src/lib/clock'
import { notFound, Refusal } from '@/src/lib/errors'
import { matchesFor } from './matchesFor'

const query = z.object({
  minutes: optionalWholeNumber({
    min: 20,
    max: 180,
    message: 'minutes must be a whole number from 20 to 180.',
  }),
  days: optionalWholeNumber({
    min: 1,
    max: 60,
    message: 'days must be a whole number from 1 to 60.',
  }),
})

/**
 * `GET /api/inquiries/:id/matches[?minutes][&days]`: of every therapist why they fit or not, best
 * first; the full ones apart (R96).
 */
export const matchesEndpoint = door('policy', {
  method: 'get',
  path: '/:id/matches',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    const id = String(req.routeParams?.['id'] ?? '')
    const inquiry = await asUser(req).findOne({
      collection: 'inquiries',
      where: { id: { equals: id } },
    })
    if (!inquiry) throw notFound()
    const { minutes = 60, days = 14 } = queryOf(req, query)
    const read = factReader(req)
    const stored = await read.one('inquiries', id)
    if (!stored) throw notFound()
    return Response.json(
      await matchesFor(read, { inquiry: stored, minutes, days, now: clock.now() }),
    )
  },
})
