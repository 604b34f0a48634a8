import type { BasePayload } from 'payload'
import type { Row, StoredRow } from '@/src/domain/row'
import { rowsInOrder } from '@/src/lib/rowsInOrder'
import { markedColumns } from './chain'

/** An event as it is stored: its columns, the text that was marked, and the marks. */
export type StoredEvent = StoredRow & {
  seq: number
  chainId: string
  canonical: string
  prevHash: string
  hmac: string
}

const eventsPerRead = 5000
/** Where people wait meanwhile: read and checked in a few hundredths of a second. */
export const eventsBetweenRests = 500
const columns = [...markedColumns, 'canonical', 'prevHash', 'hmac']

const asEvent = (row: Row): StoredEvent => ({
  ...row,
  id: String(row['id']),
  seq: Number(row['seq']),
  chainId: String(row['chainId'] ?? ''),
  canonical: String(row['canonical'] ?? ''),
  prevHash: String(row['prevHash'] ?? ''),
  hmac: String(row['hmac'] ?? ''),
})

/** The log, chain by chain and in sequence, some thousand events at a time; from a day or a chain on when given. */
export async function* eventsInOrder(
  payload: BasePayload,
  { from = '', size = eventsPerRead }: { from?: string; size?: number } = {},
): AsyncGenerator<StoredEvent[]> {
  const read = rowsInOrder(payload, {
    slug: 'audit-events',
    columns,
    by: ['chainId', 'seq'],
    from,
    size,
  })
  for await (const rows of read) yield rows.map(asEvent)
}
