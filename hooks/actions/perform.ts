import type { PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { scopeKeysOf } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { idIn, type Row, type StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { Crash, faultPoint } from '@/src/lib/faults'
import { audit } from '../audit/writer'
import { type Change, changedFields, type Override } from '../change'
import { type Accepted, enforce, passedIn } from '../enforce'
import { factReader } from '../facts'
import { commitNew, commitRecord, type Pending } from './commit'
import type { ActionContext, AnyAction, Commit, EffectContext } from './define'
import { finishPrevious, runEffects } from './effects'
import { reach, stands, stateRefusal } from './reach'
import type { Proof } from './stepUp'

export type ActionCall = {
  action: AnyAction
  /** Null for an action that makes a record. */
  id: string | null
  input: unknown
  overrides?: readonly Override[]
  idempotencyKey?: string | null
  /** What the person shows before what is sensitive. */
  proof?: Proof
  /** Revision the caller saw, when they say so. */
  rev?: number | null
  /** The same, said in the head of the request. */
  ifMatch?: string | null
}

const changeOf = (action: AnyAction, record: Row, commit: Commit | null, input: Row): Change => {
  const after = { ...record, ...(commit?.set ?? {}) }
  return {
    slug: action.slug,
    on: `action:${action.name}`,
    before: action.on === 'collection' ? null : record,
    after,
    changed: changedFields(record, after),
    input,
  }
}

/** Whom a row of `slug` is about, as the log names them. */
export const patientIdsOf = (slug: string, row: Row): string[] => {
  const patient = idIn(row, scopeKeysOf(slug).patient)
  return patient ? [patient] : []
}

type Done = {
  row: StoredRow
  accepted: Accepted
  pending: Pending
  /** Null when the effects are still to run, once the commit is kept. */
  context: EffectContext | null
  advice: readonly string[]
}

const reachesOutside = ({ effects = [] }: AnyAction): boolean =>
  effects.some(({ isOutside }) => isOutside)

const checkRevision = ({ ifMatch, rev }: ActionCall, current: number): void => {
  if (rev && current !== rev) {
    throw new Refusal(
      'stale',
      'This record changed since you opened it. Reload to see the newest version.',
    )
  }
  if (!rev && ifMatch && ifMatch !== String(current)) {
    throw new Refusal(
      'precondition-failed',
      `This record is at revision ${current}, not ${ifMatch}. Read it again.`,
    )
  }
}

/**
 * One try of an action: reach, state, rules, the intent in the log, then the one compare-and-set. What follows runs
 * here unless it reaches outside; then the caller runs it once the commit is kept.
 */
export const perform = async (
  req: PayloadRequest,
  call: ActionCall,
  input: never,
  key: string,
): Promise<Done> => {
  const { action } = call
  let record: Row = call.id ? await reach(req, action, call.id) : {}
  const actor = actorOf(req)
  if (!stands(action, record)) throw stateRefusal(action, record)
  if (call.id && (await finishPrevious(req, action, record))) {
    record = await reach(req, action, call.id)
    if (!stands(action, record)) throw stateRefusal(action, record)
  }
  checkRevision(call, Number(record['rev'] ?? 0))
  const system = await asSystem(req, `${action.label} (${action.slug})`)
  const read = factReader(req)
  const context: ActionContext<never> = {
    req,
    actor,
    input,
    record,
    read,
    system,
    now: clock.now(),
    key,
  }
  let commit: Commit
  let accepted: Accepted
  let row: StoredRow
  let pending: Pending
  try {
    commit = await action.prepare(context)
    const change = changeOf(action, record, commit, input)
    accepted = await enforce(req, change, call.overrides)
    await audit(req, {
      action: action.name,
      outcome: 'intended',
      collection: action.slug,
      recordIds: call.id ? [call.id] : [],
      patientIds: patientIdsOf(action.slug, change.after),
      fields: change.changed,
      rev: Number(record['rev'] ?? 0),
      writeId: key,
    })
    faultPoint(`${action.slug}.${action.name}:before-commit`)
    pending = {
      action: action.name,
      key,
      refs: commit.refs ?? {},
      actorId: actor.id,
      at: clock.wall().toISOString(),
      passed: passedIn(accepted),
    }
    const step = { action, commit, pending }
    row =
      action.on === 'collection'
        ? await commitNew(context, step)
        : await commitRecord(context, step)
  } catch (error) {
    if (!(error instanceof Crash)) await action.release?.(context)
    throw error
  }
  faultPoint(`${action.slug}.${action.name}:after-commit`)
  const isKeptFirst = reachesOutside(action)
  const after = isKeptFirst ? null : await runEffects(req, action, row, pending)
  return { row, accepted, pending, context: after, advice: commit.advice ?? [] }
}
