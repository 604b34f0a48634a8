import type { Row } from '@/src/domain/row'
import { type PlanCheck, planReadiness } from '@/src/domain/treatment/planReadiness'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FactReader } from '../rule'
import { diagnosesOn, planContentOf, planRowsOf } from './planFacts'

/** What a plan has and lacks today (R26); `plan` has its texts in plain. */
export const planChecksOf = async (read: FactReader, plan: Row): Promise<PlanCheck[]> => {
  const rows = await planRowsOf(read, String(plan['id']))
  const diagnoses = await diagnosesOn(read, String(plan['patient']), practiceToday())
  return planReadiness({
    ...planContentOf(plan, rows),
    diagnoses: diagnoses.map((row) => ({ id: String(row['id']) })),
  })
}
