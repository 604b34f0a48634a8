import type { BasePayload } from 'payload'
import { readHead } from '@/src/lib/checkpointHead'
import { addCheckpoint, newestCheckpoint } from './checkpoints'
import { eventsInOrder } from './eventsInOrder'

/**
 * Once, in a practice whose log is older than checkpoints: signs every chain as it stands. Where a
 * checkpoint was ever made, in the database or noted beside the keys, it does nothing.
 */
export const adoptOlderChains = async (payload: BasePayload): Promise<void> => {
  if (readHead() || (await newestCheckpoint(payload))) return
  const ends = new Map<string, { lastSeq: number; lastHash: string }>()
  for await (const rows of eventsInOrder(payload)) {
    for (const row of rows) ends.set(row.chainId, { lastSeq: row.seq, lastHash: row.hmac })
  }
  for (const [chainId, end] of ends) {
    await addCheckpoint(payload, { kind: 'adopted', chainId, ...end })
  }
}
