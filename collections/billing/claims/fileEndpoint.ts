import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { textIn } from '@/src/domain/row'
import { notFound, Refusal } from '@/src/lib/errors'

/** GET /api/claim-batches/:id/file: the 837P as sent, for whoever may read claim files. */
export const fileEndpoint = door('policy', {
  method: 'get',
  path: '/:id/file',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    if (!req.user) throw new Refusal('signed-out', 'Sign in first.')
    if ((await decide(req, 'claim-batches', 'read')) !== true) throw notFound()
    const read = factReader(req)
    const batch = await read.text('claim-batches', await read.one('claim-batches', id))
    const text = textIn(batch, 'fileText')
    if (batch['status'] !== 'ready' || !text) throw notFound()
    await audit(req, {
      action: 'export',
      outcome: 'done',
      collection: 'claim-batches',
      recordIds: [id],
    })
    return new Response(text, {
      headers: {
        'content-type': 'application/edi-x12',
        'content-disposition': `attachment; filename="${textIn(batch, 'fileName')}"`,
        'cache-control': 'no-store',
      },
    })
  },
})
