import type { PayloadRequest, Where } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import { apiScopeName } from './apiScopes'
import { scopesFor } from './policy'
import { type Actor, actorOf, emergenciesOf } from './principal'
import { scopeContextOf } from './scopeContext'
import { isAboutPatientsAlone, isInScope, type ScopeKeys, type ScopeName, whereOf } from './scopes'

const keysBySlug = new Map<string, ScopeKeys>()

export const registerScopeKeys = (keys: ScopeKeys): void => {
  keysBySlug.set(keys.slug, keys)
}

export const scopeKeysOf = (slug: string): ScopeKeys =>
  keysBySlug.get(slug) ?? { slug, patient: 'patient', owner: 'staff' }

/** Made anew each time: Payload empties what it is given when it sums up somebody's rights. */
const nothing = (): Where => ({ id: { in: [] } })

/**
 * The scopes of the cells that the caller can use now: an emergency scope only while a chart is open by it,
 * an API client's only where the verb is among what it was granted (R107).
 */
const scopesHeld = (actor: Actor, slug: string, verb: string): ScopeName[] => {
  if (actor.kind === 'apiClient' && !actor.apiScopes.includes(apiScopeName({ slug, verb })))
    return []
  const names = scopesFor(slug, verb, actor.principals)
  if (!names.includes('emergency') || emergenciesOf(actor).length) return names
  return names.filter((name) => name !== 'emergency')
}

const hasColumn = (req: PayloadRequest, slug: string, column: string): boolean =>
  column === 'id' ||
  Boolean(req.payload.collections[slug]?.config.flattenedFields.some(({ name }) => name === column))

/** Nothing of a chart that is open in an emergency leaves by an export, whoever may export it otherwise. */
const withoutEmergencies = (
  req: PayloadRequest,
  slug: string,
  where: Where | boolean,
): Where | boolean => {
  const patients = emergenciesOf(actorOf(req)).map(({ patient }) => patient)
  const { patient } = scopeKeysOf(slug)
  if (where === false || !patients.length || !hasColumn(req, slug, patient)) return where
  const others: Where = { [patient]: { not_in: patients } }
  return where === true ? others : { and: [where, others] }
}

const reached = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
): Promise<Where | boolean> => {
  const names = scopesHeld(actorOf(req), slug, verb)
  if (!names.length) return false
  if (names.includes('all')) return true
  const where = whereOf(names, await scopeContextOf(req), scopeKeysOf(slug))
  // An empty caseload is an empty list, not a closed door.
  return where === false ? nothing() : where
}

/** What the caller may reach on `slug` by `verb`: nothing, everything, or the rows a Where describes. */
export const decide = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
): Promise<Where | boolean> => {
  const where = await reached(req, slug, verb)
  return verb === 'export' ? withoutEmergencies(req, slug, where) : where
}

/**
 * The same for one record by its id. Where a cell knows emergencies, a chart that is not open by one is
 * out of scope (404), not a kind of record that is for others (403).
 */
export const decideOne = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
): Promise<Where | boolean> => {
  const where = await decide(req, slug, verb)
  const knows = scopesFor(slug, verb, actorOf(req).principals).includes('emergency')
  return where === false && knows ? nothing() : where
}

/** The same decision for one row in memory. */
export const decideRow = async (
  req: PayloadRequest,
  slug: string,
  verb: string,
  row: Row,
): Promise<boolean> => {
  const actor = actorOf(req)
  const names = scopesHeld(actor, slug, verb)
  const isOpenInEmergency = isEmergencyRow(actor, slug, row)
  if (verb === 'export' && isOpenInEmergency) return false
  if (names.includes('all')) return true
  return names.length > 0 && isInScope(names, await scopeContextOf(req), scopeKeysOf(slug), row)
}

/**
 * Whether the caller may name this patient at all in what they make: false where every scope of the cell is one of
 * patients and this is none of them. For whom somebody is or acts, what follows says why not.
 */
export const mayName = async (
  req: PayloadRequest,
  slug: string,
  { verb, patient }: { verb: string; patient: string },
): Promise<boolean> => {
  const actor = actorOf(req)
  if (patient === actor.patientId) return true
  const names = scopesHeld(actor, slug, verb)
  if (!names.every(isAboutPatientsAlone)) return true
  const keys = scopeKeysOf(slug)
  return isInScope(names, await scopeContextOf(req), keys, { [keys.patient]: patient })
}

/** Whether a row belongs to a chart that the caller has open in an emergency. */
export const isEmergencyRow = (
  actor: Actor,
  slug: string,
  row: Row | null | undefined,
): boolean => {
  const open = row ? emergenciesOf(actor) : []
  if (!row || !open.length) return false
  const patient = idIn(row, scopeKeysOf(slug).patient)
  return open.some((grant) => grant.patient === patient)
}

/** Whether all that the caller reaches of `slug` is the chart they have open in an emergency. */
export const isReadInEmergencyOnly = (actor: Actor, slug: string): boolean => {
  const names = scopesHeld(actor, slug, 'read')
  return names.length > 0 && names.every((name) => name === 'emergency')
}

/** Whether the cell grants the verb at all, whatever the row. */
export const isGranted = (req: PayloadRequest, slug: string, verb: string): boolean =>
  scopesHeld(actorOf(req), slug, verb).length > 0

/** The same for one patient's chart: an emergency opens that one and no other. */
export const isGrantedAbout = (
  req: PayloadRequest,
  { slug, verb, patient }: { slug: string; verb: string; patient: string },
): boolean => {
  const actor = actorOf(req)
  const names = scopesHeld(actor, slug, verb)
  if (!names.length || names.some((name) => name !== 'emergency')) return names.length > 0
  return emergenciesOf(actor).some((grant) => grant.patient === patient)
}
