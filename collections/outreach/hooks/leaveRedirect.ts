import type { CollectionAfterChangeHook, PayloadRequest, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { addressOf, isTaken, type WebsiteCollection } from '@/src/domain/outreach/addresses'

type Version = { version: { slug?: unknown } }

/** The slugs of the last two published versions, the present one first. */
const lastSlugs = async (
  req: PayloadRequest,
  { collection, id }: { collection: WebsiteCollection; id: unknown },
): Promise<string[]> => {
  const where: Where = { parent: { equals: id }, 'version._status': { equals: 'published' } }
  const { docs } = await req.payload.db.findVersions({
    collection,
    where,
    sort: '-updatedAt',
    limit: 2,
    pagination: false,
    req,
  })
  return (docs as unknown as Version[]).map(({ version }) => String(version.slug ?? '')) // rows of versions
}

/**
 * Whoever kept the old address of a published record still finds it. Reads the published versions and
 * not the last save: a draft may have carried the new address for days.
 */
export const leaveRedirect =
  (collection: WebsiteCollection): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    if (operation !== 'update' || doc._status !== 'published') return doc
    const slugs = await lastSlugs(req, { collection, id: doc.id })
    const before = slugs.find((slug) => slug && slug !== doc.slug)
    if (!before) return doc
    const from = addressOf(collection, before)
    const to = addressOf(collection, String(doc.slug))
    if (isTaken(from)) return doc
    const api = await asSystem(req, 'a published page moved: its old address leads on')
    const { docs: known } = await api.find({
      collection: 'redirects',
      where: { oldPath: { in: [from, to] } },
      pagination: false,
      limit: 2,
    })
    // The page is there again: nothing leads away from it, or the old address would come back to itself.
    const back = known.find((row) => row.oldPath === to && row.isActive)
    if (back)
      await api.update({ collection: 'redirects', id: String(back.id), data: { isActive: false } })
    const left = known.find((row) => row.oldPath === from)
    const data = { newPath: to, isActive: true, isPermanent: true }
    if (left) await api.update({ collection: 'redirects', id: String(left.id), data })
    else await api.create({ collection: 'redirects', data: { oldPath: from, ...data } })
    return doc
  }
