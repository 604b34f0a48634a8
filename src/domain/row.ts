/** A record read by column name: which columns there are differs by reader and by database. */
export type Row = Readonly<Record<string, unknown>>

/** One that the database holds. */
export type StoredRow = Row & { readonly id: string }
