import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { asSystem } from '@/access/asSystem'
import { actorOf } from '@/access/principal'
import { loadSettings } from '@/hooks/loadSettings'
import { idIn, type StoredRow } from '@/src/domain/row'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { clock } from '@/src/lib/clock'
import { Refusal } from '@/src/lib/errors'
import { ensureTask } from '../../system/ensureTask'

/** Who wrote it and when; the patient is the plan's. */
export const stampComment: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  if (!String(data['text'] ?? '').trim()) {
    throw new Refusal('invalid', [{ path: 'text', message: 'Write your comment.' }])
  }
  const planId = idIn(data, 'plan')
  const plan = planId
    ? await req.payload.db.findOne<StoredRow>({
        collection: 'treatment-plans',
        where: { id: { equals: planId } },
        req,
      })
    : null
  const actor = actorOf(req)
  return {
    ...data,
    patient: plan ? idIn(plan, 'patient') : null,
    authorKind: actor.kind === 'patient' ? 'patient' : 'staff',
    writtenBy: actor.kind === 'staff' ? actor.id : null,
    writtenAt: clock.now().toISOString(),
    status: actor.kind === 'patient' ? 'open' : 'answered',
  }
}

/** R28: the author of the plan answers within a week. */
export const askForAnswer: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create' || doc.authorKind !== 'patient') return doc
  const system = await asSystem(req, 'A patient commented on the plan')
  const plan = await req.payload.db.findOne<StoredRow>({
    collection: 'treatment-plans',
    where: { id: { equals: idIn(doc, 'plan') } },
    req,
  })
  const { commentAnswerDays } = await loadSettings(req, {})
  await ensureTask(system, {
    uniqueKey: `plan-comment|${doc.id}`,
    title: 'Answer a comment on a treatment plan',
    kind: 'plan-comment',
    assignee: plan ? idIn(plan, 'author') : null,
    dueAt: new Date(addMinutes({ instant: clock.now(), minutes: commentAnswerDays * 24 * 60 })),
    collectionSlug: 'plan-comments',
    recordId: String(doc.id),
  })
  return doc
}
