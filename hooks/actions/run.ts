import { randomUUID } from 'node:crypto'
import {
  commitTransaction,
  initTransaction,
  killTransaction,
  type PayloadRequest,
  type Where,
} from 'payload'
import { asSystem, systemMarkOf } from '@/access/asSystem'
import { decide, decideRow, mayName, scopeKeysOf } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { idIn } from '@/access/scopes'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'
import { isDuplicateKey, retryTransient } from '@/src/lib/database'
import { type Finding, notFound, Refusal } from '@/src/lib/errors'
import { Crash, faultPoint } from '@/src/lib/faults'
import { isId } from '@/src/lib/ids'
import { audit } from '../audit/writer'
import { type Change, changedFields, type Override, type Row } from '../change'
import { type Accepted, enforce, type Passed, passedIn, recordOverrides } from '../enforce'
import { factReader } from '../facts'
import { requireRevision } from '../revision'
import { sealPlanOf, sealTexts } from '../sealConfidential'
import { announceAction } from '../webhooks/announceAction'
import type { ActionContext, AnyAction, Commit, EffectContext } from './define'
import { type IdempotentCall, openIdempotent } from './idempotency'
import { onBehalfOf } from './onBehalf'
import { actionNamed } from './registry'
import { checkStepUp, type Proof } from './stepUp'

type Stored = Record<string, unknown> & { id: string }

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

