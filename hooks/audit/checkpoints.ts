import type { BasePayload } from 'payload'
import { noteHead, readHead } from '@/src/lib/checkpointHead'
import { clock } from '@/src/lib/clock'
import { sha256 } from '@/src/lib/crypto'
import { isDuplicateKey, isWriteConflict } from '@/src/lib/database'
import { signText } from '@/src/lib/signingKey'
import { dayOfChain } from './chain'

/**
 * `open` and `closed` begin and end a chain, `running` says how far it is, `idle` that nothing happened,
 * `adopted` takes in a chain older than checkpoints, `restored` that the database was set back, `pruned`
 * that a whole day was let go after its time.
 */
export type CheckpointKind =
  | 'open'
  | 'running'
  | 'closed'
  | 'idle'
  | 'adopted'
  | 'restored'
  | 'pruned'

export type CheckpointFacts = {
  number: number
  at: string
  kind: CheckpointKind
  chainId: string
  day: string
  lastSeq: number
  lastHash: string
  note: string
}

export type CheckpointRow = CheckpointFacts & {
  id: string
  canonical: string
  prevHash: string
  signature: string
}

export type NewCheckpoint = {
  kind: CheckpointKind
  chainId?: string
  day?: string
  lastSeq?: number
  lastHash?: string
  note?: string
}

/** What the next checkpoint and the note beside the keys say about this one. */
export const hashOfCheckpoint = (row: Pick<CheckpointRow, 'canonical' | 'signature'>): string =>
  sha256(`${row.canonical}|${row.signature}`)

const attempts = 40

export const newestCheckpoint = async (payload: BasePayload): Promise<CheckpointRow | null> => {
  const { docs } = await payload.db.find<CheckpointRow>({
    collection: 'audit-checkpoints',
    where: {},
    sort: '-number',
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

const insertCheckpoint = async (
  payload: BasePayload,
  given: NewCheckpoint,
  before: { number: number; hash: string },
): Promise<void> => {
  const chainId = given.chainId ?? ''
  const facts: CheckpointFacts = {
    number: before.number + 1,
    at: clock.wall().toISOString(),
    kind: given.kind,
    chainId,
    day: given.day ?? dayOfChain(chainId),
    lastSeq: given.lastSeq ?? 0,
    lastHash: given.lastHash ?? '',
    note: given.note ?? '',
  }
  const canonical = JSON.stringify(facts)
  const row = {
    ...facts,
    canonical,
    prevHash: before.hash,
    signature: signText(`${before.hash}|${canonical}`),
  }
  await payload.db.create({ collection: 'audit-checkpoints', data: row })
  noteHead({ number: facts.number, hash: hashOfCheckpoint(row) })
}

/**
 * Adds one signed checkpoint behind all others, whichever server they come from. A database that knows
 * fewer than the note beside the keys was set back: that is recorded first, for good.
 */
export const addCheckpoint = async (payload: BasePayload, given: NewCheckpoint): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    // The note first: it is written after the row, so that the row is there by the time we look.
    const head = readHead()
    const newest = await newestCheckpoint(payload)
    const known = { number: newest?.number ?? 0, hash: newest ? hashOfCheckpoint(newest) : '' }
    try {
      if (head && head.number > known.number) {
        const note = `${known.number + 1}-${head.number}`
        const before = { number: head.number, hash: known.hash }
        await insertCheckpoint(payload, { kind: 'restored', note }, before)
        continue
      }
      return await insertCheckpoint(payload, given, known)
    } catch (error) {
      const isTaken = isDuplicateKey(error) || isWriteConflict(error)
      if (!isTaken || attempt >= attempts) throw error
      await new Promise((done) => setTimeout(done, attempt + 4 * (attempt % 3)))
    }
  }
}
