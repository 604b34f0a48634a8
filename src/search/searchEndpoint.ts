import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { z } from 'zod'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { soughtIn } from '../domain/intake/searchQuery'
import { parseDay } from '../domain/parseDay'
import { Refusal } from '../lib/errors'
import { practiceToday } from '../lib/practiceZone'
import { findClaims, findPeople } from './findPeople'
import { findScreens } from './findScreens'

const input = z.object({ query: z.string().trim().max(100) })

/**
 * `POST /api/search` with `{ query }`: people by the beginning of a name, birth date or phone, claims by
 * number, and the office's screens, within the caller's scope. What is looked for never stands in an
 * address; who was found is in the access log.
 */
export const searchEndpoint: Endpoint = door('policy', {
  method: 'post',
  path: '/search',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind !== 'staff' && actor.kind !== 'apiClient')
      throw new Refusal('signed-out', 'Sign in first.')
    await addDataAndFileToRequest(req)
    const parsed = input.safeParse(req.data ?? {})
    if (!parsed.success) throw new Refusal('invalid', 'Send what to look for as "query".')
    const { query } = parsed.data
    const sought = soughtIn(query, (text) => parseDay(text, practiceToday()))
    // One after the other: a MongoDB transaction takes one question at a time.
    const people = await findPeople(req, sought)
    const claims = await findClaims(req, sought)
    return Response.json(
      { people, claims, screens: findScreens(actor, query) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
})
