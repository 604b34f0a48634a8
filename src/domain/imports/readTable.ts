import { CsvError, parse } from 'csv-parse/sync'
import { importLimits } from './limits'

/** `line` is the number a spreadsheet shows beside it: the headings are line 1. */
export type TableRow = { line: number; cells: string[] }

export type Table = { headings: string[]; rows: TableRow[]; delimiter: string }

export type ReadTable = Table | { problem: string }

const delimiters = [',', ';', '\t', '|'] as const

/** The sign that parts the headings most often, outside of quotes. */
export const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>(delimiters.map((sign) => [sign, 0]))
  let isQuoted = false
  for (const sign of text.slice(0, 20_000)) {
    if (sign === '"') isQuoted = !isQuoted
    if (!isQuoted && (sign === '\n' || sign === '\r') && [...counts.values()].some(Boolean)) break
    const count = counts.get(sign)
    if (!isQuoted && count !== undefined) counts.set(sign, count + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best && best[1] > 0 ? best[0] : ','
}

/** A cell as it is meant: our own export puts an apostrophe before what a spreadsheet would run. */
const cell = (text: string): string => text.trim().replace(/^'(?=\s*[=+\-@])/, '')

const where = (error: unknown): string =>
  error instanceof CsvError && typeof error['lines'] === 'number'
    ? ` near line ${error['lines']}`
    : ''

const parsed = (text: string, delimiter: string): string[][] | { problem: string } => {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A height of 5'10" stands in many exports; what opens a cell has to close it.
      relax_quotes: true,
      // One more than is taken, to know that there are more.
      to: importLimits.lines + 2,
      max_record_size: importLimits.lineCharacters,
      on_record: (record: string[]) => record.map(cell),
    })
  } catch (error) {
    return {
      problem: `The file cannot be read${where(error)}: a quotation mark is opened and not closed. Mend that line and upload the file again.`,
    }
  }
}

/** How many lines a text has, without reading it. */
const linesIn = (text: string): number => {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/**
 * A CSV text as headings and rows of cells: comma, semicolon, tab or bar, quoted cells with line ends inside.
 * Every cell is text, whatever it looks like. A file with more lines than an import takes is refused.
 */
export const readTable = (text: string): ReadTable => {
  if (!text.trim()) return { problem: 'The file is empty. Choose another one.' }
  const delimiter = delimiterOf(text)
  const rows = parsed(text, delimiter)
  if ('problem' in rows) return rows
  const [headings, ...below] = rows
  if (!headings?.some(Boolean)) return { problem: 'The file is empty. Choose another one.' }
  const lines = below
    .map((cells, index) => ({ line: index + 2, cells }))
    .filter(({ cells }) => cells.some(Boolean))
  if (!lines.length) {
    return {
      problem:
        'The file holds the names of the columns and no line below them. Export it again with its content.',
    }
  }
  if (below.length > importLimits.lines) {
    const most = importLimits.lines.toLocaleString('en-US')
    return {
      problem: `The file has about ${linesIn(text).toLocaleString('en-US')} lines; an import takes ${most}. Split it, for example by first letter, and import the parts one after the other.`,
    }
  }
  if (headings.length > importLimits.columns) {
    return {
      problem: `The file has ${headings.length} columns; an import takes ${importLimits.columns}. Leave out those that are not needed.`,
    }
  }
  const width = headings.length
  return {
    headings: headings.map((heading) => heading.slice(0, 120)),
    rows: lines.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
    })),
    delimiter,
  }
}
