import { foldText } from '../intake/searchText'
import { type CellValue, readCell } from './cells'
import type { ImportColumn } from './column'
import { columnsOf, type ImportKind } from './columns'
import type { Problem } from './problems'

/** For every heading of the file, in its order, the column it fills; empty where it is left out. */
export type Mapping = readonly string[]

const same = (text: string): string => foldText(text.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))

const meanings = ({ also, label, name }: ImportColumn): string[] => [name, label, ...also].map(same)

/** What the headings seem to mean; each column once, for the heading that says it most plainly. */
export const guessMapping = (kind: ImportKind, headings: readonly string[]): string[] => {
  const mapping = headings.map(() => '')
  for (const column of columnsOf(kind)) {
    const words = meanings(column)
    const ranks = headings.map((heading, index) =>
      mapping[index] ? -1 : words.indexOf(same(heading)),
    )
    const best = Math.min(...ranks.filter((rank) => rank >= 0))
    const at = ranks.indexOf(best)
    if (at >= 0) mapping[at] = column.name
  }
  return mapping
}

/** What is wrong with a mapping as a whole: in sentences, none when lines can be read by it. */
export const mappingProblems = (kind: ImportKind, mapping: Mapping): string[] => {
  const columns = columnsOf(kind)
  const unknown = mapping.filter((name) => name && !columns.some((column) => column.name === name))
  const twice = columns.filter(({ name }) => mapping.filter((each) => each === name).length > 1)
  const missing = columns.filter(({ isRequired, name }) => isRequired && !mapping.includes(name))
  return [
    ...unknown.map((name) => `There is no column "${name}". Choose one of the list.`),
    ...twice.map(({ label }) => `"${label}" is filled by two columns of the file. Leave one out.`),
    ...(mapping.some(Boolean)
      ? missing.map(({ label }) => `No column of the file fills "${label}". Choose which one does.`)
      : [
          'No column of the file is known. Is its first line the names of the columns? Then choose what they hold.',
        ]),
  ]
}

export type Values = Readonly<Record<string, CellValue>>

export const textIn = (values: Values, name: string): string => String(values[name] ?? '')

/** The cells of one line as values, and what is wrong with them. */
export const readLine = (
  kind: ImportKind,
  mapping: Mapping,
  cells: readonly string[],
): { values: Values; problems: Problem[] } => {
  const values: Record<string, CellValue> = {}
  const problems: Problem[] = []
  for (const column of columnsOf(kind)) {
    const { isRequired, label, name, type } = column
    const at = mapping.indexOf(name)
    const text = at >= 0 ? (cells[at] ?? '').trim() : ''
    if (!text) {
      values[name] = null
      if (isRequired) problems.push({ column: name, message: `${label} is missing.` })
      continue
    }
    const read = readCell(type, text)
    values[name] = 'value' in read ? read.value : null
    if ('problem' in read) problems.push({ column: name, message: read.problem })
  }
  return { values, problems }
}
