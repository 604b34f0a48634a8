import type { FactReader } from '@/hooks/rules/rule'
import { planHash, planRowsOf } from '@/hooks/rules/treatment/planFacts'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'

/** Nobody signs another text than the one the clinician signed. Answers its fingerprint. */
export const refuseChangedPlan = async (read: FactReader, plan: Row): Promise<string> => {
  const hash = planHash(plan, await planRowsOf(read, String(plan['id'])))
  if (hash === plan['contentHash']) return hash
  throw new Refusal(
    'conflict',
    'The text of this plan is not the one that was signed. Tell the practice; it has to be checked first.',
  )
}
