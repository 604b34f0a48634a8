import type { Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import type { StoredRow } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { findPossiblePeople } from './findPossiblePeople'

/**
 * `GET /api/inquiries/:id/duplicates`: who may be the same person and why (R01). Holds only people the
 * caller may read.
 */
export const duplicatesEndpoint = door('policy', {
  method: 'get',
  path: '/:id/duplicates',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const inquiry = await asUser(req).findOne({
      collection: 'inquiries',
      where: { id: { equals: id } },
    })
    if (!inquiry) throw notFound()
    const stored = await req.payload.db.findOne<StoredRow>({
      collection: 'inquiries',
      where: { id: { equals: id } },
      req,
    })
    const people = stored ? await findPossiblePeople(req, stored) : []
    const readable = await Promise.all(
      (['patients', 'inquiries'] as const).map(async (slug) => {
        const ids = people.filter(({ kind }) => kind === slug).map((person) => person.id)
        const scope = ids.length ? await decide(req, slug, 'read') : false
        if (scope === false) return []
        const named: Where = { id: { in: ids } }
        const { docs } = await asUser(req).find({
          collection: slug,
          where: scope === true ? named : { and: [named, scope] },
          limit: ids.length,
          select: { status: true },
        })
        return docs.map((doc) => `${slug}:${String(doc.id)}`)
      }),
    )
    const allowed = new Set(readable.flat())
    return Response.json({
      linkedTo: stored?.['patient'] ?? null,
      people: people.filter(({ kind, id: personId }) => allowed.has(`${kind}:${personId}`)),
    })
  },
})