/** What the record keeps until the effects of its last action are done: ids and reasons, never content. */
export type Pending = {
  action: string
  key: string
  refs: Commit['refs']
  actorId: string | null
  at: string
  /** Rules that were gone past; written down with the effects. */
  passed?: readonly Passed[]
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

const reach = async (req: PayloadRequest, action: AnyAction, id: string): Promise<Stored> => {
  const { slug, name } = action
  const actor = actorOf(req)
  if (actor.kind === 'anonymous' && !systemMarkOf(req))
    throw new Refusal('signed-out', 'Sign in first.')
  const scope = systemMarkOf(req) ? true : await decide(req, slug, name)
  if (!isId(id)) throw notFound()
  const find = (where: Where | boolean): Promise<Stored | null> =>
    where === false
      ? Promise.resolve(null)
      : req.payload.db.findOne<Stored>({
          collection: slug,
          where: where === true ? { id: { equals: id } } : { and: [{ id: { equals: id } }, where] },
          req,
        })
  const row = await find(scope)
  if (row) return { ...row, ...(await factReader(req).text(slug, row)), id: row.id }
  if (scope === false && (await find(await decide(req, slug, 'read')))) {
    throw new Refusal('not-granted', `You may not do this: "${action.label}" is for other roles.`)
  }
  if (scope === false && actor.kind === 'apiClient') {
    throw new Refusal('not-granted', `The client "${actor.name}" may not do this.`)
  }
  throw notFound()
}

const stateRefusal = (action: AnyAction, record: Row): Refusal => {
  const column = action.from?.column ?? 'status'
  return new Refusal('conflict', [
    {
      path: column,
      message: `"${action.label}" is not possible now: this record is ${String(record[column] ?? 'not ready').replaceAll('_', ' ')}. Reload to see where it stands.`,
    },
  ])
}

const stands = (action: AnyAction, record: Row): boolean =>
  !action.from ||
  action.from.values.some((value) => value === (record[action.from?.column ?? ''] ?? null))

const changeOf = (action: AnyAction, record: Row, commit: Commit | null, input: Row): Change => {
  const after = { ...record, ...(commit?.texts ?? {}), ...(commit?.set ?? {}) }
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

type Step = { action: AnyAction; commit: Commit; pending: Pending }

/** Confidential texts have no column of their own: those among the columns of a commit are sealed with the rest. */
const textsApart = (slug: string, commit: Commit): Commit => {
  const isText = (name: string): boolean => sealPlanOf(slug)?.fields.includes(name) ?? false
  const columns = Object.entries(commit.set)
  const texts = columns.filter(([name]) => isText(name))
  if (!texts.length) return commit
  return {
    ...commit,
    set: Object.fromEntries(columns.filter(([name]) => !isText(name))),
    texts: {
      ...Object.fromEntries(texts.map(([name, text]) => [name, String(text ?? '')])),
      ...commit.texts,
    },
  }
}

const commitRecord = async (
  context: ActionContext<never>,
  { action, commit, pending }: Step,
): Promise<Stored> => {
  const { req, record, key } = context
  const { slug } = action
  const rev = Number(record['rev'] ?? 0)
  const recordUid = record['recordUid'] ?? randomUUID()
  const place = { ...record, recordUid }
  const sealed =
    commit.texts && sealPlanOf(slug)
      ? { recordUid, sealed: await sealTexts(req, slug, place, { ...record, ...commit.texts }) }
      : {}
  const conditions: Where[] = [{ id: { equals: String(record['id']) } }, { rev: { equals: rev } }]
  const won = await req.payload.db
    .updateOne({
      collection: slug,
      where: { and: conditions },
      data: {
        ...commit.set,
        ...sealed,
        rev: rev + 1,
        pendingAction: JSON.stringify(pending),
        lastAction: `${action.name}:${key}`,
      },
      options: { atomic: true },
      req,
    } as Parameters<typeof req.payload.db.updateOne>[0]) // `options.atomic` is not in the published type
    .catch((error: unknown) => {
      // A place that only one record holds was taken while this was prepared.
      if (!isDuplicateKey(error)) throw error
      return null
    })
  if (!won) {
    throw new Refusal(
      'conflict',
      'Somebody else changed this at the same moment. Reload to see what they did.',
    )
  }
  return won as unknown as Stored // every row has an id
}

const commitNew = async (
  context: ActionContext<never>,
  { action, commit, pending }: Step,
): Promise<Stored> => {
  const { req, key, system } = context
  if (!systemMarkOf(req) && !(await decideRow(req, action.slug, action.name, commit.set)))
    throw notFound()
  const data = {
    ...commit.set,
    ...commit.texts,
    pendingAction: JSON.stringify(pending),
    lastAction: `${action.name}:${key}`,
  }
  const made = await system
    .create({ collection: action.slug as never, data }) // slug of the definition
    .catch((error: unknown) => {
      // The unique key of what this action makes was taken while it was prepared.
      if (!isDuplicateKey(error)) throw error
      throw new Refusal('conflict', 'Somebody else made this at the same moment. Reload to see it.')
    })
  const { id } = made as unknown as Stored // every row has an id
  // The Local API's answer leaves out hidden columns, the sealed texts among them.
  const row = await req.payload.db.findOne<Stored>({
    collection: action.slug,
    where: { id: { equals: id } },
    req,
  })
  if (!row) throw notFound()
  return row
}

const findDone = (req: PayloadRequest, action: AnyAction, key: string): Promise<Stored | null> =>
  req.payload.db.findOne<Stored>({
    collection: action.slug,
    where: { lastAction: { equals: `${action.name}:${key}` } },
    req,
  })

/** Runs what follows a commit and takes the mark off; safe to repeat. */
export const runEffects = async (
  req: PayloadRequest,
  action: AnyAction,
  row: Stored,
  pending: Pending,
): Promise<EffectContext> => {
  const read = factReader(req)
  const plain = await read.text(action.slug, row)
  const context: EffectContext = {
    req,
    system: await asSystem(req, `${action.label} (${action.slug})`),
    read,
    record: { ...plain, id: row.id },
    refs: pending.refs ?? {},
    now: clock.now(),
    actorId: pending.actorId,
  }
  await recordOverrides(req, {
    passed: pending.passed ?? [],
    slug: action.slug,
    recordId: row.id,
    door: `action:${action.name}`,
    key: `${action.slug}|${row.id}|${action.name}|${pending.key}`,
  })
  for (const effect of action.effects ?? []) {
    faultPoint(`${action.slug}.${action.name}:before-${effect.name}`)
    await effect.run(context)
  }
  await announceAction(context, action, pending.key)
  faultPoint(`${action.slug}.${action.name}:before-done`)
  await req.payload.db.updateOne({
    collection: action.slug,
    where: {
      and: [
        { id: { equals: row.id } },
        { lastAction: { equals: `${action.name}:${pending.key}` } },
      ],
    },
    data: { pendingAction: null },
    options: { atomic: true },
    req,
  } as Parameters<typeof req.payload.db.updateOne>[0]) // `options.atomic` is not in the published type
  return context
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

/** What an interrupted action left undone comes first: the next commit would overwrite the mark of it. */
const finishPrevious = async (
  req: PayloadRequest,
  action: AnyAction,
  record: Row,
): Promise<boolean> => {
  const mark = record['pendingAction']
  if (typeof mark !== 'string' || !mark) return false
  const pending = JSON.parse(mark) as Pending
  const previous = actionNamed(action.slug, pending.action)
  if (!previous) return false
  const reason = `${previous.label} (${previous.slug}), finished after an interruption`
  const theirs = await onBehalfOf(req, { actorId: pending.actorId, reason })
  await runEffects(theirs, previous, record as Stored, pending)
  return true
}

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
    commit = textsApart(action.slug, await action.prepare(context))
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
