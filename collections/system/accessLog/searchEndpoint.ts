import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { parseInput } from '@/hooks/parseInput'
import { Refusal } from '@/src/lib/errors'
import { filterOf, filterSchema } from './filterInput'
import { findEvents, type LogFilter } from './findEvents'
import { inWords } from './namedEvents'

const pageSize = 50

/** Throws unless the table lets this person use the log in this way. */
export const requireLogRight = (req: PayloadRequest, verb: 'read' | 'export'): void => {
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  if (isGranted(req, 'audit-events', verb)) return
  throw new Refusal(
    'not-granted',
    verb === 'read'
      ? 'The access log is for compliance and the owner.'
      : 'Only compliance exports the access log. Ask them for it.',
  )
}

/** Looking at the log is itself in the log, with the patient it was searched for. */
export const noteLogUse = (
  req: PayloadRequest,
  {
    action,
    filter,
    count,
    purpose,
  }: { action: 'read' | 'export'; filter: LogFilter; count: number; purpose?: string },
): Promise<void> =>
  audit(req, {
    action,
    outcome: action === 'read' ? 'seen' : 'done',
    collection: 'audit-events',
    patientIds: filter.patient ? [filter.patient] : [],
    fields: Object.entries(filter)
      .filter(([, value]) => value)
      .map(([name]) => name),
    reason: action === 'export' ? `${count} lines` : undefined,
    purpose,
  })

/**
 * GET /api/audit-events/search?patient&actor&action&from&to&before: lines of the access log in words, newest
 * first, and where the older ones begin. For compliance and the owner.
 */
export const searchEndpoint = door('policy', {
  method: 'get',
  path: '/search',
  handler: async (req) => {
    requireLogRight(req, 'read')
    const input = parseInput(filterSchema, { ...req.query })
    const filter = filterOf(input)
    const page = await findEvents(req.payload, {
      filter,
      before: input.before ?? null,
      size: pageSize,
    })
    await noteLogUse(req, { action: 'read', filter, count: page.rows.length })
    return Response.json({ lines: await inWords(req, page.rows), next: page.next })
  },
})
