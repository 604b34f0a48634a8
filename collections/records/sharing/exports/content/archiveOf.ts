import { zipSync } from 'fflate'
import type { BasePayload } from 'payload'
import { readChartFile } from '@/hooks/sealedFiles'
import type { StoredRow } from '@/src/domain/row'
import type { ChartModel } from '@/src/domain/sharing/chartModel'
import type { Content } from './readContent'

// What the system keeps beside a record and what says nothing about the patient.
const inner = new Set([
  'sealed',
  'recordUid',
  'pendingAction',
  'lastAction',
  'rev',
  'uniqueKey',
  'createdAt',
  'updatedAt',
  'url',
  'thumbnailURL',
])

const plain = (row: StoredRow, without: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => {
      if (inner.has(name) || without.includes(name)) return false
      return value !== null && value !== undefined && value !== ''
    }),
  )

type Made = { chart: ChartModel; contents: readonly Content[]; pdf: Uint8Array; at: Date }

/** PDF, the records as data, and the files of the chart in one ZIP. */
export const archiveOf = async (
  payload: BasePayload,
  { chart, contents, pdf, at }: Made,
): Promise<Uint8Array> => {
  const { sections, ...head } = chart
  const data = {
    ...head,
    parts: sections.map(({ title }) => title),
    identity: sections
      .flatMap(({ entries }) => entries)
      .find(({ title }) => title === 'The patient'),
    records: Object.fromEntries(
      contents.map(({ spec, rows }) => [
        `${spec.of}/${spec.slug}`,
        rows.map((row) =>
          plain(
            row,
            spec.without?.filter((name) => name !== 'answers'),
          ),
        ),
      ]),
    ),
  }
  const entries: Record<string, Uint8Array> = {
    'records.pdf': pdf,
    'records.json': Buffer.from(JSON.stringify(data, null, 2)),
  }
  for (const { spec, rows } of contents.filter(({ spec: each }) => each.slug === 'documents'))
    for (const row of rows) {
      const name = String(row['filename'])
      const bytes = await readChartFile(payload, spec.slug, { ...row, filename: name }).catch(
        () => null,
      )
      if (bytes) entries[`files/${name}`] = bytes
      else
        entries[`files/${name}.missing.txt`] = Buffer.from(
          'This file could not be opened any more.\n',
        )
    }
  return zipSync(entries, { level: 6, mtime: at })
}
