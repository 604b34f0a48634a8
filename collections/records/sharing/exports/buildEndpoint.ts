import { door } from '@/access/doors'
import type { StoredRow } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { buildExport } from './buildExport'
import { findExport } from './findExport'

/** POST /api/chart-exports/:id/build: puts it together now, where the background has not done so yet. */
export const buildEndpoint = door('policy', {
  method: 'post',
  path: '/:id/build',
  handler: async (req) => {
    const file = await findExport(req)
    await buildExport(req.payload, file.id)
    const after = await req.payload.db.findOne<StoredRow>({
      collection: 'chart-exports',
      where: { id: { equals: file.id } },
      req,
    })
    if (!after) throw notFound()
    return Response.json({
      status: after['status'],
      done: after['doneCount'],
      total: after['totalCount'],
    })
  },
})
