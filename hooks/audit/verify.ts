import type { BasePayload } from 'payload'
import { readHead } from '@/src/lib/checkpointHead'
import { columnText } from '@/src/lib/columnText'
import { dayOfChain } from './chain'
import { checkChain } from './checkChain'
import { checkCheckpoints } from './checkCheckpoints'
import { eventsBetweenRests, eventsInOrder } from './eventsInOrder'
import { isNotice, type Problem } from './problems'
import { writerHead } from './writer'

export type Verification = {
  /** Events and checkpoints walked. */
  events: number
  checkpoints: number
  chains: number
  /** Signs that the log was altered, the first ones; `problemCount` counts all. */
  problems: Problem[]
  problemCount: number
  /** What deserves an explanation and is no alteration. */
  notices: Problem[]
  /** Instant of the newest event walked; empty for an empty log. */
  upTo: string
}

const kept = 200

type Options = {
  /** First day (UTC) whose chains are walked; everything when absent. Checkpoints are always all walked. */
  fromDay?: string
  /**
   * The part of the time that it takes for itself, from 0 to 1. Less than all of it in a server, where it would hold
   * up every page for as long as it runs; all when absent.
   */
  share?: number
  /** Called after every few thousand events. */
  onProgress?: (events: number) => void
}

const restFor = (ms: number): Promise<unknown> =>
  new Promise((done) => (ms > 0 ? setTimeout(done, ms) : setImmediate(done)))

/**
 * Walks the access log and its checkpoints and says what was changed, removed, inserted or reordered. Reads
 * only; a log that grows meanwhile is fine.
 */
export const verifyLog = async (
  payload: BasePayload,
  { fromDay = '', share = 1, onProgress }: Options = {},
): Promise<Verification> => {
  const result: Verification = {
    events: 0,
    checkpoints: 0,
    chains: 0,
    problems: [],
    problemCount: 0,
    notices: [],
    upTo: '',
  }
  const report = (problem: Problem): void => {
    if (!isNotice(problem)) result.problemCount += 1
    const list = isNotice(problem) ? result.notices : result.problems
    if (list.length < kept) list.push(problem)
  }
  // In this order: whatever is noted now must be found later.
  const live = writerHead()
  const head = readHead()
  const { chains, prunedDays, count } = await checkCheckpoints(payload, { head, report })
  result.checkpoints = count

  const isWalked = (chainId: string): boolean =>
    chainId >= fromDay && !prunedDays.has(dayOfChain(chainId))
  const unseen = new Set([...chains.keys()].filter(isWalked))
  const checkerOf = (chainId: string) =>
    checkChain({
      chainId,
      known: chains.get(chainId),
      mustReach: live?.chainId === chainId ? live.seq : 0,
      report,
    })
  const at: { chainId: string | null; checker: ReturnType<typeof checkChain> | null } = {
    chainId: null,
    checker: null,
  }
  const enter = (chainId: string): void => {
    at.checker?.end()
    at.chainId = chainId
    at.checker = isWalked(chainId) ? checkerOf(chainId) : null
    if (at.checker) result.chains += 1
    unseen.delete(chainId)
  }
  const size = share < 1 ? eventsBetweenRests : undefined
  let began = performance.now()
  for await (const rows of eventsInOrder(payload, { from: fromDay, size })) {
    for (const row of rows) {
      if (row.chainId !== at.chainId) enter(row.chainId)
      at.checker?.next(row)
      const when = columnText(row['at'])
      if (when > result.upTo) result.upTo = when
    }
    result.events += rows.length
    onProgress?.(result.events)
    // Other requests have their turn: checking marks is pure computation.
    await restFor((performance.now() - began) * (1 / share - 1))
    began = performance.now()
  }
  at.checker?.end()
  for (const chainId of unseen) checkerOf(chainId).end()
  return result
}
