import { actorOf } from '@/access/principal'
import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'

/** Marks the open tasks of one kind about the given records done; repeating it changes nothing. */
export const closeTasks = async (
  { actorId, now, read, req }: Pick<EffectContext, 'actorId' | 'now' | 'read' | 'req'>,
  { kind, recordIds }: { kind: string; recordIds: readonly string[] },
): Promise<void> => {
  const tasks = await read.many('tasks', {
    and: [
      { kind: { equals: kind } },
      { recordId: { in: [...recordIds] } },
      { status: { equals: 'open' } },
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
