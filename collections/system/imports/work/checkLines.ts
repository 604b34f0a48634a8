import type { PayloadRequest, Where } from 'payload'
import { onBehalfOf } from '@/hooks/actions/onBehalf'
import { factReader } from '@/hooks/facts'
import { type FileIndex, fileIndex, lineProblems } from '@/src/domain/imports/fileIndex'
import type { Mapping } from '@/src/domain/imports/mapping'
import { candidateKey, needsAnswer, type Problem } from '@/src/domain/imports/problems'
import { globalState } from '@/src/lib/globalState'
import { practiceToday } from '@/src/lib/practiceZone'
import { idleLock } from '../importCodes'
import { type KindContext, kindContext, kindWork } from '../kinds/kindWork'
import { sameAs, settled } from '../kinds/settled'
import type { ImportRun } from '../run'
import { keepLine, linesAfter, type OpenLine, openLine } from './line'
import { moveRun, saveProgress } from './progress'
import type { Work } from './workOn'

const atOnce = 200

type Context = { req: PayloadRequest; run: ImportRun; mapping: Mapping; kind: KindContext }

/** What is wrong with a line, and whom it is the same as where somebody said so. */
type Found = { problems: Problem[]; as: string | null }

const nothing: Found = { problems: [], as: null }

const openAfter = async ({ req, run, mapping }: Context, after: number): Promise<OpenLine[]> => {
  const rows = await linesAfter(req, { run, after, size: atOnce })
  return Promise.all(rows.map((row) => openLine(req, { run, mapping }, row)))
}

// That of the file that is being checked: a check goes on in several steps, and reads the file for it once.
const kept = globalState('import-index', () => ({ key: '', index: null as FileIndex | null }))

/** What the whole file says; only what lines are compared by stays in memory. */
const indexOf = async (context: Context): Promise<FileIndex> => {
  const { run } = context
  // A line that is mended or answered moves the revision on.
  const key = `${run.id}|${String(run['rev'])}|${run.status}`
  if (kept.key === key && kept.index && run.doneCount) return kept.index
  const index = fileIndex(run.kind)
  for (let after = 0; ; ) {
    const lines = await openAfter(context, after)
    for (const { isLeftOut, line, values } of lines) if (!isLeftOut) index.add(line, values)
    const last = lines.at(-1)
    if (!last || lines.length < atOnce) break
    after = last.line
  }
  Object.assign(kept, { key, index })
  return index
}

const problemsIn = async (
  context: Context,
  index: FileIndex,
  lines: readonly OpenLine[],
): Promise<Map<number, Found>> => {
  const { run } = context
  const today = practiceToday()
  const asked = lines.filter(({ isLeftOut }) => !isLeftOut)
  const found = await kindWork(run.kind).check(context.kind, asked, index)
  return new Map(
    asked.map((each) => {
      const { line, values, problems, decision } = each
      const all = [
        ...problems,
        ...lineProblems(run.kind, values, today),
        ...index.problemsOf(line, values),
        ...(found.get(line) ?? []),
      ]
      const same = sameAs(all, decision)
      return [line, { problems: settled(all, decision), as: same ? candidateKey(same) : null }]
    }),
  )
}

const keepProblems = async (
  req: PayloadRequest,
  { row, cells, keptProblems, decision }: OpenLine,
  { problems, as }: Found,
): Promise<void> => {
  const text = problems.length ? JSON.stringify(problems) : ''
  const isChoice = problems.length > 0 && problems.every(needsAnswer)
  const isSame =
    text === keptProblems &&
    problems.length === Number(row.problemCount ?? 0) &&
    isChoice === Boolean(row.isChoice) &&
    (as === null || as === decision.as)
  if (isSame) return
  const data = { problemCount: problems.length, isChoice, ...(as ? { answeredAs: as } : {}) }
  await keepLine(req, row, data, { cells, problems: text })
}

const endOfCheck = async (
  { payload, run }: Work,
  counts: { problemCount: number; choiceCount: number; leftOutCount: number },
): Promise<void> => {
  const isStart = run.status === 'starting'
  if (isStart && counts.problemCount === 0) {
    await moveRun(payload, run, { to: 'writing', doneCount: 0 })
    return
  }
  await moveRun(payload, run, {
    to: 'checked',
    ...counts,
    ...(isStart
      ? {
          lock: idleLock(run.id),
          sentence:
            'Something changed in the practice since the check, so nothing was imported. See the lines below.',
        }
      : {}),
  })
}

/** Every line against itself, the file and the practice. Nothing is written but what was found. */
export const checkLines = async (work: Work): Promise<void> => {
  const { payload, run, isTimeUp } = work
  const reason = 'The check before an import'
  const req = await onBehalfOf(payload, { actorId: run.actsFor ?? run.uploadedBy, reason })
  const texts = await factReader(req).text('import-runs', run)
  const mapping = JSON.parse(String(texts['mapping'] ?? '[]')) as string[]
  const context: Context = { req, run, mapping, kind: kindContext(req, run) }
  const index = await indexOf(context)
  // How many lines are done is where to go on: lines are checked in their order.
  let done = Number(run.doneCount ?? 0)
  const [from] = done ? await linesAt(req, run, done) : []
  for (let after = from ?? 0; ; ) {
    const lines = await openAfter(context, after)
    const problems = await problemsIn(context, index, lines)
    for (const line of lines) await keepProblems(req, line, problems.get(line.line) ?? nothing)
    done += lines.length
    await saveProgress(payload, run, { doneCount: done })
    const last = lines.at(-1)
    if (!last || lines.length < atOnce) break
    after = last.line
    if (isTimeUp()) return
  }
  Object.assign(kept, { key: '', index: null })
  const count = (where: Where): Promise<number> =>
    factReader(req).count('import-lines', { and: [{ run: { equals: run.id } }, where] })
  const isProblem: Where = { problemCount: { greater_than: 0 } }
  await endOfCheck(work, {
    problemCount: await count(isProblem),
    choiceCount: await count({ and: [isProblem, { isChoice: { equals: true } }] }),
    leftOutCount: await count({ answer: { equals: 'out' } }),
  })
}

/** The number of the line that so many lines of the file end with. */
const linesAt = async (req: PayloadRequest, run: ImportRun, done: number): Promise<number[]> => {
  const { docs } = await req.payload.db.find<{ id: string; line: number }>({
    collection: 'import-lines',
    where: { run: { equals: run.id } },
    sort: 'line',
    limit: 1,
    page: done,
    pagination: true,
  })
  return docs.map(({ line }) => line)
}
