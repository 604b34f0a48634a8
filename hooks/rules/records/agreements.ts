import type { Row } from '@/src/domain/row'

/** Whether a row with `startsOn` and `endsOn` (both days included) holds on a day. */
export const isInForce = (row: Row, on: string): boolean =>
  String(row['startsOn'] ?? '') <= on && (!row['endsOn'] || String(row['endsOn']) >= on)
