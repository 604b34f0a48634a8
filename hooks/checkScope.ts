import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook, Where } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decide, decideRow, isGranted } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'

/** PATCH and DELETE of what one cannot reach answer like GET: not found. */
export const hideOutOfScope: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
  overrideAccess,
}) => {
  const { id } = args as { id?: unknown } // update and delete arguments
  if (overrideAccess || (operation !== 'update' && operation !== 'delete') || id === undefined)
    return args
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  if (!isId(id)) throw notFound()
  // Somebody who may not change this kind of record is told so only about records they can see.
  const isHeld = isGranted(req, collection.slug, operation)
  const scope = await decide(req, collection.slug, isHeld ? operation : 'read')
  // Before any rule speaks: what a rule would say is for those who may do it at all.
  const notGranted = new Refusal('not-granted', 'You may not change records of this kind.')
  if (scope === false && !isHeld) throw notGranted
  const named: Where = { id: { equals: id } }
  const where = scope === true ? named : { and: [named, scope as Where] }
  const isThere =
    scope !== false &&
    (await req.payload.db.count({ collection: collection.slug, where, req })).totalDocs > 0
  if (!isThere) throw notFound()
  if (!isHeld) throw notGranted
  return args
}

/** Nobody moves a record out of, or creates one beyond, a scope they do not hold. */
export const checkScopeAfter: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (systemMarkOf(req)) return data
  const row = { ...originalDoc, ...data }
  if (await decideRow(req, collection.slug, operation, row)) return data
  throw new Refusal('not-granted', [
    {
      path: 'patient',
      message: 'You cannot keep a record outside your own area. Choose somebody on your list.',
    },
  ])
}
