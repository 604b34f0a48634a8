import { idIn, type Row } from '@/src/domain/row'

/** Rows by their own id. */
export const rowsById = (rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [String(row['id']), row]))

/** The ids that rows name in a column, each once. */
export const idsNamed = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => idIn(row, column) ?? '').filter(Boolean)),
]

/** Rows by the id they name in a column. */
export const rowsNaming = <Each extends Row>(
  rows: readonly Each[],
  column: string,
): Map<string, Each[]> => {
  const byId = new Map<string, Each[]>()
  for (const row of rows) {
    const id = idIn(row, column) ?? ''
    const known = byId.get(id)
    if (known) known.push(row)
    else byId.set(id, [row])
  }
  return byId
}
