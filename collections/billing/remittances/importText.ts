import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import type { FactReader } from '@/hooks/rules/rule'
import { formatMoney } from '@/src/domain/money'
import { type Row, textIn } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { findPayer } from './findPayer'
import { maxPackedLength, pack, unpack } from './packed'
import { type ReadRemittance, readRemittanceFile } from './readFile'

type Stamp = { fileHash: string; fileName: string; importedAt: string; importedBy: string | null }

const plainFindings = ({ remittance }: ReadRemittance): string =>
  remittance.findings
    .slice(0, 200)
    .map((finding) => finding.message)
    .join('\n')

const rowOf = async (read: FactReader, found: ReadRemittance, stamp: Stamp) => {
  const { payment, payer, claims } = found.remittance
  const ours = await findPayer(read, found.remittance)
  return {
    ...stamp,
    uniqueKey: found.contentKey,
    status: 'imported',
    position: found.position + 1,
    payer: ours ? ours['id'] : null,
    payerName: ours ? textIn(ours, 'name') : payer.name,
    payerIdentifier: payment.payerIdentifier || payer.id,
    traceNumber: payment.traceNumber,
    paymentKey: found.paymentKey,
    paymentMethod: payment.method,
    paymentDate: payment.date,
    paymentCents: payment.amountCents,
    claimCount: claims.length,
  }
}

const isKnown = async (read: FactReader, { contentKey }: ReadRemittance): Promise<boolean> =>
  (await read.count('remittances', { uniqueKey: { equals: contentKey } })) > 0

/** The other payments of the same file, each a remittance of its own. */
export const importRest = async ({ system, read, record }: EffectContext): Promise<void> => {
  const text = unpack(textIn(record, 'raw'))
  const stamp: Stamp = {
    fileHash: textIn(record, 'fileHash'),
    fileName: textIn(record, 'fileName'),
    importedAt: String(record['importedAt']),
    importedBy: (record['importedBy'] as string | null) ?? null, // id column
  }
  for (const found of readRemittanceFile(text)) {
    if (found.contentKey === record['uniqueKey']) continue
    await ensureRow(system, 'remittances', {
      ...(await rowOf(read, found, stamp)),
      source: record.id,
      findings: plainFindings(found),
    })
  }
}

type Given = { text: string; fileName: string; now: Date; staffId: string | null }

/** The first payment of a file that is not here yet, with its text. Throws a Refusal when all are known. */
export const takeIn = async (read: FactReader, { text, fileName, now, staffId }: Given) => {
  const files = readRemittanceFile(text)
  let first: ReadRemittance | null = null
  for (const found of files) if (!first && !(await isKnown(read, found))) first = found
  if (!first) {
    const known = await read.one('remittances', {
      uniqueKey: { equals: files[0]?.contentKey ?? '' },
    })
    throw new Refusal('conflict', [
      {
        path: 'text',
        message: `This remittance was imported before (${textIn(known, 'traceNumber') || 'no number'}, ${formatMoney(Number(known?.['paymentCents'] ?? 0))}).`,
        fixUrl: `/admin/remittances-post?open=${known?.['id']}`,
      },
    ])
  }
  const raw = pack(text)
  if (raw.length > maxPackedLength) {
    throw new Refusal('too-large', 'This file is too large to import at once. Split it by payment.')
  }
  return {
    set: {
      ...(await rowOf(read, first, {
        fileHash: sha256(text),
        fileName,
        importedAt: now.toISOString(),
        importedBy: staffId,
      })),
      raw,
      findings: plainFindings(first),
    },
  }
}

/** What came of a file: each of its payments. */
export const takenIn = async (read: FactReader, record: Row) => {
  const rows = await read.many(
    'remittances',
    { fileHash: { equals: record['fileHash'] } },
    { sort: 'position' },
  )
  return {
    remittances: rows.map((row) => ({
      id: row['id'],
      status: row['status'],
      traceNumber: row['traceNumber'],
      payerName: row['payerName'],
      paymentCents: row['paymentCents'],
      claimCount: row['claimCount'],
    })),
  }
}
