import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { idIn, type StoredRow, textIn } from '@/src/domain/row'
import { isAnswer } from '@/src/lib/errors'
import { type Group, type Grouped, grouped } from '@/src/lib/grouped'

export { numberIn, textIn } from '@/src/domain/row'

export type Row = StoredRow

type Query = {
  where?: Where
  sort?: string
  limit?: number
  select?: readonly string[]
  /** Each record as it was last written, published or not. */
  draft?: boolean
}

/**
 * Rows of a collection as the person may read them; none where the policy table grants nothing.
 * `select` names the columns that the page shows.
 */
export const readRows = async (
  req: PayloadRequest,
  slug: string,
  query: Query = {},
): Promise<Row[]> => {
  if (!req.payload.collections[slug as CollectionSlug]) return [] // slug of the policy table
  if ((await decide(req, slug, 'read')) === false) return []
  const { select, ...rest } = query
  const { docs } = await asUser(req).find({
    collection: slug as CollectionSlug, // checked above
    limit: 200,
    pagination: false,
    ...rest,
    ...(select ? { select: Object.fromEntries(select.map((name) => [name, true as const])) } : {}),
  })
  return docs as unknown as Row[] // read by column name
}

/** How many rows the person may read under `where`. */
export const countRows = async (
  req: PayloadRequest,
  slug: string,
  where: Where,
): Promise<number> =>
  (await decide(req, slug, 'read')) === false
    ? 0
    : asUser(req).count({ collection: slug as CollectionSlug, where }) // slug of the policy table

/**
 * Counts and sums of all rows of a kind by the values of some columns, in one statement however many there
 * are; none for whoever may not read all of them.
 */
export const sumsBy = async (
  req: PayloadRequest,
  slug: string,
  group: Omit<Group, 'collection'>,
): Promise<Grouped[]> =>
  (await decide(req, slug, 'read')) === true
    ? grouped(req.payload, { collection: slug, ...group })
    : []

/** Id of a related record, whether it was populated or not. */
export const refIn = (row: Row | null | undefined, name: string): string => idIn(row, name) ?? ''

/** Names of related records by id, in one query; unreadable ones are left out. */
export const namesOf = async (
  req: PayloadRequest,
  {
    slug,
    column,
    rows,
    name,
  }: { slug: string; column: string; rows: readonly Row[]; name: string },
): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.map((row) => refIn(row, column)).filter(Boolean))]
  if (!ids.length) return new Map()
  const found = await readRows(req, slug, {
    where: { id: { in: ids } },
    limit: ids.length,
    select: [name],
  })
  return new Map(found.map((row) => [row.id, textIn(row, name)]))
}

type Ask = {
  slug: string
  path: string
  params?: Record<string, string>
  query?: Record<string, string>
}

/**
 * What one of our own GET endpoints answers this person, without leaving the process; null when it
 * refuses. The page and everybody's API client go through the same door.
 */
export const askDoor = async <Answer>(
  req: PayloadRequest,
  { slug, path, params, query }: Ask,
): Promise<Answer | null> => {
  const { endpoints } = req.payload.collections[slug as CollectionSlug]?.config ?? {} // slug of the policy table
  const found = (endpoints || []).find((each) => each.method === 'get' && each.path === path)
  if (!found) throw new Error(`There is no endpoint get /${slug}${path}.`)
  const asked = Object.assign(Object.create(Object.getPrototypeOf(req)), req, {
    routeParams: { ...params },
    query: query ?? {},
  }) as PayloadRequest // the same request with another address
  try {
    const response = await found.handler(asked)
    return response.ok ? ((await response.json()) as Answer) : null // shape of the endpoint
  } catch (error) {
    if (isAnswer(error)) return null
    throw error
  }
}
