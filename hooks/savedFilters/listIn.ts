import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { isGranted } from '@/access/decide'
import { type Actor, actorOf } from '@/access/principal'
import { notFound, Refusal } from '@/src/lib/errors'

type List = { actor: Actor; config: SanitizedCollectionConfig; slug: CollectionSlug }

/** The list that an address names, for those who may read it. */
export const listIn = (req: PayloadRequest): List => {
  const actor = actorOf(req)
  if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  const slug = String(req.routeParams?.['list'] ?? '')
  const config = req.payload.collections[slug as CollectionSlug]?.config
  if (!config || actor.kind !== 'staff' || !isGranted(req, slug, 'read')) throw notFound()
  return { actor, config, slug: config.slug as CollectionSlug }
}
