import type { Adjustment } from '@/src/domain/billing/x12/remittanceTypes'

/**
 * What an adjustment means for the books: `contractual` lowers the claim for good, `patient` moves
 * to the patient (or the next payer), `denied` stays open and must be worked, `informational` says
 * what another payer did and moves nothing.
 */
export type AdjustmentTreatment = 'contractual' | 'patient' | 'denied' | 'informational'

/** Fee schedule, negotiated discount, sequestration, incentive and penalty adjustments. */
const CONTRACTUAL_CARCS = new Set(['45', '131', '144', '237', '245', '253'])
/** Coverage ended, not begun or not found: to be checked before the patient hears of it. */
const COVERAGE_CARCS = new Set(['26', '27', '31', '33'])
const PRIOR_PAYER_CARC = '23'

/** Only the listed contractual codes are ever written off without a person (rules.md R81). */
export const adjustmentTreatment = ({ group, carc }: Adjustment): AdjustmentTreatment => {
  if (group === 'PR') return COVERAGE_CARCS.has(carc) ? 'denied' : 'patient'
  if (group === 'CO' && CONTRACTUAL_CARCS.has(carc)) return 'contractual'
  if (group === 'OA' && carc === PRIOR_PAYER_CARC) return 'informational'
  return 'denied'
}
