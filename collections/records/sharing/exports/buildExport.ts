import type { BasePayload } from 'payload'
import { asSystem } from '@/access/asSystem'
import { proxyView } from '@/access/proxyView'
import { factReader } from '@/hooks/facts'
import { idIn, type StoredRow } from '@/src/domain/row'
import { chartPdf } from '@/src/domain/sharing/chartPdf'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { archiveOf } from './content/archiveOf'
import { chartOf } from './content/chartOf'
import { readContent } from './content/readContent'
import { keepExportFile, removeExportFile } from './exportFiles'

const leaseMs = 5 * 60_000
const keptMs = 72 * 3_600_000

const set = (payload: BasePayload, id: string, data: Record<string, unknown>, status?: string) =>
  payload.db.updateOne({
    collection: 'chart-exports',
    where: status
      ? { and: [{ id: { equals: id } }, { status: { equals: status } }] }
      : { id: { equals: id } },
    data,
    options: { atomic: true },
  } as Parameters<typeof payload.db.updateOne>[0]) // `options.atomic` is not in the published type

/** One worker at a time: takes it where it waits, or where another one stopped in the middle. */
const lease = async (payload: BasePayload, id: string): Promise<StoredRow | null> => {
  const now = clock.wall()
  const taken = await payload.db.updateOne({
    collection: 'chart-exports',
    where: {
      and: [
        { id: { equals: id } },
        {
          or: [
            { status: { in: ['waiting', 'failed'] } },
            {
              and: [
                { status: { equals: 'building' } },
                { leasedUntil: { less_than: now.toISOString() } },
              ],
            },
          ],
        },
      ],
    },
    data: { status: 'building', leasedUntil: new Date(now.getTime() + leaseMs).toISOString() },
    options: { atomic: true },
  } as Parameters<typeof payload.db.updateOne>[0]) // `options.atomic` is not in the published type
  return (taken as unknown as StoredRow) ?? null // every row has an id
}

const make = async (payload: BasePayload, row: StoredRow): Promise<Uint8Array | null> => {
  const system = await asSystem(payload, 'Records are put together for a disclosure')
  const read = factReader(system.req)
  const stored = await read.one('disclosures', idIn(row, 'disclosure'))
  if (stored?.['status'] !== 'prepared') return null
  const disclosure = await read.text('disclosures', stored)
  const patient = idIn(disclosure, 'patient') ?? ''
  const request = await read.one('record-requests', idIn(disclosure, 'request'))
  const account = idIn(request ?? {}, 'portalUser')
  const view = account ? await proxyView(system.req, { account, patient }) : null
  // Whoever asked for the patient acts for them no more.
  if (account && !view) return null
  const day = (name: string): string | null => String(disclosure[name] ?? '') || null
  const contents = await readContent(
    system,
    {
      patient,
      classes: String(disclosure['classes'] ?? ''),
      from: day('recordsFrom'),
      to: day('recordsTo'),
      isForPortal: row['isShared'] === true,
      view,
      withPart2: disclosure['isPart2'] === true,
    },
    async (doneCount, totalCount) => {
      await set(payload, row.id, { doneCount, totalCount })
    },
  )
  const at = clock.now()
  const chart = await chartOf(system, {
    disclosure,
    contents,
    viewer: account && view ? { account, view } : null,
  })
  const pdf = await chartPdf(chart, at)
  return row['format'] === 'zip' ? archiveOf(payload, { chart, contents, pdf, at }) : pdf
}

/** Puts one export together and keeps it as ciphertext. Answers whether it is this call that did. */
export const buildExport = async (payload: BasePayload, id: string): Promise<boolean> => {
  const row = await lease(payload, id)
  if (!row) return false
  try {
    const bytes = await make(payload, row)
    if (!bytes) {
      await set(payload, id, { status: 'dropped' }, 'building')
      return false
    }
    await keepExportFile(payload, { id, patient: idIn(row, 'patient') ?? '' }, bytes)
    const isZip = row['format'] === 'zip'
    const done = await set(
      payload,
      id,
      {
        status: 'ready',
        readyAt: clock.wall().toISOString(),
        expiresAt: new Date(clock.wall().getTime() + keptMs).toISOString(),
        fileName: isZip ? 'records.zip' : 'records.pdf',
        fileSize: bytes.length,
        fileHash: sha256(bytes),
        leasedUntil: null,
      },
      'building',
    )
    // Cancelled meanwhile: the release ended, or somebody thought again.
    if (!done) await removeExportFile({ id })
    return Boolean(done)
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    payload.logger.error({ msg: 'ALERT: records could not be put together', record: id, reason })
    await set(payload, id, { status: 'failed', leasedUntil: null }, 'building')
    return false
  }
}

const perRun = 20

/** Everything that waits to be put together; files that nobody took in time are destroyed. */
export const buildExports = async (payload: BasePayload): Promise<number> => {
  const now = clock.wall().toISOString()
  const { docs } = await payload.db.find<StoredRow>({
    collection: 'chart-exports',
    where: {
      or: [
        { status: { equals: 'waiting' } },
        { and: [{ status: { equals: 'building' } }, { leasedUntil: { less_than: now } }] },
      ],
    },
    limit: perRun,
    pagination: false,
  })
  let built = 0
  for (const { id } of docs) if (await buildExport(payload, id)) built += 1
  const late = await payload.db.find<StoredRow>({
    collection: 'chart-exports',
    where: { and: [{ status: { equals: 'ready' } }, { expiresAt: { less_than: now } }] },
    limit: perRun,
    pagination: false,
  })
  for (const { id } of late.docs) {
    await set(payload, id, { status: 'expired' }, 'ready')
    await removeExportFile({ id })
  }
  return built
}
