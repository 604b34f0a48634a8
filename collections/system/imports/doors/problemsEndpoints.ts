import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { door } from '@/access/doors'
import { audit } from '@/hooks/audit/writer'
import { csvLine } from '@/src/domain/csv'
import { columnLabel } from '@/src/domain/imports/columns'
import type { Problem } from '@/src/domain/imports/problems'
import type { StoredRow } from '@/src/domain/row'
import { csvAnswer } from '@/src/lib/csvAnswer'
import type { ImportRun } from '../run'
import { runOf } from './runOf'

type Line = {
  id: string
  rev: number
  line: number
  status: string
  answer: string | null
  problems: (Problem & { label: string; value: string })[]
}

/** A page of lines with something wrong, as GET /:id/problems answers it. */
export type ProblemPage = { page: number; lines: Line[]; totalLines: number; totalPages: number }

/** A list that was kept as text; nothing where the text cannot be read any more. */
const listIn = <T>(text: unknown): T[] => {
  try {
    const list: unknown = JSON.parse(typeof text === 'string' && text ? text : '[]')
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

const lineOf = (run: ImportRun, row: StoredRow): Line => {
  const mapping = listIn<string>(run['mapping'])
  const cells = listIn<string>(row['cells'])
  return {
    id: row.id,
    rev: Number(row['rev'] ?? 0),
    line: Number(row['line']),
    status: String(row['status']),
    answer: typeof row['answer'] === 'string' ? row['answer'] : null,
    problems: listIn<Problem>(row['problems']).map((problem) => ({
      ...problem,
      label: problem.column ? columnLabel(run.kind, problem.column) : 'The line',
      value: cells[mapping.indexOf(problem.column)] ?? '',
    })),
  }
}

const troubled = (run: ImportRun): Where => ({
  and: [{ run: { equals: run.id } }, { problemCount: { greater_than: 0 } }],
})

/** Who looks at a line sees whom it looks like: that counts as a look at those records. */
const logCandidates = async (req: PayloadRequest, lines: readonly Line[]): Promise<void> => {
  const ids = new Set(
    lines.flatMap(({ problems }) =>
      problems.flatMap(({ candidates }) =>
        (candidates ?? []).flatMap((each) => ('id' in each ? [each.id] : [])),
      ),
    ),
  )
  if (!ids.size) return
  await audit(req, {
    action: 'read',
    outcome: 'done',
    collection: 'patients',
    recordIds: [...ids],
    patientIds: [...ids],
    reason: 'Compared with a line of an import',
  })
}

const pageOf = async (req: PayloadRequest, run: ImportRun, page: number, limit: number) => {
  const found = await asUser(req).find({
    collection: 'import-lines',
    where: troubled(run),
    sort: 'line',
    page,
    limit,
  })
  const lines = (found.docs as unknown as StoredRow[]).map((row) => lineOf(run, row)) // read by column
  await logCandidates(req, lines)
  return { lines, totalLines: found.totalDocs, totalPages: found.totalPages }
}

const numberIn = (
  value: unknown,
  { least, most, usual }: Record<'least' | 'most' | 'usual', number>,
) => {
  const number = Math.trunc(Number(value ?? usual))
  return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : usual
}

/** GET /api/import-runs/:id/problems?page=&limit=: what is wrong, by line and column, in sentences. */
export const problemsEndpoint = door('policy', {
  method: 'get',
  path: '/:id/problems',
  handler: async (req) => {
    const run = await runOf(req)
    const page = numberIn(req.query?.['page'], { least: 1, most: 100_000, usual: 1 })
    const limit = numberIn(req.query?.['limit'], { least: 1, most: 200, usual: 50 })
    const answer: ProblemPage = { page, ...(await pageOf(req, run, page, limit)) }
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  },
})

const atOnce = 200

/** GET /api/import-runs/:id/problems.csv: the same as a file, to mend the list by. */
export const problemsCsvEndpoint = door('policy', {
  method: 'get',
  path: '/:id/problems.csv',
  handler: async (req) => {
    const run = await runOf(req)
    const parts = [csvLine(['line', 'column', 'value', 'problem'])]
    for (let page = 1; ; page += 1) {
      const { lines, totalPages } = await pageOf(req, run, page, atOnce)
      for (const { line, problems } of lines)
        for (const { label, message, value } of problems)
          parts.push(csvLine([line, label, value, message]))
      if (page >= totalPages) break
    }
    return csvAnswer({ name: 'import-problems', lines: parts })
  },
})
