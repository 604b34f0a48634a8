import { asUser } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { addressLinesFor, linesIn } from '@/src/domain/people/reach'
import { idIn, type Row, textIn } from '@/src/domain/row'
import { letterPdf, type RequestLetter } from '@/src/domain/sharing/letters'
import { notFound, Refusal } from '@/src/lib/errors'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'
import { letterheadFor, practiceOnPaper } from '../../letterheadFor'

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

/** What a patient asked about their mail holds for them and who acts for them, not for a lawyer or a court. */
const isToThem = (request: Row): boolean =>
  ['patient', 'representative'].includes(textIn(request, 'requesterKind'))

/** The address in the request; the patient's own letters go where they asked for them. */
const addressOf = (request: Row, patient: Row | null): string[] => {
  const given = linesIn(textIn(request, 'requesterAddress'))
  const isOwn = textIn(request, 'requesterKind') === 'patient'
  return isOwn && (textIn(patient, 'privateAddress') || !given.length)
    ? addressLinesFor(patient)
    : given
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
    const practice = practiceOnPaper(await read.global('practice'))
    const patient = await read.one('patients', idIn(request, 'patient'))
    const at = textIn(request, kind === 'extension' ? 'extendedAt' : 'closedAt')
    const pdf = await letterPdf({
      kind,
      practice: practice.name,
      letterhead: await letterheadFor(read, {
        practice: { ...practice, addressLines: [practice.address] },
        isNeutral: isToThem(request) && patient?.['isNeutralOutside'] === true,
      }),
      to: { name: textIn(request, 'requesterName'), addressLines: addressOf(request, patient) },
      writtenOn: at ? practiceDayOf(at) : practiceToday(),
      receivedOn: textIn(request, 'receivedOn'),
      dueOn: textIn(request, 'dueOn'),
      patient: kind === 'refusal' ? '' : textIn(patient, 'displayName'),
      reason: textIn(request, reasons[kind]),
      ground: textIn(request, 'denialGround'),
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
