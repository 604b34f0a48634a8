import type { CollectionBeforeOperationHook, Where } from 'payload'
import { actorOf } from '@/access/principal'
import { within } from '@/access/scopes'
import { notFound } from '@/src/lib/errors'
import { listedIds } from '../directoryListing'

type ReadArgs = { id?: unknown; where?: Where; draft?: boolean }

const nothing: Where = { slug: { equals: ' ' } }

/**
 * R105 on every door: outside the staff, a profile that is not listed is not there, whether asked for
 * by id, in a list, as a count or through another record.
 */
export const showOnlyListed: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || actorOf(req).kind === 'staff') return args
  if (operation !== 'read' && operation !== 'count' && operation !== 'readDistinct') return args
  const { id, where } = args as ReadArgs // arguments of find, findByID and count
  const ids = await listedIds(req)
  if (id !== undefined) {
    if (!ids.includes(String(id))) throw notFound()
    return { ...args, draft: false }
  }
  const listed = within('id', ids) || nothing
  return { ...args, draft: false, where: where ? { and: [where, listed] } : listed }
}
