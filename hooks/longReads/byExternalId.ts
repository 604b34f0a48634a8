import type { CollectionSlug, Endpoint } from 'payload'
import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { notFound, Refusal } from '@/src/lib/errors'

/** GET /api/<collection>/by-external-id/<value>: the record that the asking client gave this name to. */
export const byExternalId = (slug: CollectionSlug): Endpoint =>
  door('policy', {
    method: 'get',
    path: '/by-external-id/:value',
    handler: async (req) => {
      const client = actorOf(req)
      if (client.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
      if (client.kind !== 'apiClient' || !isGranted(req, 'external-ids', 'read'))
        throw new Refusal(
          'not-granted',
          'Only software that was granted external ids asks by them.',
        )
      const named = await req.payload.db.findOne<{ id: string; recordId: string }>({
        collection: 'external-ids',
        where: {
          and: [
            { client: { equals: client.id } },
            { collectionSlug: { equals: slug } },
            { value: { equals: String(req.routeParams?.['value'] ?? '') } },
            { isCurrent: { equals: true } },
          ],
        },
      })
      if (!named) throw notFound()
      return Response.json(await asUser(req).findByID({ collection: slug, id: named.recordId }))
    },
  })
