import type { PayloadRequest } from 'payload'
import type { ProxyRight } from '@/src/domain/people/proxies'
import { idIn, type Row, type StoredRow } from '@/src/domain/row'
import { plainRows } from '@/src/lib/plainRows'
import { practiceToday } from '@/src/lib/practiceZone'
import { type DatedGrant, patientsGranted } from './grants'
import { type Actor, actorOf, emergenciesOf } from './principal'
import { noProxy, type ProxyScope, type ScopeContext } from './scopes'

const contextKey = 'therapyOpsScope'

const asGrant = (row: Row): DatedGrant | null => {
  const patient = idIn(row, 'patient')
  if (!patient) return null
  const endsOn = typeof row['endsOn'] === 'string' && row['endsOn'] ? row['endsOn'] : null
  return { patient, startsOn: String(row['startsOn'] ?? ''), endsOn }
}

const careTeamOf = async (
  req: PayloadRequest,
  staffIds: readonly string[],
  on: string,
): Promise<readonly string[]> => {
  const rows = await plainRows<Row>(req.payload, {
    slug: 'care-team-assignments',
    column: 'staff',
    values: staffIds,
    fields: ['patient', 'startsOn', 'endsOn'],
    req,
  })
  const grants = rows.map(asGrant).filter((grant): grant is DatedGrant => grant !== null)
  return Object.freeze(patientsGranted(grants, on))
}

const superviseesOf = async (
  req: PayloadRequest,
  supervisorId: string,
  on: string,
): Promise<string[]> => {
  const rows = await plainRows<Row>(req.payload, {
    slug: 'supervision-agreements',
    column: 'supervisor',
    values: [supervisorId],
    fields: ['supervisee', 'startsOn', 'endsOn'],
    req,
  })
  return rows
    .filter(
      (row) =>
        String(row['startsOn'] ?? '') <= on && (!row['endsOn'] || String(row['endsOn']) >= on),
    )
    .map((row) => idIn(row, 'supervisee'))
    .filter((id): id is string => id !== null)
}

/** Care that somebody under age consented to alone and did not open to those who act for them. */
const closedEpisodesOf = async (req: PayloadRequest, patient: string): Promise<string[]> => {
  const rows = await plainRows<StoredRow>(req.payload, {
    slug: 'care-episodes',
    column: 'patient',
    values: [patient],
    fields: ['isOpenToProxies'],
    req,
  })
  return rows.filter((row) => row['isOpenToProxies'] !== true).map(({ id }) => id)
}

const proxyScopeOf = async (req: PayloadRequest, { proxy }: Actor): Promise<ProxyScope> => {
  if (!proxy?.isInForce) return noProxy
  const having = (right: ProxyRight) => (proxy.rights.includes(right) ? [proxy.patient] : [])
  return {
    records: having('records'),
    booking: having('booking'),
    billing: having('billing'),
    consents: having('consents'),
    closedEpisodes: await closedEpisodesOf(req, proxy.patient),
  }
}

const carriesCaseload = ['clinician', 'intern', 'supervisor', 'director'] as const

/** The scope of anybody, computed anew: for explaining, not for deciding. */
export const scopeContextFor = async (req: PayloadRequest, actor: Actor): Promise<ScopeContext> => {
  const on = practiceToday()
  const isClinical =
    actor.kind === 'staff' && carriesCaseload.some((role) => actor.principals.includes(role))
  const caseload = isClinical && actor.id ? await careTeamOf(req, [actor.id], on) : []
  const staffIds =
    actor.principals.includes('supervisor') && actor.id
      ? await superviseesOf(req, actor.id, on)
      : []
  return {
    userId: actor.id,
    held: actor.principals,
    caseload,
    supervisees: await careTeamOf(req, staffIds, on),
    emergency: emergenciesOf(actor).map(({ patient }) => patient),
    compartment: actor.kind === 'patient' && actor.patientId ? [actor.patientId] : [],
    proxy: await proxyScopeOf(req, actor),
  }
}

/** The caller's scope, computed once per request however many collections ask. */
export const scopeContextOf = (req: PayloadRequest): Promise<ScopeContext> => {
  const context = req.context as Record<string, unknown> // Payload's open bag
  const known = context[contextKey]
  const actor = actorOf(req)
  if (known && (known as { actor: Actor }).actor === actor) {
    return (known as { scope: Promise<ScopeContext> }).scope
  }
  const scope = scopeContextFor(req, actor)
  context[contextKey] = { actor, scope }
  return scope
}

/** After a change of care team or agreement inside the same request. */
export const forgetScope = (req: PayloadRequest): void => {
  delete (req.context as Record<string, unknown>)[contextKey]
}
