import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import type { StatementEnvelope, StatementModel } from '@/src/domain/billing/statement'
import { statementPdf } from '@/src/domain/billing/statementPdf'
import { addressLinesFor, linesIn } from '@/src/domain/people/reach'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { notFound } from '@/src/lib/errors'
import { letterheadFor } from '../../records/letterheadFor'

/**
 * Where it went, unless the patient asked for another place or a plain envelope since. Nobody who acts for the
 * patient sees an address, nor what was asked about envelopes.
 */
const envelopeOf = async (
  req: PayloadRequest,
  statement: Row,
  { practice }: StatementModel,
): Promise<StatementEnvelope> => {
  const read = factReader(req)
  if (actorOf(req).kind === 'proxy')
    return { ...(await letterheadFor(read, { practice, isNeutral: false })), addressLines: [] }
  const patient = await read.one('patients', idIn(statement, 'patient'))
  const asked = linesIn(textIn(patient, 'privateAddress')).length > 0
  const isNeutral = patient?.['isNeutralOutside'] === true
  return {
    ...(await letterheadFor(read, { practice, isNeutral })),
    addressLines: asked ? addressLinesFor(patient) : linesIn(textIn(statement, 'addressedTo')),
  }
}

/** GET /api/statements/:id/pdf: the statement as it was sent, byte for byte, in the envelope asked for. */
export const pdfEndpoint = door('policy', {
  method: 'get',
  path: '/:id/pdf',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const found = await asUser(req).findByID({ collection: 'statements', id })
    const statement = found as unknown as Row // read by column
    const json = textIn(statement, 'model')
    if (!json) throw notFound()
    const model = JSON.parse(json) as StatementModel // written when it was issued
    const pdf = await statementPdf(model, {
      createdAt: new Date(String(statement['issuedAt'])),
      envelope: await envelopeOf(req, statement, model),
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
