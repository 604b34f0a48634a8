import type { Endpoint } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { planChecksOf } from '@/hooks/rules/treatment/planChecks'
import type { Row } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'

/** GET /api/treatment-plans/:id/readiness: what the plan has and lacks before it is ready (R26). */
export const planReadinessEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/:id/readiness',
  handler: async (req) => {
    if (actorOf(req).kind !== 'staff') throw notFound()
    const id = String(req.routeParams?.['id'] ?? '')
    const plan = (await asUser(req).findByID({ collection: 'treatment-plans', id })) as Row // any record is one
    const checks = await planChecksOf(factReader(req), plan)
    return Response.json({ isReady: checks.every(({ ok }) => ok), checks })
  },
})
