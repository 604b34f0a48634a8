import type { BasePayload, Where } from 'payload'
import { countOf } from '@/src/domain/countOf'
import { clock } from '@/src/lib/clock'
import { addCheckpoint } from './checkpoints'
import type { Problem } from './problems'
import { chainsSince, type KnownChain, walkChain } from './sealChains'

// One night's work; the rest waits for the next.
const daysPerRun = 60
const firstDay = '0000-01-01'

/** The last day (UTC) that stays, `years` before today. */
export const oldestKeptDay = (years: number): string => {
  const today = clock.wall()
  today.setUTCFullYear(today.getUTCFullYear() - years)
  return today.toISOString().slice(0, 10)
}

type PrunedRow = { id: string; day: string }

const prunedDays = async (payload: BasePayload): Promise<string[]> => {
  const { docs } = await payload.db.find<PrunedRow>({
    collection: 'audit-checkpoints',
    where: { kind: { equals: 'pruned' } },
    sort: '-number',
    limit: 0,
    pagination: false,
  })
  return docs.map(({ day }) => day)
}

// A chain is named after its day and a dot; the slash is the character after the dot.
const ofDay = (column: string, day: string): Where => ({
  and: [{ [column]: { greater_than_equal: `${day}.` } }, { [column]: { less_than: `${day}/` } }],
})

const remove = async (payload: BasePayload, day: string): Promise<void> => {
  await payload.db.deleteMany({ collection: 'audit-events', where: ofDay('chainId', day) })
  await payload.db.deleteMany({ collection: 'audit-subjects', where: ofDay('chainId', day) })
}

const walkDay = async (
  payload: BasePayload,
  chains: readonly KnownChain[],
): Promise<{ problems: Problem[]; events: number }> => {
  const problems: Problem[] = []
  let events = 0
  for (const chain of chains) {
    const walked = await walkChain(payload, chain)
    problems.push(...walked.problems)
    events += walked.lastSeq
  }
  return { problems, events }
}

export type LetGo = { days: number; events: number; problems: Problem[] }

/**
 * Lets go of whole days older than `years`, each only after it was checked from end to end. A signed
 * checkpoint says so first; the checkpoints of the day stay for good, so that the rest can still be
 * checked. A day that does not hold stays.
 */
export const letGoOldDays = async (payload: BasePayload, years: number): Promise<LetGo> => {
  const result: LetGo = { days: 0, events: 0, problems: [] }
  const gone = new Set(await prunedDays(payload))
  const old = await chainsSince(payload, firstDay, oldestKeptDay(years))
  const byDay = new Map<string, KnownChain[]>()
  for (const chain of old) {
    const { day } = chain.newest
    if (!day || gone.has(day)) continue
    byDay.set(day, [...(byDay.get(day) ?? []), chain])
  }
  for (const day of [...byDay.keys()].sort().slice(0, daysPerRun)) {
    const chains = byDay.get(day) ?? []
    const { problems, events } = await walkDay(payload, chains)
    result.problems.push(...problems)
    if (problems.length) continue
    const note = `${events} events in ${countOf(chains.length, 'chain')}`
    await addCheckpoint(payload, { kind: 'pruned', day, note })
    await remove(payload, day)
    result.days += 1
    result.events += events
  }
  // What a crash left standing between the checkpoint and the end of the deletion.
  for (const day of [...gone].slice(0, daysPerRun)) await remove(payload, day)
  return result
}
