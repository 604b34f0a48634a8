import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { idIn } from '@/access/scopes'
import { audit } from '@/hooks/audit/writer'
import type { Row } from '@/hooks/change'
import { factReader } from '@/hooks/facts'
import { letterPdf, type RequestLetter } from '@/src/domain/sharing/letters'
import { notFound, Refusal } from '@/src/lib/errors'
import { dayIn, practiceToday, practiceZone } from '@/src/lib/practiceZone'

const text = (row: Row | null, name: string): string => String(row?.[name] ?? '')

const kindOf = (request: Row): RequestLetter['kind'] | null => {
  if (request['status'] === 'refused') return 'refusal'
  if (request['status'] === 'denied') return 'denial'
  return request['extendedAt'] ? 'extension' : null
}

const reasons: Readonly<Record<RequestLetter['kind'], string>> = {
  extension: 'extensionReason',
  denial: 'denialReason',
  refusal: '',
}

/** GET /api/record-requests/:id/letter: the letter that is due as the request stands, for compliance. */
export const letterEndpoint = door('policy', {
  method: 'get',
  path: '/:id/letter',
  handler: async (req) => {
    if (!isGranted(req, 'record-requests', 'fulfil')) throw notFound()
    const id = String(req.routeParams?.['id'] ?? '')
    const found = await asUser(req).findByID({ collection: 'record-requests', id })
    const request = found as unknown as Row // read by column
    const kind = kindOf(request)
    if (!kind) {
      throw new Refusal(
        'conflict',
        'No letter is due: this request was neither extended, denied nor refused.',
      )
    }
    const read = factReader(req)
    const practice = await read.global('practice')
    const patient = await read.one('patients', idIn(request, 'patient'))
    const at = text(request, kind === 'extension' ? 'extendedAt' : 'closedAt')
    const pdf = await letterPdf({
      kind,
      practice: {
        name: text(practice, 'name'),
        address: [text(practice, 'addressLine1'), text(practice, 'city'), text(practice, 'region')]
          .filter(Boolean)
          .join(', '),
        phone: text(practice, 'phone'),
      },
      to: { name: text(request, 'requesterName'), address: text(request, 'requesterAddress') },
      writtenOn: at ? dayIn(new Date(at), practiceZone()) : practiceToday(),
      receivedOn: text(request, 'receivedOn'),
      dueOn: text(request, 'dueOn'),
      patient: kind === 'refusal' ? '' : text(patient, 'displayName'),
      reason: text(request, reasons[kind]),
      ground: text(request, 'denialGround'),
    })
    await audit(req, {
      action: 'export',
      outcome: 'done',
      collection: 'record-requests',
      recordIds: [id],
      patientIds: [idIn(request, 'patient') ?? ''],
    })
    return new Response(new Uint8Array(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="letter.pdf"',
        'cache-control': 'no-store',
      },
    })
  },
})
