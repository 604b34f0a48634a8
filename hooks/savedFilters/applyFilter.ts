import type {
  BaseFilter,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'
import { actorOf } from '@/access/principal'
import { openingFilterOf, WHOLE_LIST } from '@/src/domain/lists/readyFilters'
import { Refusal } from '@/src/lib/errors'
import { conditionsOf } from '../listSearches/conditions'
import { searchUnder } from '../listSearches/store'
import { filterNamed } from './filterNamed'

type Bag = { isFiltered?: boolean }

const textIn = ({ query }: PayloadRequest, name: string): string | null => {
  const text = query?.[name]
  return typeof text === 'string' && text !== '' ? text : null
}

/** What the caller typed above the list and an address asks for by its key; null when it is not there for them. */
export const typedUnder = async (
  req: PayloadRequest,
  list: string,
  key: string,
): Promise<Where | null> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff') return null
  const typed = await searchUnder(req.payload, key, { staff: String(actor.id), list })
  return typed && conditionsOf(typed, { slug: list, held: actor.principals })
}

/** The address of the list itself, not that of a page which asks it in a drawer. */
const isPageOf = ({ pathname }: PayloadRequest, slug: string): boolean =>
  Boolean(pathname?.endsWith(`/collections/${slug}`))

/** The filter that the address of a list names, or the one it opens with where nothing is asked. */
const filterOfPage = (req: PayloadRequest, slug: string): string | null => {
  const name = textIn(req, 'filter')
  if (name === WHOLE_LIST) return null
  const isOpened = !name && !textIn(req, 'find') && isPageOf(req, slug)
  return isOpened ? openingFilterOf(slug) || null : name
}

type Asked = { parts: Where[]; missing: 'filter' | 'find' | null }

/** The conditions that an address of a list names: `?filter=` one with a name, `?find=` what was typed. */
const askedOf = async (req: PayloadRequest, slug: string, name: string | null): Promise<Asked> => {
  const key = textIn(req, 'find')
  const filter = name ? await filterNamed(req, slug as CollectionSlug, name) : null // a registered collection
  const typed = key ? await typedUnder(req, slug, key) : null
  return {
    parts: [filter, typed].filter((part) => part !== null),
    missing: name && !filter ? 'filter' : key && !typed ? 'find' : null,
  }
}

/** On a list of the office. What is no longer there filters nothing; the list says so. */
export const filterOfList =
  (slug: string): BaseFilter =>
  async ({ req }) => {
    const { parts } = await askedOf(req, slug, filterOfPage(req, slug))
    return parts.length ? { and: parts } : null
  }

const isTheList = ({ pathname }: PayloadRequest, slug: string): boolean =>
  pathname === `/api/${slug}` || pathname === `/api/${slug}/count`

const refusalOf = (missing: 'filter' | 'find', req: PayloadRequest): Refusal => {
  const message =
    missing === 'find'
      ? 'This search is over, or it was somebody else’s. Type it again.'
      : `This list has no filter "${textIn(req, missing)}", and you keep none of that id.`
  return new Refusal('invalid', [{ path: missing, message }])
}

/** `GET /api/<collection>?filter=&find=`: the same for whoever asks the API. */
export const applyFilter: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const isAsked = req.payloadAPI === 'REST' && (textIn(req, 'filter') || textIn(req, 'find'))
  const bag = req.context as Bag
  if (!isAsked || bag.isFiltered || !isTheList(req, collection.slug)) return args
  // What is populated into the answer is read under the same address.
  bag.isFiltered = true
  const { missing, parts } = await askedOf(req, collection.slug, textIn(req, 'filter'))
  if (missing) throw refusalOf(missing, req)
  const { where } = args as { where?: Where }
  return { ...args, where: { and: [...parts, ...(where ? [where] : [])] } }
}
