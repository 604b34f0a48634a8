import { PLAN_PARTS, REQUIRED_PARTS, REVIEWED_PARTS } from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import { type Row, textIn } from '../page/read'

const codes = ['reviews', 'riskIdeation', 'riskAcute', 'riskChronic']

const names = [
  ...[...REQUIRED_PARTS, ...REVIEWED_PARTS, ...PLAN_PARTS, ...MENTAL_STATUS].map(({ key }) => key),
  ...codes,
]

/** The clinician's part of an assessment as text. */
export const intakeValues = (row: Row): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, textIn(row, name)]))
