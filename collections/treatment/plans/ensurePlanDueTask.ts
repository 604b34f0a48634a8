import type { EffectContext } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { moveRow } from '@/hooks/moveRow'
import { planDueFactsOf, planDueOn } from '@/hooks/rules/treatment/planDueFacts'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { practiceToday, practiceZone } from '@/src/lib/practiceZone'
import { ensureTask } from '../../system/ensureTask'

const closingTime = '17:00'

/**
 * Reminds the clinician of the first plan (R23): one task, moved when bookings or an
 * extension move the date. Does nothing while no intake took place or once a plan is in force.
 */
export const ensurePlanDueTask = async (
  { read, req, system }: Pick<EffectContext, 'read' | 'req' | 'system'>,
  patientId: string,
): Promise<void> => {
  const facts = await planDueFactsOf(read, patientId)
  const due = planDueOn(facts, await loadSettings(req, {}), practiceToday())
  if (!facts || !due) return
  const dueAt = instantOf({ date: due.dueOn, time: closingTime, zone: practiceZone() })
  const task = await ensureTask(system, {
    uniqueKey: `plan-due|${patientId}`,
    title: `Write the first plan for ${facts.patientName}`,
    kind: 'plan-due',
    assignee: String(facts.intake['clinician']),
    dueAt: new Date(dueAt),
    collectionSlug: 'patients',
    recordId: patientId,
  })
  if (task['status'] !== 'open' || new Date(String(task['dueAt'])).toISOString() === dueAt) return
  await moveRow(req, {
    collection: 'tasks',
    id: String(task.id),
    where: { status: { equals: 'open' } },
    data: { dueAt },
  })
}
