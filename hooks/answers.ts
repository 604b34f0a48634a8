import type { Row } from '@/src/domain/row'

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inVersion = (row: Row): Row =>
  isRow(row['version']) && 'parent' in row ? row['version'] : row

/** The records an operation of Payload answers with, whatever its shape: one, a page of them, or versions. */
export const rowsOfAnswer = (result: unknown): Row[] => {
  if (!isRow(result)) return []
  const docs = result['docs']
  return (Array.isArray(docs) ? docs.filter(isRow) : [result]).map(inVersion)
}
