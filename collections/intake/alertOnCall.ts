import type { EffectContext } from '@/hooks/actions/define'
import type { FactReader } from '@/hooks/rules/rule'
import { idIn } from '@/src/domain/row'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { ensureTask } from '../system/ensureTask'
import { queueMail } from '../system/mail/queueMail'

/** Minutes in which somebody on call answers an alert; the product's own choice. */
const answerWithinMinutes = 60

/** Who is on call at an instant; directors when nobody is. */
export const onCallStaff = async (
  read: FactReader,
  now: Date,
): Promise<{ ids: string[]; isRostered: boolean }> => {
  const at = now.toISOString()
  const shifts = await read.many('on-call-shifts', {
    and: [{ startsAt: { less_than_equal: at } }, { endsAt: { greater_than: at } }],
  })
  const ids = [
    ...new Set(
      shifts.map((shift) => idIn(shift, 'staff')).filter((id): id is string => id !== null),
    ),
  ]
  if (ids.length) return { ids, isRostered: true }
  const staff = await read.many('staff', { isActive: { equals: true } })
  const directors = staff.filter(
    (row) => Array.isArray(row['roles']) && row['roles'].includes('director'),
  )
  return { ids: directors.map((row) => String(row['id'])), isRostered: false }
}

/**
 * One urgent task and one e-mail for everybody on call about a record, once per `key`. Neither says what
 * it is about.
 */
export const alertOnCall = async (
  { now, read, req, system }: EffectContext,
  { key, collection, id, title }: { key: string; collection: string; id: string; title: string },
): Promise<void> => {
  const { ids, isRostered } = await onCallStaff(read, now)
  const task = {
    title,
    kind: 'on-call',
    dueAt: new Date(addMinutes({ instant: now, minutes: answerWithinMinutes })),
    isUrgent: true,
    collectionSlug: collection,
    recordId: id,
    closesOnlyBy: ['clinician', 'supervisor', 'director'] as const,
  }
  if (!isRostered)
    await ensureTask(system, {
      ...task,
      uniqueKey: `on-call|${key}|director`,
      assignedRole: 'director',
    })
  for (const staffId of ids) {
    if (isRostered)
      await ensureTask(system, {
        ...task,
        uniqueKey: `on-call|${key}|${staffId}`,
        assignee: staffId,
      })
    await queueMail(req, {
      template: 'on-call-alert',
      recipientKind: 'staff',
      recipientId: staffId,
      refs: { path: '/admin/collections/tasks' },
      uniqueKey: `on-call|${key}|${staffId}`,
    })
  }
}
