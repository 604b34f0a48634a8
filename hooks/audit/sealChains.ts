import type { BasePayload } from 'payload'
import { clock } from '@/src/lib/clock'
import { type ChainMarks, checkChain } from './checkChain'
import type { CheckpointRow } from './checkpoints'
import { eventsInOrder } from './eventsInOrder'
import type { Problem } from './problems'
import { writerHead } from './writer'

export type KnownChain = { chainId: string; known: ChainMarks }

// Three times as long as a working process waits between two checkpoints.
const silenceMs = 15 * 60_000

/** What the checkpoints from a day on say about each chain, and the newest of each. */
export const chainsSince = async (
  payload: BasePayload,
  fromDay: string,
  untilDay?: string,
): Promise<(KnownChain & { newest: CheckpointRow })[]> => {
  const { docs } = await payload.db.find<CheckpointRow>({
    collection: 'audit-checkpoints',
    where: {
      and: [
        { chainId: { not_equals: '' } },
        { day: { greater_than_equal: fromDay } },
        ...(untilDay ? [{ day: { less_than: untilDay } }] : []),
      ],
    },
    sort: 'number',
    limit: 0,
    pagination: false,
  })
  const chains = new Map<string, KnownChain & { newest: CheckpointRow }>()
  for (const row of docs) {
    const chain = chains.get(row.chainId) ?? {
      chainId: row.chainId,
      known: { isOpened: false, marks: new Map() },
      newest: row,
    }
    chains.set(row.chainId, chain)
    chain.newest = row
    if (row.kind === 'open') chain.known.isOpened = true
    if (row.lastSeq > 0)
      chain.known.marks.set(row.lastSeq, { hash: row.lastHash, number: row.number })
  }
  return [...chains.values()]
}

/** Chains of processes that are gone, or silent for so long that nobody can tell. */
export const chainsWithoutEnd = async (
  payload: BasePayload,
  fromDay: string,
): Promise<KnownChain[]> => {
  const own = writerHead()?.chainId
  const before = clock.wall().getTime() - silenceMs
  return (await chainsSince(payload, fromDay)).filter(
    ({ chainId, newest }) =>
      chainId !== own && newest.kind !== 'closed' && new Date(newest.at).getTime() < before,
  )
}

/** Checks one chain by itself; answers where it ends. */
export const walkChain = async (
  payload: BasePayload,
  { chainId, known }: KnownChain,
): Promise<{ problems: Problem[]; lastSeq: number; lastHash: string }> => {
  const problems: Problem[] = []
  const checker = checkChain({
    chainId,
    known,
    mustReach: 0,
    report: (problem) => problems.push(problem),
  })
  for await (const rows of eventsInOrder(payload, { from: chainId })) {
    const own = rows.filter((row) => row.chainId === chainId)
    for (const row of own) checker.next(row)
    if (own.length < rows.length) break
  }
  return { problems, ...checker.end() }
}
