import { hmac, randomToken } from '@/src/lib/crypto'
import { ringKey } from '@/src/lib/keys'
import type { AuditEvent } from './event'

/**
 * Columns of an event that its mark covers. The canonical text is what was marked; the columns repeat it
 * so that it can be searched.
 */
export const markedColumns = [
  'seq',
  'chainId',
  'at',
  'actorKind',
  'actorId',
  'actorRoles',
  'sessionId',
  'onBehalfOf',
  'purpose',
  'action',
  'outcome',
  'surface',
  'collectionSlug',
  'recordIds',
  'patientIds',
  'patient',
  'fields',
  'reason',
  'rules',
  'rev',
  'writeId',
  'breakGlassId',
  'resultCount',
  'queryShape',
  'ip',
  'uaHash',
  'requestId',
] as const

type MarkedColumn = (typeof markedColumns)[number]

export type EventFacts = Record<MarkedColumn, string | number>

/** The columns of an event at its place in a chain. */
export const factsOf = (
  event: AuditEvent,
  place: { seq: number; chainId: string; at: string },
): EventFacts => {
  const patientIds = event.patientIds ?? []
  return {
    ...place,
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
    breakGlassId: event.breakGlassId,
    resultCount: event.recordIds?.length ?? 0,
    queryShape: '',
    ip: event.ip,
    uaHash: event.uaHash,
    requestId: event.requestId,
  }
}

/** HMAC-SHA256 under the log's own key over the mark before and the exact stored text. */
export const markOf = (prevHash: string, canonical: string): string =>
  hmac(ringKey('audit'), `${prevHash}|${canonical}`)

/** A chain belongs to one process and one day (UTC): days can be sealed, checked and let go one by one. */
export const newChainId = (day: string): string => `${day}.${randomToken(6)}`

/** The day a chain belongs to; empty for a chain from before chains had days. */
export const dayOfChain = (chainId: string): string =>
  /^\d{4}-\d{2}-\d{2}\./.test(chainId) ? chainId.slice(0, 10) : ''
