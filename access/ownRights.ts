import { type Endpoint, getAccessResults } from 'payload'
import { Refusal } from '@/src/lib/errors'
import { door } from './doors'
import { actorOf } from './principal'

const verbs = ['create', 'read', 'update', 'delete', 'readVersions'] as const

const isHeld = (rights: unknown): boolean =>
  Boolean(rights) &&
  typeof rights === 'object' &&
  verbs.some((verb) => Boolean((rights as Record<string, unknown>)[verb]))

const heldIn = (rights: object | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(rights ?? {})
      .filter(([, each]) => isHeld(each))
      .map(([slug, each]) => [slug, withoutFilters(each)]),
  )

/** A right without the filter behind it, which names records by their ids, also those that are kept from the caller. */
const withoutFilters = (rights: unknown): unknown => {
  if (typeof rights !== 'object' || rights === null) return rights
  const entries = Object.entries(rights).filter(
    ([name]) => !('permission' in rights && name === 'where'),
  )
  return Object.fromEntries(entries.map(([name, each]) => [name, withoutFilters(each)]))
}

/**
 * What the caller may do. Payload's own endpoint answers anybody, with the columns of every collection;
 * here it needs an account and leaves out what the caller holds nothing in.
 */
export const ownRightsEndpoint: Endpoint = door('self', {
  method: 'get',
  path: '/access',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    const { collections, globals, ...rest } = await getAccessResults({ req })
    return Response.json({ ...rest, collections: heldIn(collections), globals: heldIn(globals) })
  },
})
