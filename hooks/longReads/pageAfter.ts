import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'
import { Refusal } from '@/src/lib/errors'
import { beyond, cursorAt, givenPlace, placeOf } from './places'

const standardLimit = 100

type Args = {
  id?: unknown
  where?: Where
  limit?: number
  page?: number
  sort?: string | string[]
  select?: Record<string, unknown>
  /** Set here: the answer names the next page. */
  pageSize?: number
}

type Bag = { isPagedAfter?: boolean }

/** The `after` of this request belongs to an endpoint with an order of its own. */
export const takeAfter = ({ context }: PayloadRequest): void => {
  ;(context as Bag).isPagedAfter = true
}

/** When a record was made; the log keeps a time of its own instead. */
const orderOf = ({ flattenedFields }: SanitizedCollectionConfig): 'createdAt' | 'at' => {
  const names = new Set(flattenedFields.map(({ name }) => name))
  return names.has('at') && !names.has('createdAt') ? 'at' : 'createdAt'
}

const refuseBeside = (name: string): never => {
  throw new Refusal('invalid', [
    { path: name, message: `A list read by "after" has an order of its own: leave "${name}" out.` },
  ])
}

/**
 * `GET /api/<collection>?after=`: a long list in an order that stays, oldest first. An empty `after` begins;
 * the answer's `after` goes on and is null at the end. Records made meanwhile come last.
 */
export const pageAfter: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const given = args as Args
  const after = req.query?.['after']
  const bag = req.context as Bag
  const isList = operation === 'read' && given.id === undefined && req.payloadAPI === 'REST'
  if (after === undefined || !isList || bag.isPagedAfter) return args
  // What is populated into the answer is read under the same address.
  takeAfter(req)
  if (given.sort !== undefined) refuseBeside('sort')
  if (given.page !== undefined) refuseBeside('page')
  const column = orderOf(collection)
  const rest = beyond(column, givenPlace(after))
  const limit = given.limit ?? standardLimit
  return {
    ...args,
    limit,
    pageSize: limit,
    pagination: false,
    sort: [column, 'id'],
    where: rest ? (given.where ? { and: [given.where, rest] } : rest) : given.where,
    ...(given.select ? { select: { ...given.select, [column]: true } } : {}),
  }
}

/** Puts the cursor of the next page into the answer. */
export const nameNextPage: CollectionAfterOperationHook = ({ args, collection, result }) => {
  const { pageSize } = args as Args
  if (pageSize === undefined || !result || typeof result !== 'object' || !('docs' in result))
    return result
  const docs = result.docs as Record<string, unknown>[]
  const last = docs.length === pageSize ? docs.at(-1) : undefined
  const after = last ? cursorAt(placeOf(orderOf(collection), last)) : null
  return { docs, after, hasNextPage: after !== null } as unknown as typeof result // no totals: they grow with the data
}
