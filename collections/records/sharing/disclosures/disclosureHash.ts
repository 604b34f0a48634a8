import type { Row } from '@/src/domain/row'
import { sha256 } from '@/src/lib/crypto'

const kept = [
  'patient',
  'basis',
  'release',
  'part2Consent',
  'classes',
  'recordsFrom',
  'recordsTo',
  'what',
  'recipientKind',
  'recipientName',
  'recipientAddress',
  'purposeCode',
  'purpose',
  'method',
  'verifiedBy',
  'sentOn',
]

/** SHA-256 of what an entry says, taken when it becomes final. */
export const disclosureHash = (row: Row): string =>
  sha256(JSON.stringify(kept.map((name) => [name, String(row[name] ?? '')])))
