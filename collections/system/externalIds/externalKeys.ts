export type Named = { client: string; collection: string; value: string }

/** What makes a name unique: the client's own for a kind of record. */
export const valueKey = ({ client, collection, value }: Named): string =>
  `${client}|${collection}|${value}`

/** What makes a record's name unique: one per client. */
export const recordKey = ({
  client,
  collection,
  record,
}: Omit<Named, 'value'> & { record: string }): string => `${client}|${collection}|${record}`
