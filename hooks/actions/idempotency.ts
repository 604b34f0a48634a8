import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { randomToken, sha256 } from '@/src/lib/crypto'
import { isDuplicateKey, isWriteConflict, retryTransient } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { Refusal } from '@/src/lib/errors'
import { globalState } from '@/src/lib/globalState'

type KeyRow = {
  id: string
  bodyHash: string
  state: string
  recordId?: string
  startedAt: string
  owner?: string
}

export type IdempotentCall = {
  /** The same for every repetition. */
  key: string
  /** The record of the call that came first and ended; null when this call has to do the work. */
  finished: string | null
  isRepeat: boolean
  finish: (recordId: string) => Promise<void>
  /** Frees the key: the call was refused before anything happened. */
  abandon: () => Promise<void>
  /** This process is through with it, however it went. */
  close: () => void
}

const headerName = 'idempotency-key'
const keyPattern = /^[\w.:-]{8,200}$/

/** What the client sent as Idempotency-Key, checked; null without one. */
export const idempotencyKeyOf = (req: PayloadRequest): string | null => {
  const given = req.headers?.get?.(headerName)?.trim()
  if (!given) return null
  if (!keyPattern.test(given)) {
    throw new Refusal('invalid', 'Idempotency-Key takes 8 to 200 letters, digits, or . : _ -')
  }
  return given
}

const rowOf = (req: PayloadRequest, uniqueKey: string): Promise<KeyRow | null> =>
  req.payload.db.findOne<KeyRow>({
    collection: 'idempotency-keys',
    where: { uniqueKey: { equals: uniqueKey } },
  })

// Longer than any request runs: an open row of another server older than this was left by a death.
const aliveMs = 60_000

const mine = globalState('idempotent-calls', () => ({
  owner: randomToken(9),
  open: new Set<string>(),
}))

/** Whether whoever opened the row is certainly not at it any more. */
const wasLeft = (row: KeyRow, uniqueKey: string): boolean => {
  if (row.owner === mine.owner) return !mine.open.has(uniqueKey)
  // SQLite belongs to one process at a time: another owner is a process that ended.
  return !isMongo || clock.wall().getTime() - new Date(row.startedAt).getTime() > aliveMs
}

/**
 * Opens a call under its key. A second call with the same key and body gets the first one's record;
 * with another body it is refused (409).
 */
export const openIdempotent = async (
  req: PayloadRequest,
  { door, body, givenKey }: { door: string; body: unknown; givenKey: string },
): Promise<IdempotentCall> => {
  const actor = actorOf(req)
  const uniqueKey = sha256(`${actor.kind}|${actor.id ?? ''}|${givenKey}`)
  const bodyHash = sha256(`${door}|${JSON.stringify(body ?? null)}`)
  const startedAt = clock.wall().toISOString()
  const finish = async (recordId: string): Promise<void> => {
    await req.payload.db.updateOne({
      collection: 'idempotency-keys',
      where: { uniqueKey: { equals: uniqueKey } },
      data: { state: 'done', recordId },
    })
  }
  const abandon = async (): Promise<void> => {
    await req.payload.db.deleteOne({
      collection: 'idempotency-keys',
      where: { uniqueKey: { equals: uniqueKey } },
    })
  }
  const call = (finished: string | null, isRepeat: boolean): IdempotentCall => ({
    key: uniqueKey,
    finished,
    isRepeat,
    finish,
    abandon,
    close: () => mine.open.delete(uniqueKey),
  })
  try {
    await retryTransient(() =>
      req.payload.db.create({
        collection: 'idempotency-keys',
        data: { uniqueKey, bodyHash, door, state: 'open', startedAt, owner: mine.owner },
      }),
    )
    mine.open.add(uniqueKey)
    return call(null, false)
  } catch (error) {
    if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
  }
  const row = await rowOf(req, uniqueKey)
  if (!row) throw new Refusal('conflict', 'This request is being handled. Ask again in a moment.')
  if (row.bodyHash !== bodyHash) {
    throw new Refusal(
      'conflict',
      'This Idempotency-Key was used with a different request. Use a new key.',
    )
  }
  if (row.state === 'done' && row.recordId) return call(row.recordId, true)
  if (!wasLeft(row, uniqueKey)) {
    throw new Refusal(
      'conflict',
      'The first request with this Idempotency-Key is still running. Ask again in a moment.',
    )
  }
  mine.open.add(uniqueKey)
  return call(null, true)
}
