import type { Endpoint } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { assessmentChecksOf, assessmentFactsOf } from '@/hooks/rules/records/noteFacts'
import type { Row } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

/** GET /api/intake-assessments/:id/readiness: what is there and what is missing before signing. */
export const assessmentReadinessEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/:id/readiness',
  handler: async (req) => {
    if (actorOf(req).kind !== 'staff') throw notFound()
    const id = String(req.routeParams?.['id'] ?? '')
    const record = (await asUser(req).findByID({ collection: 'intake-assessments', id })) as Row // any record is one
    const facts = await assessmentFactsOf(factReader(req), record)
    const checks = assessmentChecksOf(record, facts, { today: practiceToday() })
    return Response.json({ isReady: checks.every(({ ok }) => ok), checks })
  },
})
