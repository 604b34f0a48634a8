import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
  type Where,
} from 'payload'
import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { parseInput } from '@/hooks/parseInput'
import { listIn } from '@/hooks/savedFilters/listIn'
import { Refusal } from '@/src/lib/errors'
import { conditionsOf, type Typed } from './conditions'
import { keepSearch } from './store'

const longest = 10_000

const wish = z
  .object({
    search: z
      .string({ error: 'search is what to look for, as text.' })
      .trim()
      .max(200, 'Type at most 200 letters.')
      .optional(),
    where: z
      .record(z.string(), z.unknown(), { error: 'where is a filter, as an object.' })
      .optional(),
  })
  .refine((asked) => asked.search || asked.where, 'Type what to look for.')
  .refine((asked) => JSON.stringify(asked).length <= longest, 'Ask for less at once.')

const readWish = async (req: PayloadRequest): Promise<Typed> => {
  await addDataAndFileToRequest(req)
  const { search, where } = parseInput(wish, req.data ?? {})
  return { ...(search ? { search } : {}), ...(where ? { where: where as Where } : {}) } // walked by the guard
}

/**
 * `POST /api/list-searches/:list {search?, where?}`: keeps what was typed above a list and answers the key under
 * which its address asks for it, `?find=<key>`. Asked once here, so that what one may not ask by is refused.
 */
const keep = door('self', {
  method: 'post',
  path: '/list-searches/:list',
  handler: async (req) => {
    const { actor, slug } = listIn(req)
    const typed = await readWish(req)
    const where = conditionsOf(typed, { slug, held: actor.principals })
    if (!where) throw new Refusal('invalid', 'Nothing in this list is found by such words.')
    await asUser(req).count({ collection: slug as CollectionSlug, where })
    const key = await keepSearch(req, { staff: String(actor.id), list: slug }, typed)
    return Response.json({ key })
  },
})

export const listSearchEndpoints: Endpoint[] = [keep]
