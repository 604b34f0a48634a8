import type { PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { type Actor, actorOf, emergenciesOf } from '@/access/principal'
import { randomToken, sha256 } from '@/src/lib/crypto'

export type AuditOutcome = 'intended' | 'done' | 'refused' | 'failed' | 'seen' | 'not-applied'

export type AuditInput = {
  /** read, create, update, sign-in, or the name of an action. */
  action: string
  outcome: AuditOutcome
  collection?: string
  recordIds?: readonly string[]
  patientIds?: readonly string[]
  /** Names of changed fields; never what they say. */
  fields?: readonly string[]
  reason?: string
  /** Code of the purpose a person gave, such as `complaint`. */
  purpose?: string
  rules?: readonly string[]
  /** Revision of the record the write starts from; the sweeper settles intents by it. */
  rev?: number
  /** Ties an outcome to its intent. */
  writeId?: string
  /** The emergency access it is about; without one, those by which the caller has one of the charts open. */
  breakGlassId?: string
}

/** Everything an audit row says; `confidentiality` columns of the log, ids and names only. */
export type AuditEvent = AuditInput & {
  actorKind: string
  actorId: string
  actorRoles: string
  sessionId: string
  onBehalfOf: string
  purpose: string
  breakGlassId: string
  surface: string
  requestId: string
  ip: string
  uaHash: string
}

type Bag = { requestId?: string; surface?: string }

/** One id per request, in the log, in the audit and in every error a person sees. */
export const requestIdOf = (req: Pick<PayloadRequest, 'context'>): string => {
  const bag = req.context as Bag
  bag.requestId ??= randomToken(9)
  return bag.requestId
}

const surfaceOf = (req: PayloadRequest): string => {
  const bag = req.context as Bag
  if (bag.surface) return bag.surface
  if (req.payloadAPI === 'REST') return 'rest'
  return req.payloadAPI === 'GraphQL' ? 'graphql' : 'local'
}

/** Whatever a person does with a chart that they have open in an emergency says so. */
const emergencyIdOf = (actor: Actor, patientIds: readonly string[] = []): string =>
  emergenciesOf(actor)
    .filter(({ patient }) => patientIds.includes(patient))
    .map(({ id }) => id)
    .join(' ')

export const auditEvent = (req: PayloadRequest, input: AuditInput): AuditEvent => {
  const actor = actorOf(req)
  const system = systemMarkOf(req)
  const agent = req.headers?.get?.('user-agent') ?? ''
  return {
    ...input,
    reason: input.reason ?? system?.reason ?? '',
    actorKind: actor.kind === 'anonymous' && system ? 'system' : actor.kind,
    actorId: actor.id ?? '',
    actorRoles: actor.principals.join(' '),
    sessionId: actor.session ? sha256(actor.session.sessionId).slice(0, 16) : '',
    onBehalfOf: actor.proxy ? actor.proxy.patient : system && actor.id ? actor.id : '',
    purpose: input.purpose ?? '',
    breakGlassId: input.breakGlassId ?? emergencyIdOf(actor, input.patientIds),
    surface: surfaceOf(req),
    requestId: requestIdOf(req),
    ip: req.headers?.get?.('x-real-ip') ?? '',
    uaHash: agent ? sha256(agent).slice(0, 16) : '',
  }
}
