import type { PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { type Certificate, certificatePdf } from '@/src/domain/retention/certificate'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { Refusal } from '@/src/lib/errors'
import { practiceZone } from '@/src/lib/practiceZone'

const at = (row: Row, name: string): string =>
  formatFullDateTime({ instant: textIn(row, name), zone: practiceZone() })

const certificateOf = async (req: PayloadRequest, list: Row): Promise<Certificate> => {
  const read = factReader(req)
  const lines = await read.many(
    'destruction-lines',
    { list: { equals: list['id'] } },
    { sort: 'keptUntil' },
  )
  const people = await read.many('staff', {
    id: { in: [idIn(list, 'complianceBy') ?? '', idIn(list, 'ownerBy') ?? ''] },
  })
  const nameOf = (column: string): string =>
    textIn(people.find(({ id }) => id === idIn(list, column)) ?? null, 'name')
  const destroyed = lines.filter(({ status }) => status === 'destroyed')
  return {
    practice: textIn(await read.global('practice'), 'name'),
    number: textIn(list, 'madeOn').slice(0, 7),
    madeOn: textIn(list, 'madeOn'),
    finishedAt: at(list, 'finishedAt'),
    approvals: [
      { role: 'compliance', name: nameOf('complianceBy'), at: at(list, 'complianceAt') },
      { role: 'owner', name: nameOf('ownerBy'), at: at(list, 'ownerAt') },
    ],
    notDestroyed: lines.length - destroyed.length,
    lines: destroyed.map((line) => ({
      chart: idIn(line, 'patient') ?? '',
      lastServiceOn: textIn(line, 'lastServiceOn'),
      basis: textIn(line, 'basis'),
      rows: Number(line['rowsDestroyed'] ?? 0),
      files: Number(line['filesDestroyed'] ?? 0),
      keys: Number(line['keysDestroyed'] ?? 0),
      destroyedAt: at(line, 'destroyedAt'),
    })),
  }
}

/** GET /api/destruction-lists/:id/certificate: what was destroyed, by which rule, who approved it; a PDF. */
export const certificateEndpoint = door('policy', {
  method: 'get',
  path: '/:id/certificate',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const found = await asUser(req).findByID({ collection: 'destruction-lists' as never, id })
    const list = found as unknown as Row // read by column
    if (list['status'] !== 'done')
      throw new Refusal('conflict', 'There is a certificate when every chart of the list is done.')
    const certificate = await certificateOf(req, list)
    const pdf = await certificatePdf(certificate, {
      createdAt: new Date(textIn(list, 'finishedAt')),
    })
    await audit(req, {
      action: 'export',
      outcome: 'done',
      collection: 'destruction-lists',
      recordIds: [id],
    })
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="destruction-${certificate.number}.pdf"`,
        'cache-control': 'no-store',
      },
    })
  },
})
