import { formatX12Cents } from '@/src/domain/billing/x12/amounts'
import type { ClaimLine, LineDecision } from '@/src/domain/billing/x12/claimTypes'
import type { Adjustment } from '@/src/domain/billing/x12/remittanceTypes'
import { checkedText, dateField, requiredField } from '@/src/domain/billing/x12/segmentParts'
import { valueRules } from '@/src/domain/billing/x12/segmentTable'
import { field, type SegmentWriter, X12FieldError } from '@/src/domain/billing/x12/segmentWriter'

const TRIPLETS_PER_CAS = 6

type LineSegment = { writer: SegmentWriter; line: ClaimLine; number: number; path: string }

/** Loop 2400 and the payers' decisions below it. */
export const writeLine = ({ writer, line, number, path }: LineSegment): void => {
  if (line.chargeCents <= 0) {
    throw new X12FieldError(
      `${path}.chargeCents`,
      'invalid',
      `Line ${number} must charge more than $0.`,
    )
  }
  writer.add('LX', [String(number)])
  writer.add('SV1', [
    procedure({ ...line, path }),
    field(`${path}.chargeCents`, formatX12Cents(line.chargeCents)),
    'UN',
    field(`${path}.units`, String(line.units)),
    field(`${path}.placeOfService`, line.placeOfService),
    '',
    line.diagnosisPointers.join(':'),
  ])
  writer.add('DTP', ['472', 'D8', dateField(`${path}.serviceDate`, line.serviceDate)])
  if (line.authorizationNumber) {
    writer.add('REF', [
      'G1',
      requiredField(`${path}.authorizationNumber`, line.authorizationNumber),
    ])
  }
  writer.add('REF', [
    '6R',
    checkedText(`${path}.lineControlNumber`, line.lineControlNumber, valueRules.lineControlNumber),
  ])
  for (const [index, decision] of (line.decisions ?? []).entries()) {
    writeDecision({ writer, decision, path: `${path}.decisions[${index}]` })
  }
}

const writeDecision = ({
  writer,
  decision,
  path,
}: {
  writer: SegmentWriter
  decision: LineDecision
  path: string
}): void => {
  writer.add('SVD', [
    field(`${path}.payerId`, decision.payerId),
    formatX12Cents(decision.paidCents),
    procedure({ ...decision, path }),
    '',
    String(decision.units),
  ])
  writeAdjustments({ writer, adjustments: decision.adjustments, path })
  writer.add('DTP', ['573', 'D8', dateField(`${path}.decidedOn`, decision.decidedOn)])
}

/** One CAS per run of the same group, six reasons at most in each. */
export const writeAdjustments = ({
  writer,
  adjustments,
  path,
}: {
  writer: SegmentWriter
  adjustments: readonly Adjustment[]
  path: string
}): void => {
  let elements: string[] = []
  const flush = () => {
    if (elements.length > 0) writer.add('CAS', elements)
    elements = []
  }
  for (const [index, adjustment] of adjustments.entries()) {
    const at = `${path}.adjustments[${index}]`
    const group = checkedText(`${at}.group`, adjustment.group, valueRules.adjustmentGroup)
    const reason = checkedText(`${at}.carc`, adjustment.carc, valueRules.adjustmentReason)
    if (elements[0] !== group || elements.length > TRIPLETS_PER_CAS * 3 - 2) flush()
    elements.push(
      ...(elements.length === 0 ? [group] : ['']),
      reason,
      formatX12Cents(adjustment.amountCents),
    )
  }
  flush()
}

type ProcedureParts = {
  code: string
  modifiers: readonly string[]
  description?: string
  path: string
}

const procedure = ({ code, modifiers, description, path }: ProcedureParts): string => {
  if (modifiers.length > 4) {
    throw new X12FieldError(
      `${path}.modifiers`,
      'tooLong',
      `${path}.modifiers has ${modifiers.length} entries; a line holds 4.`,
    )
  }
  const parts = [
    'HC',
    checkedText(`${path}.code`, code, valueRules.procedure),
    ...modifiers.map((modifier, index) =>
      checkedText(`${path}.modifiers[${index}]`, modifier, valueRules.modifier),
    ),
  ]
  if (description) {
    while (parts.length < 6) parts.push('')
    parts.push(checkedText(`${path}.description`, description, valueRules.description))
  }
  return parts.join(':')
}
