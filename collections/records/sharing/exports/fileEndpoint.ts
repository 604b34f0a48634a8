import type { PayloadRequest } from 'payload'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { moveRecord } from '@/collections/treatment/moveRecord'
import { audit } from '@/hooks/audit/writer'
import { enforce } from '@/hooks/enforce'
import { factReader } from '@/hooks/facts'
import { idIn, type StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { notFound, Refusal } from '@/src/lib/errors'
import { deliverToPatient } from './deliverToPatient'
import { readExportFile, removeExportFile } from './exportFiles'
import { findExport } from './findExport'

const whyNot: Readonly<Record<string, string>> = {
  waiting: 'These records are still being put together. Try again in a minute.',
  building: 'These records are still being put together. Try again in a minute.',
  taken:
    'This file was taken already; it is handed out once. Ask for the records again if it was lost.',
  expired: 'This file was not taken in time and was destroyed. Ask for the records again.',
  dropped: 'This is not sent any more, and the file was destroyed.',
  failed: 'These records could not be put together. Tell whoever runs the system, then ask again.',
}

const refuseUnlessReady = (file: StoredRow): void => {
  const isOver = new Date(String(file['expiresAt'] ?? 0)) < clock.wall()
  const status = file['status'] === 'ready' && isOver ? 'expired' : String(file['status'])
  if (status !== 'ready') throw new Refusal('conflict', whyNot[status] ?? whyNot['waiting'] ?? '')
}

/** The release may have ended since the file was made (R65): the same rules as for sending. */
const askRules = async (req: PayloadRequest, disclosure: StoredRow): Promise<void> => {
  const before = { ...disclosure, ...(await factReader(req).text('disclosures', disclosure)) }
  await enforce(req, {
    slug: 'disclosures',
    on: 'action:send',
    before,
    after: before,
    changed: [],
    input: {},
  })
}

/**
 * POST /api/chart-exports/:id/file: the file, once. It is logged first, marked as taken, and destroyed here;
 * on the private page this is the moment in which the patient has the records.
 */
export const fileEndpoint = door('policy', {
  method: 'post',
  path: '/:id/file',
  handler: async (req) => {
    const file = await findExport(req)
    refuseUnlessReady(file)
    const patient = idIn(file, 'patient') ?? ''
    const disclosure = await req.payload.db.findOne<StoredRow>({
      collection: 'disclosures',
      where: { id: { equals: idIn(file, 'disclosure') } },
      req,
    })
    if (!disclosure) throw notFound()
    await askRules(req, disclosure)
    const bytes = await readExportFile(req.payload, { id: file.id, patient }).catch(() => {
      req.payload.logger.error({ msg: 'ALERT: an export is missing or damaged', record: file.id })
      throw new Refusal('conflict', whyNot['failed'] ?? '')
    })
    await audit(req, {
      action: 'export',
      outcome: 'done',
      collection: 'chart-exports',
      recordIds: [file.id],
      patientIds: [patient],
    })
    const actor = actorOf(req)
    if (actor.kind === 'patient' || actor.kind === 'proxy') await deliverToPatient(req, disclosure)
    const isFirst = await moveRecord(req, {
      collection: 'chart-exports',
      id: file.id,
      from: { status: { equals: 'ready' } },
      set: {
        status: 'taken',
        takenAt: clock.wall().toISOString(),
        takenBy: actor.kind === 'staff' ? actor.id : null,
      },
    })
    if (!isFirst) throw new Refusal('conflict', whyNot['taken'] ?? '')
    await removeExportFile({ id: file.id })
    const isZip = file['format'] === 'zip'
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': isZip ? 'application/zip' : 'application/pdf',
        'content-disposition': `attachment; filename="records.${isZip ? 'zip' : 'pdf'}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
