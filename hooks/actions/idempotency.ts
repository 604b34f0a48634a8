import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/principal'
import { changeIf } from '@/src/lib/changeIf'
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

/**
 * Whether whoever opened the row is certainly not at it any more; asked while this process holds the
 * key, so that an open row of its own was left behind by a call that died.
 */
const wasLeft = (row: KeyRow): boolean => {
  if (row.owner === mine.owner) return true
  // SQLite belongs to one process at a time: another owner is a process that ended.
  return !isMongo || clock.wall().getTime() - new Date(row.startedAt).getTime() > aliveMs
}

/** Of several servers that find a call left behind, one goes on with it. */
const takeOver = async (req: PayloadRequest, row: KeyRow, startedAt: string): Promise<boolean> =>
  Boolean(
    await changeIf(req.payload, {
      collection: 'idempotency-keys',
      where: [
        { id: { equals: row.id } },
        { state: { equals: 'open' } },
        { owner: { equals: row.owner } },
        { startedAt: { equals: row.startedAt } },
      ],
      data: { owner: mine.owner, startedAt },
    }),
  )

const stillRunning = (): Refusal =>
  new Refusal(
    'conflict',
    'The first request with this Idempotency-Key is still running. Ask again in a moment.',
  )

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
  const answerFrom = (row: KeyRow): IdempotentCall | null => {
    if (row.bodyHash !== bodyHash) {
      throw new Refusal(
        'conflict',
        'This Idempotency-Key was used with a different request. Use a new key.',
      )
    }
    return row.state === 'done' && row.recordId ? call(row.recordId, true) : null
  }
  // Taken before anything is awaited: of several calls in this process one goes on.
  if (mine.open.has(uniqueKey)) {
    const row = await rowOf(req, uniqueKey)
    const known = row && answerFrom(row)
    if (known) return { ...known, finish: async () => undefined, close: () => undefined }
    throw stillRunning()
  }
  mine.open.add(uniqueKey)
  try {
    const isNew = await retryTransient(() =>
      req.payload.db.create({
        collection: 'idempotency-keys',
        data: { uniqueKey, bodyHash, door, state: 'open', startedAt, owner: mine.owner },
      }),
    ).catch((error: unknown) => {
      if (!isDuplicateKey(error) && !isWriteConflict(error)) throw error
      return null
    })
    if (isNew) return call(null, false)
    const row = await rowOf(req, uniqueKey)
    if (!row) throw stillRunning()
    const known = answerFrom(row)
    if (known) return known
    if (!wasLeft(row) || !(await takeOver(req, row, startedAt))) throw stillRunning()
    return call(null, true)
  } catch (error) {
    mine.open.delete(uniqueKey)
    throw error
  }
}
