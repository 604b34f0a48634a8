import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { moveRow } from '@/hooks/moveRow'
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
export const closeEarlierTasks = async ({
  now,
  read,
  record,
  req,
}: EffectContext): Promise<void> => {
  const tasks = await read.many('tasks', {
    and: [
      { kind: { equals: 'records-request' } },
      { recordId: { equals: record.id } },
      { status: { equals: 'open' } },
      { uniqueKey: { not_equals: keyOf(record) } },
    ],
  })
  for (const task of tasks)
    await moveRow(req, {
      collection: 'tasks',
      id: String(task['id']),
      where: { status: { equals: 'open' } },
      data: { status: 'done', doneAt: now.toISOString() },
    })
}
