import type { Where } from 'payload'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import type { Row } from '@/src/domain/row'
import { isRefusal } from '@/src/lib/errors'
import { faultPoint } from '@/src/lib/faults'
import { idleLock } from '../importCodes'
import { type KindContext, kindContext, kindWork } from '../kinds/kindWork'
import type { ImportRun } from '../run'
import { actingFor, standStill } from './acting'
import { keepLine, linesAfter, type StoredLine } from './line'
import { moveRun, saveProgress } from './progress'
import type { Work } from './workOn'

const atOnce = 100

const brought = { status: { in: ['written', 'linked'] } }

const changed = 'Somebody changed it since.'

const keepIt = async (context: KindContext, row: StoredLine, message: string): Promise<void> => {
  const problems = JSON.stringify([{ column: '', message }])
  const data = { status: 'kept', problemCount: 1 }
  await keepLine(context.req, row, data, { cells: '', problems })
}

const undoLine = async (
  context: KindContext,
  row: StoredLine,
  { use, rev }: { use: string | undefined; rev: number | null },
): Promise<void> => {
  const isOurs = row.status === 'written'
  if (rev !== null && isOurs && use) return keepIt(context, row, use)
  if (rev !== null && (isOurs || row['gaveNumber'] === true)) {
    if (rev !== row.recordRev) return keepIt(context, row, changed)
    try {
      await kindWork(context.run.kind).undo(context, row)
    } catch (error) {
      if (!isRefusal(error)) throw error
      const isRace = error.code === 'stale' || error.code === 'conflict'
      return keepIt(context, row, isRace ? changed : error.message)
    }
  }
  faultPoint('import-runs:before-undone')
  if (isOurs) await kindWork(context.run.kind).afterUndo?.(context, row)
  await keepLine(context.req, row, { status: 'undone' })
}

const isSince = (at: unknown, since: unknown): boolean =>
  new Date(String(at)).getTime() >= new Date(String(since)).getTime()

/** A crash may have come between a record and its line. */
const isUndone = (run: ImportRun, line: StoredLine, record: Row): boolean => {
  if (line.status === 'linked') return !record['recordNumber']
  const isCancelled = record['status'] === 'cancelled'
  return (
    record['status'] === 'voided' ||
    (isCancelled && isSince(record['cancelledAt'], run['undoneAt']))
  )
}

/** Revisions of the records of some lines, by line, in one question; none where it is taken back already. */
const revisionsOf = async (
  { req, run }: KindContext,
  rows: readonly StoredLine[],
): Promise<Map<number, number>> => {
  const slug = rows[0]?.recordSlug
  if (!slug) return new Map()
  const ids = rows.map(({ recordId }) => String(recordId))
  const records = await factReader(req).many(slug, { id: { in: ids } })
  const byId = new Map(records.map((record) => [String(record['id']), record]))
  return new Map(
    rows.flatMap((row) => {
      const record = byId.get(String(row.recordId))
      return record && !isUndone(run, row, record)
        ? [[row.line, Number(record['rev'] ?? 0)] as const]
        : []
    }),
  )
}

/** Takes back what nobody touched since; the rest stays, each with its reason. */
export const undoLines = async (work: Work): Promise<void> => {
  const { payload, run, isTimeUp } = work
  const reason = `Import ${run.id} is taken back`
  for (;;) {
    const req = await actingFor(payload, run, reason)
    if (!req) return standStill(payload, run)
    const context = kindContext(req, run)
    const rows = await linesAfter(req, { run, after: 0, size: atOnce, where: brought })
    const ids = rows.map(({ recordId }) => String(recordId))
    const uses = ids.length ? await kindWork(run.kind).inUse(context, ids) : new Map()
    const revisions = await revisionsOf(context, rows)
    for (const row of rows) {
      const theirs = await actingFor(payload, run, reason)
      if (!theirs) return standStill(payload, run)
      const id = String(row.recordId)
      await undoLine({ ...context, req: theirs }, row, {
        use: uses.get(id),
        rev: revisions.get(row.line) ?? null,
      })
      if (isTimeUp()) break
    }
    const count = async (where: Where): Promise<number> =>
      factReader(req).count('import-lines', { and: [{ run: { equals: run.id } }, where] })
    const left = await count(brought)
    await saveProgress(payload, run, { doneCount: run.lineCount - left })
    if (isTimeUp() && left) return
    if (left) continue
    const keptCount = await count({ status: { equals: 'kept' } })
    await moveRun(payload, run, {
      to: 'undone',
      keptCount,
      undoneCount: await count({ status: { equals: 'undone' } }),
      problemCount: keptCount,
      lock: idleLock(run.id),
      // The same file may come again.
      fileKey: `undone|${run.id}`,
      sentence: keptCount ? 'What somebody worked with since stays. It is listed below.' : null,
    })
    await audit(req, {
      action: 'import-undone',
      outcome: 'done',
      collection: 'import-runs',
      recordIds: [run.id],
      reason: `${keptCount} records kept`,
    })
    return
  }
}
