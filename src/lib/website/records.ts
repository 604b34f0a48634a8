import type { CollectionSlug, Where } from 'payload'
import { cache } from 'react'
import { asSystem, asUser } from '@/access/asSystem'
import { procedureCodes } from '@/src/domain/billing/procedureCodes'
import { oldAddress } from '@/src/domain/outreach/redirects'
import { numberIn, type Row, textIn } from '@/src/domain/row'
import { practiceToday } from '../practiceZone'
import { pageReader, publicRequest } from './publicApi'
import { asRow } from './rows'

type Question = { where?: Where; sort?: string | string[]; limit?: number; depth?: number }

const find = async (collection: CollectionSlug, question: Question = {}): Promise<Row[]> => {
  const found = await asUser(await publicRequest()).find({
    collection,
    limit: 200,
    pagination: false,
    depth: 1,
    ...question,
  })
  return found.docs as unknown as Row[] // read by name
}

/** One record by its address: as published, or in preview as last saved. */
const findBySlug = async (collection: CollectionSlug, slug: string): Promise<Row | null> => {
  const { req, isPreview } = await pageReader()
  const found = await asUser(req).find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 1,
    draft: isPreview,
  })
  return asRow(found.docs[0])
}

export const findPage = cache((slug: string) => findBySlug('pages', slug))
export const findService = cache((slug: string) => findBySlug('services', slug))
export const findTherapist = cache((slug: string) => findBySlug('therapist-profiles', slug))
export const findPost = cache((slug: string) => findBySlug('posts', slug))

export const listPages = cache(() => find('pages', { sort: 'title', depth: 0 }))
export const listServices = cache(() => find('services', { sort: 'sortOrder' }))
export const listTherapists = cache(() => find('therapist-profiles', { sort: 'displayName' }))
export const listLocations = cache(() =>
  find('locations', { where: { isActive: { equals: true } }, sort: 'name' }),
)
// Newest first; on one day by address, so that pages never overlap.
const newestFirst = ['-publishedOn', 'slug']
export const listPosts = cache(() => find('posts', { sort: newestFirst }))

/** One page of the articles, and how many pages there are. */
export const pageOfPosts = async (
  page: number,
  limit: number,
): Promise<{ posts: Row[]; pages: number }> => {
  const found = await asUser(await publicRequest()).find({
    collection: 'posts',
    sort: newestFirst,
    depth: 1,
    limit,
    page,
  })
  return { posts: found.docs as unknown as Row[], pages: Math.max(1, found.totalPages) } // read by name
}

/** Where an address that has nothing leads to now, or null. */
export const findRedirect = async (
  path: string,
): Promise<{ to: string; isPermanent: boolean } | null> => {
  const [row] = await find('redirects', {
    where: { and: [{ oldPath: { equals: oldAddress(path) } }, { isActive: { equals: true } }] },
    limit: 1,
    depth: 0,
  })
  return row ? { to: textIn(row, 'newPath'), isPermanent: row['isPermanent'] !== false } : null
}

export const listPayers = cache(() => find('payers', { sort: 'name', depth: 0 }))

const globalRow = async (slug: string): Promise<Row> => {
  const req = await publicRequest()
  const found: unknown = await req.payload.findGlobal({
    slug: slug as never, // generated slugs differ by build
    overrideAccess: false,
    depth: 0,
    req,
  })
  return asRow(found) ?? {}
}

export const practice = cache(() => globalRow('practice'))
export const siteHeader = cache(() => globalRow('site-header'))
export const siteFooter = cache(() => globalRow('site-footer'))

export const practiceName = async (): Promise<string> =>
  textIn(await practice(), 'name') || 'Our practice'

export type UsualFee = { label: string; code: string; amountCents: number }

/** The usual fee of every service in force today; what differs by payer stays inside. */
export const usualFees = cache(async (): Promise<UsualFee[]> => {
  const today = practiceToday()
  const api = await asSystem(await publicRequest(), 'the usual fees that every visitor may read')
  const found = await api.find({
    collection: 'fee-schedules',
    where: { and: [{ payer: { exists: false } }, { effectiveFrom: { less_than_equal: today } }] },
    sort: '-effectiveFrom',
    pagination: false,
    limit: 0,
  })
  const inForce = new Map<string, number>()
  for (const row of found.docs as unknown as Row[]) {
    const code = textIn(row, 'code')
    const endsOn = textIn(row, 'effectiveTo')
    if (inForce.has(code) || (endsOn && endsOn < today)) continue
    inForce.set(code, numberIn(row, 'amountCents'))
  }
  return procedureCodes.flatMap(({ code, label, isAddOn }) => {
    const amountCents = inForce.get(code)
    return amountCents && !isAddOn ? [{ label, code, amountCents }] : []
  })
})
