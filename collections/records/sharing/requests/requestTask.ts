import { closeTasks } from '@/collections/records/closeTasks'
import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { practiceZone } from '@/src/lib/practiceZone'

const keyOf = (record: EffectContext['record']): string =>
  `records-request|${record.id}|${String(record['dueOn'])}`

/** A request is work with the date of the law on it. */
export const askCompliance = async ({ record, system }: EffectContext): Promise<void> => {
  const dueOn = String(record['dueOn'])
  await ensureTask(system, {
    uniqueKey: keyOf(record),
    title: 'Answer a request for records.',
    kind: 'records-request',
    assignedRole: 'compliance',
    dueAt: new Date(instantOf({ date: dueOn, time: '17:00', zone: practiceZone() })),
    collectionSlug: 'record-requests',
    recordId: record.id,
    closesOnlyBy: ['compliance'],
  })
}

/** The work with an earlier date on it is over; the one with the new date stays. */
export const closeEarlierTasks = (context: EffectContext): Promise<void> => {
  const { record } = context
  return closeTasks(context, {
    kind: 'records-request',
    recordIds: [record.id],
    except: keyOf(record),
  })
}
