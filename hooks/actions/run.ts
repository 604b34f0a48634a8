import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decide, mayName } from '@/access/decide'
import { actorOf } from '@/access/principal'
import type { Row, StoredRow } from '@/src/domain/row'
import { randomToken } from '@/src/lib/crypto'
import { retryTransient } from '@/src/lib/database'
import { notFound, Refusal } from '@/src/lib/errors'
import { Crash } from '@/src/lib/faults'
import { audit } from '../audit/writer'
import { parseInput } from '../parseInput'
import { requireRevision } from '../revision'
import { findDone, type Pending } from './commit'
import type { AnyAction } from './define'
import { runEffects } from './effects'
import { type IdempotentCall, openIdempotent } from './idempotency'
import { type ActionCall, patientIdsOf, perform } from './perform'
import { reach } from './reach'
import { checkStepUp } from './stepUp'

export type ActionAnswer = {
  id: string
  status: string | null
  rev: number
  isReplay: boolean
  result: Row
  advice: string[]
}

/** A patient out of reach answers like one that does not exist, before anything is said about them. */
const requireNamed = async (req: PayloadRequest, action: AnyAction, input: Row): Promise<void> => {
  const { patient } = input
  if (action.on !== 'collection' || typeof patient !== 'string' || systemMarkOf(req)) return
  if (!(await mayName(req, action.slug, { verb: action.name, patient }))) throw notFound()
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

const replay = (row: StoredRow): ActionAnswer => ({
  id: row.id,
  status: (row['status'] as string | undefined) ?? null,
  rev: Number(row['rev'] ?? 0),
  isReplay: true,
  result: {},
  advice: [],
})

const auditDone = (
  req: PayloadRequest,
  { action, row, key, rules }: { action: AnyAction; row: StoredRow; key: string; rules?: string[] },
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
): Promise<StoredRow | null> => {
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
): Promise<StoredRow | null> => {
  if (!call.finished) return call.isRepeat ? finishCrashed(req, action, call.key) : null
  return req.payload.db.findOne<StoredRow>({
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
  const input = parseInput(action.input, call.input ?? {})
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
      advice: [...accepted.advice.map((finding) => finding.message), ...did.advice],
    }
  } catch (error) {
    if (opened && !(error instanceof Crash) && !(await findDone(req, action, key)))
      await opened.abandon()
    throw error
  } finally {
    opened?.close()
  }
}
