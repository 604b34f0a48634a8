import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { clock } from '@/src/lib/clock'
import { isRefusal } from '@/src/lib/errors'
import { faultPoint } from '@/src/lib/faults'
import { idleLock } from '../importCodes'
import { type KindContext, kindContext, kindWork } from '../kinds/kindWork'
import { actingFor, standStill } from './acting'
import { keepLine, linesAfter, type OpenLine, openLine, type StoredLine } from './line'
import { moveRun, saveProgress } from './progress'
import type { Work } from './workOn'

const atOnce = 50

const revOf = async ({ req }: KindContext, slug: string, id: string): Promise<number> =>
  Number((await factReader(req).one(slug, id))?.['rev'] ?? 0)

/** One line becomes its record; a rule or another person's work may have closed the way meanwhile. */
const writeLine = async (context: KindContext, line: OpenLine): Promise<void> => {
  const { req, run } = context
  const nothing = { cells: '', problems: '' }
  if (line.isLeftOut) return keepLine(req, line.row, { status: 'leftOut' }, nothing)
  try {
    const { slug, id, isLinked, gaveNumber } = await kindWork(run.kind).write(context, line)
    faultPoint('import-runs:before-mark')
    await keepLine(
      req,
      line.row,
      {
        status: isLinked ? 'linked' : 'written',
        recordSlug: slug,
        recordId: id,
        recordRev: await revOf(context, slug, id),
        gaveNumber: gaveNumber === true,
        problemCount: 0,
      },
      // The record holds it now.
      nothing,
    )
  } catch (error) {
    if (!isRefusal(error)) throw error
    const problems = error.findings.map(({ message }) => ({ column: '', message }))
    const data = { status: 'refused', problemCount: problems.length }
    await keepLine(req, line.row, data, { cells: line.cells, problems: JSON.stringify(problems) })
  }
}

const counted = async ({ payload, run }: Work, statuses: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const status of statuses) {
    const { totalDocs } = await payload.db.count({
      collection: 'import-lines',
      where: { and: [{ run: { equals: run.id } }, { status: { equals: status } }] },
    })
    counts[`${status}Count`] = totalDocs
  }
  return counts
}

const waiting = { status: { equals: 'waiting' } }

/** Line after line in the name of who started it. Begun again, what is written is not written twice. */
export const writeLines = async (work: Work): Promise<void> => {
  const { payload, run, isTimeUp } = work
  const reason = `Import ${run.id}`
  let shared: KindContext | null = null
  for (;;) {
    const req = await actingFor(payload, run, reason)
    if (!req) return standStill(payload, run)
    shared ??= kindContext(req, run)
    const texts = await factReader(req).text('import-runs', run)
    const mapping = JSON.parse(String(texts['mapping'] ?? '[]')) as string[]
    const rows: StoredLine[] = await linesAfter(req, {
      run,
      after: 0,
      size: atOnce,
      where: waiting,
    })
    for (const row of rows) {
      const theirs = await actingFor(payload, run, reason)
      if (!theirs) return standStill(payload, run)
      const line = await openLine(theirs, { run, mapping }, row)
      await writeLine({ ...shared, req: theirs }, line)
      if (isTimeUp()) break
    }
    const left = await payload.db.count({
      collection: 'import-lines',
      where: { and: [{ run: { equals: run.id } }, waiting] },
    })
    await saveProgress(payload, run, { doneCount: run.lineCount - left.totalDocs })
    if (!left.totalDocs) break
    if (isTimeUp()) return
  }
  const counts = await counted(work, ['written', 'linked', 'leftOut', 'refused'])
  await moveRun(payload, run, {
    to: 'done',
    ...counts,
    problemCount: counts['refusedCount'],
    choiceCount: 0,
    lock: idleLock(run.id),
    finishedAt: clock.now().toISOString(),
    sentence: counts['refusedCount']
      ? 'Some lines were not possible any more when their turn came. They are listed below.'
      : null,
  })
  const req = await actingFor(payload, run, reason)
  if (req)
    await audit(req, {
      action: 'imported',
      outcome: 'done',
      collection: 'import-runs',
      recordIds: [run.id],
      reason: `${counts['writtenCount']} records made`,
    })
}
