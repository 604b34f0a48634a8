import type { BasePayload, PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { insertRowsSoon, isDuplicateKey, isInHaste } from '@/src/lib/database'
import { Refusal } from '@/src/lib/errors'
import { globalState } from '@/src/lib/globalState'
import { ringKeyId } from '@/src/lib/keys'
import { adoptOlderChains } from './adopt'
import { factsOf, markOf, newChainId } from './chain'
import { addCheckpoint } from './checkpoints'
import { type AuditEvent, type AuditInput, auditEvent } from './event'
import { subjectsOf } from './subjects'

type Waiting = { event: AuditEvent; done: () => void; failed: (error: unknown) => void }

const eventsPerInsert = 200
const eventsPerCheckpoint = 500
const checkpointEveryMs = 5 * 60_000

/** One writer per process; its chain of the day has a name of its own and never forks. */
const writer = globalState('audit-writer', () => ({
  chainId: '',
  day: '',
  /** How far the chain is stored. */
  seq: 0,
  prevHash: '',
  /** How far a checkpoint covers it. */
  coveredSeq: 0,
  /** Keys of the index of patients that are stored for the chain. */
  named: new Set<string>(),
  waiting: [] as Waiting[],
  flushing: null as Promise<void> | null,
  timer: null as NodeJS.Timeout | null,
  isDue: false,
}))

const dayNow = (): string => clock.wall().toISOString().slice(0, 10)

const cover = async (payload: BasePayload, kind: 'running' | 'closed'): Promise<void> => {
  const { chainId, day, seq, prevHash } = writer
  await addCheckpoint(payload, { kind, chainId, day, lastSeq: seq, lastHash: prevHash })
  if (writer.chainId === chainId) writer.coveredSeq = seq
}

/** Signs how far this process's chain is stored, if a checkpoint does not say so yet. */
const coverNow = async (payload: BasePayload): Promise<void> => {
  if (!writer.chainId || writer.coveredSeq === writer.seq) return
  try {
    await cover(payload, 'running')
  } catch (error) {
    payload.logger.error({ err: error, msg: 'A checkpoint of the access log could not be made' })
  }
}

const endChain = async (payload: BasePayload): Promise<void> => {
  if (!writer.chainId) return
  await cover(payload, 'closed')
  writer.chainId = ''
}

/** The chain of today. A clock that was moved back stays in the chain, where it shows. */
const ensureChain = async (payload: BasePayload): Promise<void> => {
  const day = dayNow()
  if (writer.chainId && day <= writer.day) return
  await endChain(payload)
  await adoptOlderChains(payload)
  const chainId = newChainId(day)
  await addCheckpoint(payload, { kind: 'open', chainId, day })
  Object.assign(writer, { chainId, day, seq: 0, prevHash: '', coveredSeq: 0, named: new Set() })
  writer.timer ??= setInterval(() => void coverNow(payload), checkpointEveryMs).unref()
}

const nameSubjects = async (
  payload: BasePayload,
  rows: readonly Parameters<typeof subjectsOf>[0][],
): Promise<void> => {
  // The first moment of each counts: it is the one that stays.
  const made = new Map(rows.flatMap((row) => [...subjectsOf(row, writer.named)]).reverse())
  if (!made.size) return
  try {
    await insertRowsSoon(payload, 'audit-subjects', [...made.values()])
    for (const key of made.keys()) writer.named.add(key)
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The index of the access log lags behind' })
  }
}

const store = async (payload: BasePayload, batch: readonly Waiting[]): Promise<void> => {
  await ensureChain(payload)
  let { seq, prevHash } = writer
  const keyId = ringKeyId('audit')
  const rows = batch.map(({ event }) => {
    const at = clock.wall().toISOString()
    seq += 1
    const facts = factsOf(event, { seq, chainId: writer.chainId, at })
    const canonical = JSON.stringify(facts)
    const row = { ...facts, canonical, prevHash, hmac: markOf(prevHash, canonical), keyId }
    prevHash = row.hmac
    return row
  })
  // A change is on the disk with the write it announces; what was only looked at follows in a second.
  await insertRowsSoon(payload, 'audit-events', rows)
  Object.assign(writer, { seq, prevHash })
  for (const { done } of batch) done()
  await nameSubjects(payload, rows)
  if (writer.seq - writer.coveredSeq >= eventsPerCheckpoint) await coverNow(payload)
}

const storeOrBeginAnew = async (payload: BasePayload, batch: readonly Waiting[]): Promise<void> => {
  try {
    await store(payload, batch)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    // Somebody else's row stands at our place. The chain ends here, for the check to report.
    writer.chainId = ''
    await store(payload, batch)
  }
}

const drain = async (payload: BasePayload): Promise<void> => {
  while (writer.waiting.length) {
    const batch = writer.waiting.splice(0, eventsPerInsert)
    try {
      await storeOrBeginAnew(payload, batch)
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }
}

const flush = (payload: BasePayload): Promise<void> => {
  writer.flushing ??= drain(payload).finally(() => {
    writer.flushing = null
    if (writer.waiting.length) void flush(payload)
  })
  return writer.flushing
}

// Long enough for requests that run side by side to share one insert, too short for anybody to notice.
const gatherMs = 1

const append = (payload: BasePayload, event: AuditEvent): Promise<void> =>
  new Promise((done, failed) => {
    writer.waiting.push({ event, done, failed })
    if (isInHaste(payload)) return void flush(payload)
    if (writer.isDue) return
    writer.isDue = true
    setTimeout(() => {
      writer.isDue = false
      void flush(payload)
    }, gatherMs)
  })

/**
 * Adds one event to the log and resolves once it is stored. Concurrent events share an insert.
 * Throws a Refusal (503) when the log cannot be written: nothing goes on unrecorded.
 */
export const audit = async (req: PayloadRequest, input: AuditInput): Promise<void> => {
  try {
    await append(req.payload, auditEvent(req, input))
  } catch (error) {
    req.payload.logger.error({ err: error, msg: 'The audit log could not be written' })
    throw new Refusal(
      'audit-down',
      'The access log cannot be written just now, so nothing was done. Try again in a minute.',
    )
  }
}

/** How far this process stored its chain; null before its first event. */
export const writerHead = (): { chainId: string; seq: number; hash: string } | null =>
  writer.chainId ? { chainId: writer.chainId, seq: writer.seq, hash: writer.prevHash } : null

/** Ends this process's chain with a checkpoint, at shutdown. What comes later begins a new one. */
export const closeAuditChain = async (payload: BasePayload): Promise<void> => {
  try {
    await flush(payload)
    await endChain(payload)
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The access log could not be closed in order' })
  }
}
