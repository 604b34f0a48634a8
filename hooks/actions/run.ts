import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { asSystem, systemMarkOf } from '@/access/asSystem'
import { decide, mayName, scopeKeysOf } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { idIn } from '@/access/scopes'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'
import { retryTransient } from '@/src/lib/database'
import { type Finding, notFound, Refusal } from '@/src/lib/errors'
import { Crash, faultPoint } from '@/src/lib/faults'
import { audit } from '../audit/writer'
import { type Change, changedFields, type Override, type Row } from '../change'
import { type Accepted, enforce, passedIn } from '../enforce'
import { factReader } from '../facts'
import { requireRevision } from '../revision'
import { commitNew, commitRecord, findDone, type Pending, type Stored } from './commit'
import type { ActionContext, AnyAction, Commit, EffectContext } from './define'
import { finishPrevious, runEffects } from './effects'
import { type IdempotentCall, openIdempotent } from './idempotency'
import { reach, stands, stateRefusal } from './reach'
import { checkStepUp, type Proof } from './stepUp'

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

export type ActionAnswer = {
  id: string
  status: string | null
  rev: number
  isReplay: boolean
  result: Row
  advice: string[]
}

const parseInput = (action: AnyAction, input: unknown): never => {
  const result = action.input.safeParse(input ?? {})
  if (result.success) return result.data as never // typed by the action itself
  const findings: Finding[] = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }))
  throw new Refusal('invalid', findings)
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

/** A patient out of reach answers like one that does not exist, before anything is said about them. */
const requireNamed = async (req: PayloadRequest, action: AnyAction, input: Row): Promise<void> => {
  const { patient } = input
  if (action.on !== 'collection' || typeof patient !== 'string' || systemMarkOf(req)) return
  if (!(await mayName(req, action.slug, { verb: action.name, patient }))) throw notFound()
}

const patientIdsOf = (slug: string, row: Row): string[] => {
  const patient = idIn(row, scopeKeysOf(slug).patient)
  return patient ? [patient] : []
}

const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const isOurs = await initTransaction(req)
  try {
    const result = await work()
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

type Done = {
  row: Stored
  accepted: Accepted
  pending: Pending
  /** Null when the effects are still to run, once the commit is kept. */
  context: EffectContext | null
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

const perform = async (
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
  let row: Stored
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
  return { row, accepted, pending, context: after }
}

const replay = (row: Stored): ActionAnswer => ({
  id: row.id,
  status: (row['status'] as string | undefined) ?? null,
  rev: Number(row['rev'] ?? 0),
  isReplay: true,
  result: {},
  advice: [],
})

const auditDone = (
  req: PayloadRequest,
  { action, row, key, rules }: { action: AnyAction; row: Stored; key: string; rules?: string[] },
): Promise<void> =>
  audit(req, {
    action: action.name,
    outcome: 'done',
    collection: action.slug,
    recordIds: [row.id],
    patientIds: patientIdsOf(action.slug, row),
    writeId: key,
    rules,
    rev: Number(row['rev'] ?? 0),
  })

const finishCrashed = async (
  req: PayloadRequest,
  action: AnyAction,
  key: string,
): Promise<Stored | null> => {
  const row = await findDone(req, action, key)
  if (!row) return null
  const pending = row['pendingAction']
  if (typeof pending === 'string' && pending)
    await runEffects(req, action, row, JSON.parse(pending) as Pending)
  await auditDone(req, { action, row, key })
  return row
}

/** The record of the call that came first under the same key, brought to its end; null without one. */
const finishedBefore = async (
  req: PayloadRequest,
  action: AnyAction,
  call: IdempotentCall,
): Promise<Stored | null> => {
  if (!call.finished) return call.isRepeat ? finishCrashed(req, action, call.key) : null
  return req.payload.db.findOne<Stored>({
    collection: action.slug,
    where: { id: { equals: call.finished } },
  })
}

/** What is sensitive asks for the person again, and so does going past a rule. */
const needsStepUp = (req: PayloadRequest, { action, overrides }: ActionCall): boolean => {
  if (systemMarkOf(req)) return false
  const goesPast = Boolean(overrides?.length) && actorOf(req).kind !== 'apiClient'
  return action.stepUp === true || goesPast
}

/**
 * Runs one action as the request's user: reach, rules, one compare-and-set, then what follows.
 * Throws a Refusal; when it does, nothing happened.
 */
export const runAction = async (req: PayloadRequest, call: ActionCall): Promise<ActionAnswer> => {
  const { action } = call
  if (
    !systemMarkOf(req) &&
    action.on === 'collection' &&
    (await decide(req, action.slug, action.name)) === false
  ) {
    throw actorOf(req).kind === 'anonymous'
      ? new Refusal('signed-out', 'Sign in first.')
      : new Refusal('not-granted', `You may not do this: "${action.label}" is for other roles.`)
  }
  if (call.id) await reach(req, action, call.id)
  if (call.id && !call.rev && !call.ifMatch) requireRevision(req)
  // After the question of access: who may not act here learns nothing about the input.
  const input = parseInput(action, call.input)
  await requireNamed(req, action, input)
  let opened: IdempotentCall | null = null
  if (call.idempotencyKey) {
    opened = await openIdempotent(req, {
      door: `${action.slug} ${call.id ?? ''} ${action.name}`,
      body: input,
      givenKey: call.idempotencyKey,
    })
  }
  const key = opened?.key ?? randomToken(18)
  try {
    const done = opened && (await finishedBefore(req, action, opened))
    if (done) {
      await opened?.finish(done.id)
      return replay(done)
    }
    if (needsStepUp(req, call)) await checkStepUp(req, call.proof)
    const inOne = <T>(work: () => Promise<T>): Promise<T> =>
      retryTransient(() => inTransaction(req, work))
    const { row, accepted, pending, ...did } = await inOne(() => perform(req, call, input, key))
    const context = did.context ?? (await inOne(() => runEffects(req, action, row, pending)))
    const rules = accepted.overridden.map(({ override }) => override.rule)
    await auditDone(req, { action, row, key, rules })
    await opened?.finish(row.id)
    return {
      id: row.id,
      status: (row['status'] as string | undefined) ?? null,
      rev: Number(row['rev'] ?? 0),
      isReplay: false,
      result: (await action.answer?.(context)) ?? {},
      advice: accepted.advice.map((finding) => finding.message),
    }
  } catch (error) {
    if (opened && !(error instanceof Crash) && !(await findDone(req, action, key)))
      await opened.abandon()
    throw error
  } finally {
    opened?.close()
  }
}
