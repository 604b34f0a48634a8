import { randomUUID } from 'node:crypto'
import { unpack } from '@/collections/billing/remittances/packed'
import { onBehalfOf } from '@/hooks/actions/onBehalf'
import { factReader } from '@/hooks/facts'
import { sealTexts } from '@/hooks/sealConfidential'
import { mappingProblems } from '@/src/domain/imports/mapping'
import { readTable } from '@/src/domain/imports/readTable'
import { insertRows } from '@/src/lib/database'
import { faultPoint } from '@/src/lib/faults'
import { moveRun, saveProgress } from './progress'
import type { Work } from './workOn'

const atOnce = 200

/** Takes the file apart into lines. The rows have keys of their own, so that a second try adds the rest. */
export const readLines = async ({ payload, run, isTimeUp }: Work): Promise<void> => {
  const reason = 'The lines of an import'
  const req = await onBehalfOf(payload, { actorId: run.uploadedBy, reason })
  const texts = await factReader(req).text('import-runs', run)
  const table = readTable(unpack(String(texts['raw'] ?? '')))
  const rows = 'problem' in table ? [] : table.rows
  const [last] = (
    await payload.db.find<{ id: string; line: number }>({
      collection: 'import-lines',
      where: { run: { equals: run.id } },
      sort: '-line',
      limit: 1,
      pagination: false,
    })
  ).docs
  const left = rows.filter(({ line }) => line > (last?.line ?? 0))
  for (let at = 0; at < left.length; at += atOnce) {
    const part = left.slice(at, at + atOnce)
    const made = await Promise.all(
      part.map(async ({ line, cells }) => {
        const recordUid = randomUUID()
        const place = { run: run.id, recordUid }
        const sealed = await sealTexts(req, 'import-lines', place, { cells: JSON.stringify(cells) })
        return {
          uniqueKey: `${run.id}|${line}`,
          run: run.id,
          uploadedBy: run.uploadedBy,
          line,
          status: 'waiting',
          problemCount: 0,
          isChoice: false,
          rev: 1,
          recordUid,
          sealed,
        }
      }),
    )
    await insertRows(payload, 'import-lines', made)
    await saveProgress(payload, run, { doneCount: rows.length - left.length + at + part.length })
    faultPoint('import-runs:reading')
    if (isTimeUp() && at + atOnce < left.length) return
  }
  const mapping = JSON.parse(String(texts['mapping'] ?? '[]')) as string[]
  const isClear = mappingProblems(run.kind, mapping).length === 0
  await moveRun(payload, run, {
    to: isClear ? 'checking' : 'uploaded',
    doneCount: 0,
    // The lines hold it all now.
    sealed: await sealTexts(req, 'import-runs', run, { ...texts, raw: '' }),
  })
}
