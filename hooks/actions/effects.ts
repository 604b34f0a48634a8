import type { PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import type { Row, StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { faultPoint } from '@/src/lib/faults'
import { recordOverrides } from '../enforce'
import { factReader } from '../facts'
import { announceAction } from '../webhooks/announceAction'
import type { Pending } from './commit'
import type { AnyAction, EffectContext } from './define'
import { onBehalfOf } from './onBehalf'
import { actionNamed } from './registry'

/** Runs what follows a commit and takes the mark off; safe to repeat. */
export const runEffects = async (
  req: PayloadRequest,
  action: AnyAction,
  row: StoredRow,
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

/** What an interrupted action left undone comes first: the next commit would overwrite the mark of it. */
export const finishPrevious = async (
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
  await runEffects(theirs, previous, record as StoredRow, pending)
  return true
}
