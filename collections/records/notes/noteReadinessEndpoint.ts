import type { Endpoint } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { loadSettings } from '@/hooks/loadSettings'
import { noteChecksOf, noteFactsOf } from '@/hooks/rules/records/noteFacts'
import type { Row } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'

/** GET /api/progress-notes/:id/readiness: what is there and what is missing before signing (R49, R51). */
export const noteReadinessEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/:id/readiness',
  handler: async (req) => {
    if (actorOf(req).kind !== 'staff') throw notFound()
    const id = String(req.routeParams?.['id'] ?? '')
    const note = (await asUser(req).findByID({ collection: 'progress-notes', id })) as Row // any record is one
    const facts = await noteFactsOf(factReader(req), note)
    const settings = await loadSettings(req, {})
    const checks = noteChecksOf(note, facts, { settings, today: practiceToday() })
    return Response.json({ isReady: checks.every(({ ok }) => ok), checks })
  },
})
