import type { Stage } from '../clinic'
import type { Hand } from '../stage'
import { rowsOf } from './told'

/** Somebody ticks off the open tasks of one kind about a record. */
export const finishTasks = async (
  stage: Stage,
  hand: Hand,
  { kind, recordId }: { kind: string; recordId: string },
): Promise<void> => {
  const tasks = await rowsOf(stage, 'tasks', {
    and: [
      { recordId: { equals: recordId } },
      { kind: { equals: kind } },
      { status: { equals: 'open' } },
    ],
  })
  for (const { id } of tasks) await hand.act('tasks', 'complete', { id })
}
