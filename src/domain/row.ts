/** A record read by column name: which columns there are differs by reader and by database. */
export type Row = Readonly<Record<string, unknown>>

/** One that the database holds. */
export type StoredRow = Row & { readonly id: string }

/** Text of a column, a number as it is written; empty when there is none. */
export const textIn = (row: Row | null | undefined, column: string): string => {
  const value = row?.[column]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** The same without the space around it. */
export const trimmedIn = (row: Row | null | undefined, column: string): string =>
  textIn(row, column).trim()

/** Number of a column; zero when there is none. */
export const numberIn = (row: Row | null | undefined, column: string): number => {
  const value = row?.[column]
  return typeof value === 'number' ? value : 0
}

/** Id of the record a value names, whether it was populated or not. */
export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : null
}

/** Id of the record a column names; null when it names none. */
export const idIn = (row: Row | null | undefined, column: string): string | null =>
  idOf(row?.[column])
