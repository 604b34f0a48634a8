import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { Refusal } from '@/src/lib/errors'
import { type IdempotentCall, idempotencyKeyOf, openIdempotent } from './idempotency'

type Bag = { createKey?: string }

const create = async (req: PayloadRequest, slug: CollectionSlug): Promise<{ id: string }> => {
  const draft = req.query?.['draft'] === 'true'
  const { url, ...data } = (req.data ?? {}) as Record<string, unknown>
  // Payload would fetch a file from an address in the body: here it is what was sent with the request.
  if (url !== undefined && !req.payload.collections[slug]?.config.upload) data['url'] = url
  const doc = await asUser(req).create({ collection: slug, data, draft, file: req.file })
  return doc as { id: string } // every row has an id
}

const resume = (
  req: PayloadRequest,
  slug: string,
  call: IdempotentCall,
): Promise<{ id: string } | null> =>
  req.payload.db.findOne<{ id: string }>({
    collection: slug,
    where: { lastAction: { equals: `create:${call.key}` } },
  })

/** POST /api/<slug>: with an Idempotency-Key, asking twice makes one record. */
export const idempotentCreate = (slug: CollectionSlug): Endpoint =>
  door('policy', {
    method: 'post',
    path: '/',
    handler: async (req) => {
      await addDataAndFileToRequest(req)
      if (!req.data || typeof req.data !== 'object') {
        throw new Refusal('invalid', 'The body must be a JSON object or a form.')
      }
      const givenKey = idempotencyKeyOf(req)
      if (!givenKey) {
        return Response.json({ doc: await create(req, slug), message: 'Saved.' }, { status: 201 })
      }
      const call = await openIdempotent(req, { door: `create ${slug}`, body: req.data, givenKey })
      const known = call.finished
        ? { id: call.finished }
        : call.isRepeat
          ? await resume(req, slug, call)
          : null
      if (known) {
        await call.finish(known.id)
        call.close()
        return Response.json(
          { doc: { id: known.id }, message: 'Saved before.', isReplay: true },
          { status: 200 },
        )
      }
      ;(req.context as Bag).createKey = call.key
      try {
        const doc = await create(req, slug)
        await call.finish(doc.id)
        return Response.json({ doc, message: 'Saved.' }, { status: 201 })
      } catch (error) {
        const made = await resume(req, slug, call)
        if (!made) await call.abandon()
        throw error
      } finally {
        call.close()
      }
    },
  })

export const createKeyOf = (context: unknown): string | null => {
  const bag = context as Bag
  const key = bag.createKey ?? null
  delete bag.createKey
  return key
}
