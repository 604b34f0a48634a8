import { canonicalJson, contentHash } from '@/src/domain/records/canonical'
import {
  PATIENT_PARTS,
  PLAN_PARTS,
  REQUIRED_PARTS,
  REVIEWED_PARTS,
} from '@/src/domain/records/intakeSections'
import { MENTAL_STATUS } from '@/src/domain/records/mentalStatus'
import type { Row } from '@/src/domain/row'

const texts = [
  ...[...PATIENT_PARTS, ...REQUIRED_PARTS, ...REVIEWED_PARTS, ...PLAN_PARTS, ...MENTAL_STATUS].map(
    ({ key }) => key,
  ),
  'reviews',
  'riskIdeation',
  'riskAcute',
  'riskChronic',
]

const columns = ['patient', 'session', 'serviceDate']

/** SHA-256 of everything in an intake assessment that a signature stands for. */
export const intakeHash = (record: Row): string =>
  contentHash(
    canonicalJson(
      Object.fromEntries(
        [...texts, ...columns].map((name) => [name, record[name] ? String(record[name]) : null]),
      ),
    ),
  )
