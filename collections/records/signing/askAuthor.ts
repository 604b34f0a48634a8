import type { EffectContext } from '@/hooks/actions/define'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { ensureTask } from '../../system/ensureTask'

const dueMinutes = 24 * 60

/** Tells the author that the supervisor returned something. */
export const askAuthor = async (
  { now, record, system }: EffectContext,
  { collectionSlug, title }: { collectionSlug: string; title: string },
): Promise<void> => {
  await ensureTask(system, {
    uniqueKey: `returned|${collectionSlug}|${record.id}|${String(record['returnedAt'])}`,
    title,
    kind: 'returned',
    assignee: String(record['author']),
    dueAt: new Date(addMinutes({ instant: now, minutes: dueMinutes })),
    collectionSlug,
    recordId: record.id,
  })
}
