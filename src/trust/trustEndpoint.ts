import type { Endpoint } from 'payload'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { Refusal } from '../lib/errors'
import { readTrust } from './readTrust'

/** `GET /api/trust`: what reviewers ask, answered from live data, for those who read the access log. */
export const trustEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/trust',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (!isGranted(req, 'audit-events', 'read'))
      throw new Refusal('not-granted', 'These answers are for owner and compliance.')
    return Response.json(
      { groups: await readTrust(req) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
})
