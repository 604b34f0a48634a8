import type { PayloadRequest } from 'payload'
import { decideRow, isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { audit } from '@/hooks/audit/writer'
import { accountingPdf } from '@/src/domain/sharing/accountingPdf'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { readAccounting } from './readAccounting'

/** The patient of the address: for the person themselves, and for whom the table grants exports of disclosures. */
const patientOf = async (req: PayloadRequest): Promise<string> => {
  const actor = actorOf(req)
  if (actor.kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  const id = String(req.routeParams?.['id'] ?? '')
  if (!isId(id)) throw notFound()
  if (actor.kind === 'patient') {
    const isOwn = id === actor.patientId && (await decideRow(req, 'patients', 'read', { id }))
    if (!isOwn) throw notFound()
    return id
  }
  if (!isGranted(req, 'disclosures', 'export')) {
    throw new Refusal(
      'not-granted',
      'You may not do this: the list of disclosures is made by compliance.',
    )
  }
  const there = await req.payload.db.findOne({
    collection: 'patients',
    where: { id: { equals: id } },
    req,
  })
  if (!there) throw notFound()
  return id
}

const logged = (req: PayloadRequest, patient: string, action: 'read' | 'export'): Promise<void> =>
  audit(req, {
    action,
    outcome: action === 'read' ? 'seen' : 'done',
    collection: 'disclosures',
    patientIds: [patient],
  })

/** GET /api/patients/:id/accounting: who got something of the record, six years back (R63). */
export const accountingEndpoint = door('policy', {
  method: 'get',
  path: '/:id/accounting',
  handler: async (req) => {
    const patient = await patientOf(req)
    await logged(req, patient, 'read')
    return Response.json(await readAccounting(req, patient))
  },
})

/** GET /api/patients/:id/accounting/pdf: the same to keep or to send. */
export const accountingPdfEndpoint = door('policy', {
  method: 'get',
  path: '/:id/accounting/pdf',
  handler: async (req) => {
    const patient = await patientOf(req)
    await logged(req, patient, 'export')
    const pdf = await accountingPdf(await readAccounting(req, patient))
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="accounting-of-disclosures.pdf"',
        'cache-control': 'no-store',
      },
    })
  },
})
