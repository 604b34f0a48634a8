import type { BasePayload, PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { hmac, randomToken } from '@/src/lib/crypto'
import { insertRows } from '@/src/lib/database'
import { Refusal } from '@/src/lib/errors'
import { globalState } from '@/src/lib/globalState'
import { keyProvider, ringKey } from '@/src/lib/keys'
import { type AuditEvent, type AuditInput, auditEvent } from './event'

type Waiting = { event: AuditEvent; done: () => void; failed: (error: unknown) => void }

/** One writer per process; its chain has a name of its own and never forks. */
const writer = globalState('audit-writer', () => ({
  chainId: randomToken(9),
  seq: 0,
  prevHash: '',
  waiting: [] as Waiting[],
  isFlushing: false,
  isDue: false,
}))

const toRow = (event: AuditEvent): Record<string, unknown> => {
  const seq = writer.seq + 1
  const at = clock.wall().toISOString()
  const patientIds = event.patientIds ?? []
  const facts = {
    seq,
    chainId: writer.chainId,
    at,
    actorKind: event.actorKind,
    actorId: event.actorId,
    actorRoles: event.actorRoles,
    sessionId: event.sessionId,
    onBehalfOf: event.onBehalfOf,
    purpose: event.purpose,
    action: event.action,
    outcome: event.outcome,
    surface: event.surface,
    collectionSlug: event.collection ?? '',
    recordIds: (event.recordIds ?? []).join(' '),
    patientIds: patientIds.join(' '),
    patient: patientIds.length === 1 ? (patientIds[0] ?? '') : '',
    fields: (event.fields ?? []).join(' '),
    reason: event.reason ?? '',
    rules: (event.rules ?? []).join(' '),
    rev: event.rev ?? 0,
    writeId: event.writeId ?? '',
    breakGlassId: '',
    resultCount: event.recordIds?.length ?? 0,
    queryShape: '',
    ip: event.ip,
    uaHash: event.uaHash,
    requestId: event.requestId,
  }
  const canonical = JSON.stringify(facts)
  const signature = hmac(ringKey('audit'), `${writer.prevHash}|${canonical}`)
  const row = {
    ...facts,
    canonical,
    prevHash: writer.prevHash,
    hmac: signature,
    keyId: keyProvider().keyId('audit'),
  }
  writer.seq = seq
  writer.prevHash = signature
  return row
}

const flush = async (payload: BasePayload): Promise<void> => {
  if (writer.isFlushing) return
  writer.isFlushing = true
  try {
    while (writer.waiting.length) {
      const batch = writer.waiting.splice(0, 200)
      const { seq, prevHash } = writer
      try {
        await insertRows(
          payload,
          'audit-events',
          batch.map(({ event }) => toRow(event)),
        )
        for (const { done } of batch) done()
      } catch (error) {
        writer.seq = seq
        writer.prevHash = prevHash
        for (const { failed } of batch) failed(error)
      }
    }
  } finally {
    writer.isFlushing = false
  }
}

// Long enough for requests that run side by side to share one insert, too short for anybody to notice.
const gatherMs = 1

const append = (payload: BasePayload, event: AuditEvent): Promise<void> =>
  new Promise((done, failed) => {
    writer.waiting.push({ event, done, failed })
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
