import { idIn } from '@/access/scopes'
import { closeTasks } from '@/collections/records/closeTasks'
import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { practiceZone } from '@/src/lib/practiceZone'

const answering = 'amendment'
const looking = 'amendment-note'

/** Work with the date of the law on it for compliance, and a look at the note for who wrote it. */
export const askAboutAmendment = async ({ read, record, system }: EffectContext): Promise<void> => {
  const dueOn = String(record['dueOn'])
  const task = {
    dueAt: new Date(instantOf({ date: dueOn, time: '17:00', zone: practiceZone() })),
    collectionSlug: 'amendment-requests',
    recordId: record.id,
  }
  await ensureTask(system, {
    ...task,
    uniqueKey: `amendment|${record.id}|${dueOn}`,
    kind: answering,
    title: 'Answer a request to change the record.',
    assignedRole: 'compliance',
    closesOnlyBy: ['compliance'],
  })
  const note = await read.one('progress-notes', idIn(record, 'note'))
  const author = idIn(note ?? {}, 'author')
  if (!author) return
  await ensureTask(system, {
    ...task,
    uniqueKey: `amendment|${record.id}|author`,
    kind: looking,
    title: 'A patient asks to change a note of yours. Where they are right, sign an addendum.',
    assignee: author,
  })
}

/** The work with the earlier date on it; the one with the new date is made afterwards. */
export const closeAnswering = (context: EffectContext): Promise<void> =>
  closeTasks(context, { kind: answering, recordIds: [context.record.id] })

export const closeAmendmentTasks = async (context: EffectContext): Promise<void> => {
  await closeAnswering(context)
  await closeTasks(context, { kind: looking, recordIds: [context.record.id] })
}
