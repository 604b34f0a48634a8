import { randomUUID } from 'node:crypto'
import { addDataAndFileToRequest, type Endpoint, type Where } from 'payload'
import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { parseInput } from '@/hooks/parseInput'
import { countDays } from '@/src/domain/lists/dayWords'
import { readyFiltersOf } from '@/src/domain/lists/readyFilters'
import { notFound, Refusal } from '@/src/lib/errors'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { checkConditions } from './checkConditions'
import { dayKindOf } from './listFields'
import { listIn } from './listIn'
import { readOwnFilters, writeOwnFilters } from './ownFilters'

const mostKept = 20

const wish = z.object({
  title: z
    .string({ error: 'Give the filter a name.' })
    .trim()
    .min(1, 'Give the filter a name.')
    .max(60, 'Keep the name under 60 characters.'),
  where: z.record(z.string(), z.unknown(), { error: 'Say what the filter asks for.' }),
  /** Days stay as far from today as they are now. */
  daysMove: z.boolean().default(true),
})

/** `GET /api/list-filters/:list`: what comes with the list for one's roles, and what one keeps oneself. */
const offered = door('self', {
  method: 'get',
  path: '/list-filters/:list',
  handler: async (req) => {
    const { actor, slug } = listIn(req)
    const roles: readonly string[] = actor.principals
    const own = await readOwnFilters(req, slug)
    return Response.json({
      ready: readyFiltersOf(slug)
        .filter((filter) => filter.roles.some((role) => roles.includes(role)))
        .map(({ key, title }) => ({ key, title })),
      own: own.map(({ id, title, where }) => ({ id, title, where })),
    })
  },
})

/** `POST /api/list-filters/:list {title, where, daysMove?}`: keeps a filter for oneself. */
const keep = door('self', {
  method: 'post',
  path: '/list-filters/:list',
  handler: async (req) => {
    const { config, slug } = listIn(req)
    await addDataAndFileToRequest(req)
    const { daysMove, title, ...asked } = parseInput(wish, req.data ?? {})
    const where = asked.where as Where // walked by the two checks that follow
    checkConditions(config, where)
    await asUser(req).count({ collection: slug, where })
    const own = await readOwnFilters(req, slug)
    if (own.length >= mostKept) {
      throw new Refusal('conflict', `You keep ${mostKept} filters of this list. Remove one first.`)
    }
    if (own.some((known) => known.title.toLowerCase() === title.toLowerCase()))
      throw new Refusal(
        'conflict',
        `You keep a filter called "${title}" already. Take another name.`,
      )
    const place = {
      kindOf: (name: string) => dayKindOf(config, name),
      today: practiceToday(),
      zone: practiceZone(),
    }
    const made = { id: randomUUID(), title, where: daysMove ? countDays(where, place) : where }
    await writeOwnFilters(req, slug, [...own, made])
    return Response.json(made, { status: 201 })
  },
})

/** `DELETE /api/list-filters/:list/:id`: keeps it no longer. */
const remove = door('self', {
  method: 'delete',
  path: '/list-filters/:list/:id',
  handler: async (req) => {
    const { slug } = listIn(req)
    const id = String(req.routeParams?.['id'] ?? '')
    const own = await readOwnFilters(req, slug)
    if (!own.some((known) => known.id === id)) throw notFound()
    await writeOwnFilters(
      req,
      slug,
      own.filter((known) => known.id !== id),
    )
    return Response.json({ id })
  },
})

export const listFilterEndpoints: Endpoint[] = [offered, keep, remove]
