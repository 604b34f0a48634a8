import { z } from 'zod'
import { decideRow } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { parseInput } from '@/hooks/parseInput'
import { notFound, Refusal } from '@/src/lib/errors'
import { whoSaw } from './whoSaw'

const schema = z.object({
  before: z.iso.datetime('The place to go on from is not an instant.').optional(),
})

/**
 * GET /api/patients/:id/who-saw?before: for patients, about themselves: who of the practice opened or changed
 * their record, with name and role, when, and which part of it.
 */
export const whoSawEndpoint = door('policy', {
  method: 'get',
  path: '/:id/who-saw',
  handler: async (req) => {
    const actor = actorOf(req)
    if (actor.kind === 'anonymous' || !actor.id) throw new Refusal('signed-out', 'Sign in first.')
    if (actor.kind !== 'patient') {
      throw new Refusal(
        'not-granted',
        'This list is for patients, about their own record. Compliance has the access log.',
      )
    }
    const patientId = String(req.routeParams?.['id'] ?? '')
    const isOwn =
      patientId === actor.patientId && (await decideRow(req, 'patients', 'read', { id: patientId }))
    if (!isOwn) throw notFound()
    const { before = null } = parseInput(schema, { ...req.query })
    await audit(req, {
      action: 'read',
      outcome: 'seen',
      collection: 'audit-events',
      patientIds: [patientId],
    })
    return Response.json(await whoSaw(req, { patientId, ownId: actor.id, before }))
  },
})
