import { actorOf } from '@/access/principal'
import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'

type Tasks = {
  kind: string
  recordIds: readonly string[]
  /** The one that stays, by its key. */
  except?: string
}

/** Marks the open tasks of one kind about the given records done; repeating it changes nothing. */
export const closeTasks = async (
  { actorId, now, read, req }: Pick<EffectContext, 'actorId' | 'now' | 'read' | 'req'>,
  { kind, recordIds, except }: Tasks,
): Promise<void> => {
  const tasks = await read.many('tasks', {
    and: [
      { kind: { equals: kind } },
      { recordId: { in: [...recordIds] } },
      { status: { equals: 'open' } },
      ...(except ? [{ uniqueKey: { not_equals: except } }] : []),
    ],
  })
  const doneBy = actorOf(req).kind === 'staff' ? actorId : null
  for (const task of tasks) {
    await moveRow(req, {
      collection: 'tasks',
      id: String(task['id']),
      where: { status: { equals: 'open' } },
      data: { status: 'done', doneAt: now.toISOString(), doneBy },
    })
  }
}
