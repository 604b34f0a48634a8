import { type Row, textIn } from '@/src/domain/row'

/** A space-separated list of codes. */
export const codesIn = (row: Row | null | undefined, column: string): string[] =>
  textIn(row, column)
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean)
