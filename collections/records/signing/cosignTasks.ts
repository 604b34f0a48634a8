import type { EffectContext } from '@/hooks/actions/define'
import { isInForce } from '@/hooks/rules/records/agreements'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { practiceToday } from '@/src/lib/practiceZone'
import { ensureTask } from '../../system/ensureTask'

/** How long a co-signature may wait. */
export const COSIGN_DAYS = 2

/** Those who supervise somebody on a day. */
export const supervisorsOn = async (
  { read }: Pick<EffectContext, 'read'>,
  staffId: string,
  on: string,
): Promise<string[]> => {
  const rows = await read.many('supervision-agreements', { supervisee: { equals: staffId } })
  return [
    ...new Set(rows.filter((row) => isInForce(row, on)).map((row) => String(row['supervisor']))),
  ]
}

/** Asks the author's supervisors to look at what waits for a co-signature; the director without one. */
export const askForCosignature = async (
  context: EffectContext,
  { collectionSlug, title }: { collectionSlug: string; title: string },
): Promise<void> => {
  const { now, record, system } = context
  const supervisors = await supervisorsOn(context, String(record['signedBy']), practiceToday())
  const task = {
    title,
    kind: 'cosign',
    dueAt: new Date(addMinutes({ instant: now, minutes: COSIGN_DAYS * 24 * 60 })),
    collectionSlug,
    recordId: record.id,
  }
  // A record that was returned and signed again asks anew.
  const key = `cosign|${collectionSlug}|${record.id}|${String(record['signedAt'])}`
  for (const assignee of supervisors) {
    await ensureTask(system, { ...task, uniqueKey: `${key}|${assignee}`, assignee })
  }
  if (supervisors.length) return
  await ensureTask(system, { ...task, uniqueKey: `${key}|director`, assignedRole: 'director' })
}
