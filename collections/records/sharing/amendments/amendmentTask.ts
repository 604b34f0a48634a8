import { closeTasks } from '@/collections/records/closeTasks'
import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { practiceZone } from '@/src/lib/practiceZone'

const answering = 'amendment'
const looking = 'amendment-note'

const keyOf = (record: EffectContext['record']): string =>
  `amendment|${record.id}|${String(record['dueOn'])}`

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
    uniqueKey: keyOf(record),
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

/** The work with an earlier date on it is over; the one with the new date stays. */
export const closeEarlier = (context: EffectContext): Promise<void> => {
  const { record } = context
  return closeTasks(context, {
    kind: answering,
    recordIds: [record.id],
    except: keyOf(record),
  })
}

export const closeAmendmentTasks = async (context: EffectContext): Promise<void> => {
  for (const kind of [answering, looking])
    await closeTasks(context, { kind, recordIds: [context.record.id] })
}
