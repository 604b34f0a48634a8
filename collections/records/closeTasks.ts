import { actorOf } from '@/access/principal'
import type { EffectContext } from '@/hooks/actions/define'
import { moveRecord } from '../treatment/moveRecord'

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
    await moveRecord(req, {
      collection: 'tasks',
      id: String(task['id']),
      from: { status: { equals: 'open' } },
      set: { status: 'done', doneAt: now.toISOString(), doneBy },
    })
  }
}
