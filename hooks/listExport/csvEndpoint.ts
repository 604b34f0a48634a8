import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
  type Where,
} from 'payload'
import { z } from 'zod'
import { asUser } from '@/access/asSystem'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { checkStepUp, proofIn } from '@/hooks/actions/stepUp'
import { audit } from '@/hooks/audit/writer'
import { parseInput } from '@/hooks/parseInput'
import { typedUnder } from '@/hooks/savedFilters/applyFilter'
import { filterNamed } from '@/hooks/savedFilters/filterNamed'
import { csvLine } from '@/src/domain/csv'
import { exportPurposes, exportRecipients } from '@/src/domain/listExport'
import type { StoredRow } from '@/src/domain/row'
import { csvAnswer } from '@/src/lib/csvAnswer'
import { Refusal } from '@/src/lib/errors'
import { type Column, cellOf, columnsOf } from './columns'

const atOnce = 1000
const mostRows = 50_000

const codesOf = (options: readonly { value: string }[]) =>
  options.map(({ value }) => value) as [string, ...string[]] // never empty

const wish = z.object({
  purpose: z.enum(codesOf(exportPurposes), { error: 'Say what the list is for.' }),
  recipient: z.enum(codesOf(exportRecipients), { error: 'Say who gets the list.' }),
  where: z.record(z.string(), z.unknown()).optional(),
  sort: z.string().max(60).optional(),
  /** One that comes with the list, or of one's own; `where` narrows it further. */
  filter: z.string().max(90).optional(),
  /** The key of what was typed above the list. */
  find: z.string().max(60).optional(),
})

type Wish = z.output<typeof wish>

const scopeOf = async (req: PayloadRequest, slug: string): Promise<Where | null> => {
  const scope = await decide(req, slug, 'export')
  if (scope === true) return null
  if (scope !== false) return scope
  throw actorOf(req).kind === 'anonymous'
    ? new Refusal('signed-out', 'Sign in first.')
    : new Refusal('not-granted', 'You may not take a list of these records out of the product.')
}

/** The titles of what a column points at, by id, as far as the person may read them. */
const titlesOf = async (
  req: PayloadRequest,
  { name, relationTo }: Column,
  rows: readonly StoredRow[],
): Promise<Map<string, string>> => {
  const target = relationTo ? req.payload.collections[relationTo as CollectionSlug]?.config : null // slug of a field
  const title = target?.admin.useAsTitle
  const ids = [...new Set(rows.map((row) => String(cellOf(row[name]))).filter(Boolean))]
  if (!target || !title || title === 'id' || !ids.length) return new Map()
  if ((await decide(req, target.slug, 'read')) === false) return new Map()
  const { docs } = await asUser(req).find({
    collection: target.slug as CollectionSlug, // of a field
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
  })
  return new Map((docs as unknown as StoredRow[]).map((row) => [row.id, String(row[title] ?? '')])) // read by column
}

const linesOf = async (
  req: PayloadRequest,
  columns: readonly Column[],
  rows: readonly StoredRow[],
): Promise<string[]> => {
  const titles: Map<string, string>[] = []
  for (const column of columns) titles.push(await titlesOf(req, column, rows))
  return rows.map((row) =>
    csvLine([
      row.id,
      ...columns.map(({ name }, index) => {
        const value = cellOf(row[name])
        return titles[index]?.get(String(value)) || value
      }),
    ]),
  )
}

const readAll = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  { scope, wish: { filter, find, sort, where } }: { scope: Where | null; wish: Wish },
): Promise<StoredRow[]> => {
  const named = filter ? await filterNamed(req, slug, filter) : null
  if (filter && !named) {
    throw new Refusal('invalid', [{ path: 'filter', message: 'This filter is no longer there.' }])
  }
  const typed = find ? await typedUnder(req, slug, find) : null
  if (find && !typed) {
    throw new Refusal('invalid', [
      { path: 'find', message: 'What you searched for is over. Type it again.' },
    ])
  }
  const given = [scope, named, typed, where as Where | undefined]
  const parts = given.filter((part): part is Where => Boolean(part)) // walked by the guard
  const rows: StoredRow[] = []
  for (let page = 1; ; page += 1) {
    const found = await asUser(req).find({
      collection: slug,
      where: { and: parts },
      sort: sort ? [sort, 'id'] : ['createdAt', 'id'],
      limit: atOnce,
      page,
    })
    rows.push(...(found.docs as unknown as StoredRow[])) // read by column
    if (rows.length > mostRows || found.totalDocs > mostRows) {
      throw new Refusal(
        'too-large',
        `A list holds at most ${mostRows} records. Narrow the filter, for example to a year.`,
      )
    }
    if (!found.hasNextPage) return rows
  }
}

/**
 * POST /api/<collection>/csv {purpose, recipient, where?, filter?, find?, sort?}: the list with its filter as CSV, for those to whom
 * the table grants export. Nothing in it is taken for a formula; the access log says who took how many and what
 * for before it leaves (R61).
 */
export const csvEndpoint = (slug: CollectionSlug): Endpoint =>
  door('policy', {
    method: 'post',
    path: '/csv',
    handler: async (req) => {
      const scope = await scopeOf(req, slug)
      await addDataAndFileToRequest(req)
      const body = (req.data ?? {}) as Record<string, unknown>
      const asked = parseInput(wish, body ?? {})
      await checkStepUp(req, proofIn(body))
      const config = req.payload.collections[slug]?.config
      if (!config) throw new Error(`There is no collection "${slug}".`)
      const rows = await readAll(req, slug, { scope, wish: asked })
      // A column that this person sees nowhere is left out rather than empty.
      const columns = columnsOf(config).filter(
        ({ name }) => !rows.length || rows.some((row) => name in row),
      )
      const lines = await linesOf(req, columns, rows)
      await audit(req, {
        action: 'export',
        outcome: 'done',
        collection: slug,
        fields: columns.map(({ name }) => name),
        reason: `${rows.length} lines for ${asked.recipient}`,
        purpose: asked.purpose,
      })
      const head = csvLine(['id', ...columns.map(({ name }) => name)])
      return csvAnswer({ name: slug, lines: [head, ...lines] })
    },
  })
