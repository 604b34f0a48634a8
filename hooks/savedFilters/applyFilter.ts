import type {
  BaseFilter,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'
import { Refusal } from '@/src/lib/errors'
import { filterNamed } from './filterNamed'

type Bag = { isFiltered?: boolean }

const nameIn = ({ query }: PayloadRequest): string | null => {
  const name = query?.['filter']
  return typeof name === 'string' && name !== '' ? name : null
}

/** `?filter=` on a list of the office. One that is no longer there filters nothing; the list says so. */
export const filterOfList =
  (slug: string): BaseFilter =>
  async ({ req }) => {
    const name = nameIn(req)
    return name ? filterNamed(req, slug as CollectionSlug, name) : null // a registered collection
  }

const isTheList = ({ pathname }: PayloadRequest, slug: string): boolean =>
  pathname === `/api/${slug}` || pathname === `/api/${slug}/count`

/** `GET /api/<collection>?filter=`: a filter that comes with the list, or one of one's own, by its name. */
export const applyFilter: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const name = req.payloadAPI === 'REST' ? nameIn(req) : null
  const bag = req.context as Bag
  if (!name || bag.isFiltered || !isTheList(req, collection.slug)) return args
  // What is populated into the answer is read under the same address.
  bag.isFiltered = true
  const filter = await filterNamed(req, collection.slug as CollectionSlug, name)
  if (!filter) {
    throw new Refusal('invalid', [
      {
        path: 'filter',
        message: `This list has no filter "${name}", and you keep none of that id.`,
      },
    ])
  }
  const { where } = args as { where?: Where }
  return { ...args, where: where ? { and: [where, filter] } : filter }
}
