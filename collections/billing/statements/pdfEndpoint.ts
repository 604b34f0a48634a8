import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { idIn } from '@/access/scopes'
import { audit } from '@/hooks/audit/writer'
import type { Row } from '@/hooks/change'
import type { StatementModel } from '@/src/domain/billing/statement'
import { statementPdf } from '@/src/domain/billing/statementPdf'
import { notFound } from '@/src/lib/errors'
import { textIn } from '../text'

/** GET /api/statements/:id/pdf: the statement as it was sent, byte for byte. */
export const pdfEndpoint = door('policy', {
  method: 'get',
  path: '/:id/pdf',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const found = await asUser(req).findByID({ collection: 'statements', id })
    const statement = found as unknown as Row // read by column
    const model = textIn(statement, 'model')
    if (!model) throw notFound()
    const pdf = await statementPdf(JSON.parse(model) as StatementModel, {
      createdAt: new Date(String(statement['issuedAt'])),
    })
    await audit(req, {
      action: 'export',
      outcome: 'done',
      collection: 'statements',
      recordIds: [id],
      patientIds: [idIn(statement, 'patient') ?? ''],
    })
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${textIn(statement, 'statementNumber')}.pdf"`,
        'cache-control': 'no-store',
      },
    })
  },
})
