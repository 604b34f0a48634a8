import {
  addDataAndFileToRequest,
  type CollectionSlug,
  docAccessOperation,
  docAccessOperationGlobal,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { notFound } from '@/src/lib/errors'
import { asUser } from './asSystem'
import { decide } from './decide'
import { door } from './doors'
import { actorOf } from './principal'

const isReachable = async (req: PayloadRequest, slug: string, id: string): Promise<boolean> => {
  const scope = await decide(req, slug, 'read')
  if (scope === false) return false
  const named = { id: { equals: id } }
  const where = scope === true ? named : { and: [named, scope] }
  return (await req.payload.db.count({ collection: slug, where, req })).totalDocs > 0
}

/**
 * What the person may do with one record; the admin's form asks after every save. Payload's own
 * endpoint also answers about records out of reach, which tells that they exist: here they are 404.
 */
export const documentAccess = (slug: string): Endpoint =>
  door('policy', {
    method: 'post',
    path: '/access/:id?',
    handler: async (req) => {
      const id = req.routeParams?.['id']
      if (actorOf(req).kind !== 'staff' || typeof id !== 'string') throw notFound()
      const collection = req.payload.collections[slug as CollectionSlug] // registered under this slug
      if (!collection || !(await isReachable(req, slug, id))) throw notFound()
      await addDataAndFileToRequest(req)
      const isFormState = req.data && Object.keys(req.data).length > 0
      // Without the form's state Payload would read the record past its access; here the person reads it.
      const data = isFormState
        ? req.data
        : await asUser(req).findByID({ collection: slug as CollectionSlug, id })
      return Response.json(await docAccessOperation({ id, collection, data: data as never, req })) // a record of this collection
    },
  })

/** The same of a global, for those of the staff who may read it; the form of the admin asks after every save. */
export const globalAccess = (slug: string): Omit<Endpoint, 'root'> =>
  door('policy', {
    method: 'post',
    path: '/access',
    handler: async (req) => {
      const globalConfig = req.payload.globals.config.find((each) => each.slug === slug)
      if (actorOf(req).kind !== 'staff' || !globalConfig || !(await decide(req, slug, 'read')))
        throw notFound()
      await addDataAndFileToRequest(req)
      return Response.json(
        await docAccessOperationGlobal({ data: req.data as never, globalConfig, req }), // its own shape
      )
    },
  })
