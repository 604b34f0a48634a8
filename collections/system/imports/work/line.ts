import type { PayloadRequest, Where } from 'payload'
import { sealTexts, unsealRow } from '@/hooks/sealConfidential'
import { type Mapping, readLine, type Values } from '@/src/domain/imports/mapping'
import type { Decision, Problem } from '@/src/domain/imports/problems'
import type { StoredRow } from '@/src/domain/row'
import { changeRowSoon } from '@/src/lib/database'
import type { ImportRun } from '../run'

export type StoredLine = StoredRow & {
  line: number
  status: string
  problemCount?: number | null
  isChoice?: boolean | null
  recordSlug?: string | null
  recordId?: string | null
  recordRev?: number | null
}

/** A line of a file with what its cells mean. */
export type OpenLine = {
  row: StoredLine
  line: number
  cells: string
  values: Values
  problems: Problem[]
  decision: Decision
  isLeftOut: boolean
  /** What the last check found, as it was kept. */
  keptProblems: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const openLine = async (
  req: PayloadRequest,
  { run, mapping }: { run: ImportRun; mapping: Mapping },
  row: StoredLine,
): Promise<OpenLine> => {
  const texts = await unsealRow(req, 'import-lines', row)
  const cells = textOf(texts['cells'])
  const { values, problems } = readLine(run.kind, mapping, JSON.parse(cells || '[]') as string[])
  const answer = row['answer']
  return {
    row,
    line: row.line,
    cells,
    values,
    problems,
    decision: {
      answer: answer === 'same' || answer === 'new' ? answer : null,
      as: typeof row['answeredAs'] === 'string' ? row['answeredAs'] : null,
    },
    isLeftOut: answer === 'out',
    keptProblems: textOf(texts['problems']),
  }
}

/** Lines of a run after one of them, in order. */
export const linesAfter = async (
  req: PayloadRequest,
  { run, after, size, where }: { run: ImportRun; after: number; size: number; where?: Where },
): Promise<StoredLine[]> => {
  const { docs } = await req.payload.db.find<StoredLine>({
    collection: 'import-lines',
    where: {
      and: [
        { run: { equals: run.id } },
        { line: { greater_than: after } },
        ...(where ? [where] : []),
      ],
    },
    sort: 'line',
    limit: size,
    pagination: false,
  })
  return docs
}

/**
 * Keeps what became of a line; `texts` replaces its sealed texts. A mark lost with the power is made again:
 * the line is written once more, and its record is there already.
 */
export const keepLine = async (
  req: PayloadRequest,
  row: StoredLine,
  data: Record<string, unknown>,
  texts?: { cells: string; problems: string },
): Promise<void> => {
  const sealed = texts ? { sealed: await sealTexts(req, 'import-lines', row, texts) } : {}
  await changeRowSoon(req.payload, {
    slug: 'import-lines',
    where: { id: row.id },
    data: { ...data, ...sealed },
    req,
  })
}
