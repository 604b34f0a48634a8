import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { recordAt } from '@/src/domain/outreach/addresses'
import { circleWith, type Redirect } from '@/src/domain/outreach/redirects'
import type { StoredRow } from '@/src/domain/row'
import { type Finding, Refusal } from '@/src/lib/errors'

const others = async (req: PayloadRequest, id: unknown): Promise<Redirect[]> => {
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: 'redirects',
    where: { isActive: { equals: true } },
    select: { oldPath: true, newPath: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs
    .filter((row) => row.id !== id)
    .map((row) => ({ from: String(row['oldPath']), to: String(row['newPath']) }))
}

const standsThere = async (req: PayloadRequest, from: string): Promise<boolean> => {
  const at = recordAt(from)
  if (!at) return false
  const where = { slug: { equals: at.slug }, _status: { equals: 'published' } }
  return Boolean(await req.payload.db.findOne({ collection: at.collection, where, req }))
}

/** A redirect leads somewhere, and away from nothing that can be read. */
export const refuseCircles: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const row = { ...originalDoc, ...data }
  if (row.isActive === false) return data
  const added = { from: String(row.oldPath), to: String(row.newPath) }
  const findings: Finding[] = []
  const circle = circleWith(added, await others(req, originalDoc?.id))
  if (circle)
    findings.push({
      path: 'newPath',
      message: `Visitors would go round in a circle: ${circle.join(' → ')}. Lead this address to a page instead.`,
    })
  if (await standsThere(req, added.from))
    findings.push({
      path: 'oldPath',
      message: `There is a published page at ${added.from}, so nobody would be led on. Unpublish it or give it another address first.`,
    })
  if (findings.length) throw new Refusal('invalid', findings)
  return data
}
