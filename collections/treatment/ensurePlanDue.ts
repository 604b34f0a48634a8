import type { EffectContext } from '@/hooks/actions/define'
import { idIn } from '@/src/domain/row'
import { ensurePlanDueTask } from './plans/ensurePlanDueTask'

/** Keeps one task for the first plan of the record's patient, due when R23 says. */
export const ensurePlanDue = async (context: EffectContext): Promise<void> => {
  const patientId = idIn(context.record, 'patient')
  if (patientId) await ensurePlanDueTask(context, patientId)
}
