import type { Row } from '@/src/domain/row'

/** Text of a column; empty when there is none. */
export const textIn = (row: Row | null | undefined, column: string): string => {
  const value = row?.[column]
  return typeof value === 'string' ? value : ''
}

/** Number of a column; zero when there is none. */
export const numberIn = (row: Row | null | undefined, column: string): number => {
  const value = row?.[column]
  return typeof value === 'number' ? value : 0
}

/** A space-separated list of codes. */
export const codesIn = (row: Row | null | undefined, column: string): string[] =>
  textIn(row, column)
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean)
