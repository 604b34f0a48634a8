import { formatX12Cents } from '@/src/domain/billing/x12/amounts'
import type {
  Claim837,
  ClaimLine,
  LineDecision,
  OtherPayer,
} from '@/src/domain/billing/x12/claimTypes'
import type { Adjustment } from '@/src/domain/billing/x12/remittanceTypes'
import {
  dateField,
  npiField,
  personElements,
  requiredField,
  writeAddress,
  writeProvider,
} from '@/src/domain/billing/x12/segmentParts'
import { type ElementRule, valueRules } from '@/src/domain/billing/x12/segmentTable'
import {
  checkValue,
  field,
  type SegmentWriter,
  X12FieldError,
} from '@/src/domain/billing/x12/segmentWriter'

type ClaimSegment = { writer: SegmentWriter; claim: Claim837; path: string; billingNpi: string }

/** Limits of the guide: loops 2300 HI, 2400 LX, and pointers of SV107. */
const MAX_DIAGNOSES = 12
const MAX_LINES = 50
const MAX_POINTERS = 4
const TRIPLETS_PER_CAS = 6

const REFERENCES = [
  ['9F', 'referralNumber'],
  ['G1', 'authorizationNumber'],
  ['F8', 'payerClaimNumber'],
  ['D9', 'clearinghouseTrace'],
] as const

/** Loop 2300 and everything below it. */
export const writeClaimDetails = ({ writer, claim, path, billingNpi }: ClaimSegment): void => {
  checkClaim(claim, path)
  const total = claim.lines.reduce((sum, line) => sum + line.chargeCents, 0)
  const place = checked(`${path}.placeOfService`, claim.placeOfService, valueRules.placeOfService)
  writer.add('CLM', [
    requiredField(`${path}.controlNumber`, claim.controlNumber),
    formatX12Cents(total),
    '',
    '',
    [place, 'B', claim.frequency].join(':'),
    claim.providerSignatureOnFile ? 'Y' : 'N',
    claim.assignment,
    claim.benefitsAssigned,
    claim.release,
  ])
  for (const [qualifier, name] of REFERENCES) {
    const value = claim[name]
    if (value) writer.add('REF', [qualifier, requiredField(`${path}.${name}`, value)])
  }
  writer.add(
    'HI',
    claim.diagnoses.map((code, index) =>
      [
        index === 0 ? 'ABK' : 'ABF',
        checked(`${path}.diagnoses[${index}]`, code.replace('.', ''), valueRules.diagnosis),
      ].join(':'),
    ),
  )
  writeProviders({ writer, claim, path, billingNpi })
  for (const [index, payer] of (claim.otherPayers ?? []).entries()) {
    writeOtherPayer({ writer, payer, path: `${path}.otherPayers[${index}]` })
  }
  for (const [index, line] of claim.lines.entries()) {
    writeLine({ writer, line, number: index + 1, path: `${path}.lines[${index}]` })
  }
}

const checkLength = (path: string, list: readonly unknown[], max: number): void => {
  if (list.length === 0)
    throw new X12FieldError(path, 'missing', `${path} is empty; a claim needs at least one.`)
  if (list.length > max)
    throw new X12FieldError(
      path,
      'tooLong',
      `${path} has ${list.length} entries; a claim holds ${max}.`,
    )
}

const checkClaim = (claim: Claim837, path: string): void => {
  const needsOriginal = claim.frequency !== '1'
  if (needsOriginal && !claim.payerClaimNumber) {
    throw new X12FieldError(
      `${path}.payerClaimNumber`,
      'missing',
      "A replacement or void needs the payer's claim number of the original.",
    )
  }
  if (!needsOriginal && claim.payerClaimNumber) {
    throw new X12FieldError(
      `${path}.payerClaimNumber`,
      'invalid',
      "An original claim cannot carry a payer's claim number.",
    )
  }
  checkLength(`${path}.diagnoses`, claim.diagnoses, MAX_DIAGNOSES)
  checkLength(`${path}.lines`, claim.lines, MAX_LINES)
  const numbers = claim.lines.map((line) => line.lineControlNumber)
  if (new Set(numbers).size < numbers.length) {
    throw new X12FieldError(
      `${path}.lines`,
      'invalid',
      'Line control numbers must differ within a claim.',
    )
  }
  for (const [index, line] of claim.lines.entries()) {
    const pointers = line.diagnosisPointers
    const isRight = pointers.every(
      (pointer) => Number.isInteger(pointer) && pointer >= 1 && pointer <= claim.diagnoses.length,
    )
    if (
      !isRight ||
      pointers.length === 0 ||
      pointers.length > MAX_POINTERS ||
      new Set(pointers).size < pointers.length
    ) {
      throw new X12FieldError(
        `${path}.lines[${index}].diagnosisPointers`,
        'invalid',
        `Line ${index + 1} must point at one to four diagnoses of the claim.`,
      )
    }
  }
}

const writeProviders = ({ writer, claim, path, billingNpi }: ClaimSegment): void => {
  const { referringProvider, renderingProvider, serviceFacility, supervisingProvider } = claim
  if (referringProvider) {
    writeProvider(writer, {
      provider: referringProvider,
      code: 'DN',
      path: `${path}.referringProvider`,
    })
  }
  if (renderingProvider && renderingProvider.npi !== billingNpi) {
    writeProvider(writer, {
      provider: renderingProvider,
      code: '82',
      path: `${path}.renderingProvider`,
      taxonomyRole: 'PE',
    })
  }
  if (serviceFacility) {
    const place = `${path}.serviceFacility`
    const { npi } = serviceFacility
    writer.add('NM1', [
      '77',
      '2',
      requiredField(`${place}.name`, serviceFacility.name),
      '',
      '',
      '',
      '',
      ...(npi ? ['XX', npiField(`${place}.npi`, npi)] : []),
    ])
    writeAddress(writer, {
      address: serviceFacility.address,
      path: `${place}.address`,
      needsPlus4: true,
    })
  }
  if (supervisingProvider) {
    writeProvider(writer, {
      provider: supervisingProvider,
      code: 'DQ',
      path: `${path}.supervisingProvider`,
    })
  }
}

const writeOtherPayer = ({
  writer,
  payer,
  path,
}: {
  writer: SegmentWriter
  payer: OtherPayer
  path: string
}): void => {
  writer.add('SBR', [
    field(`${path}.responsibility`, payer.responsibility),
    field(`${path}.relationship`, payer.relationship),
    field(`${path}.groupNumber`, payer.groupNumber),
    '',
    '',
    '',
    '',
    '',
    field(`${path}.filingCode`, payer.filingCode),
  ])
  writeAdjustments({ writer, adjustments: payer.adjustments, path })
  if (payer.paidCents !== undefined) writer.add('AMT', ['D', formatX12Cents(payer.paidCents)])
  writer.add('OI', ['', '', payer.benefitsAssigned, '', '', payer.release])
  const { insured } = payer
  writer.add('NM1', [
    'IL',
    '1',
    ...personElements(insured, `${path}.insured`),
    'MI',
    requiredField(`${path}.insured.memberId`, insured.memberId),
  ])
  writer.add('NM1', [
    'PR',
    '2',
    requiredField(`${path}.payerName`, payer.payerName),
    '',
    '',
    '',
    '',
    'PI',
    requiredField(`${path}.payerId`, payer.payerId),
  ])
}

type LineSegment = { writer: SegmentWriter; line: ClaimLine; number: number; path: string }

const writeLine = ({ writer, line, number, path }: LineSegment): void => {
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
    checked(`${path}.lineControlNumber`, line.lineControlNumber, valueRules.lineControlNumber),
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
const writeAdjustments = ({
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
    const group = checked(`${at}.group`, adjustment.group, valueRules.adjustmentGroup)
    const reason = checked(`${at}.carc`, adjustment.carc, valueRules.adjustmentReason)
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
    checked(`${path}.code`, code, valueRules.procedure),
    ...modifiers.map((modifier, index) =>
      checked(`${path}.modifiers[${index}]`, modifier, valueRules.modifier),
    ),
  ]
  if (description) {
    while (parts.length < 6) parts.push('')
    parts.push(checked(`${path}.description`, description, valueRules.description))
  }
  return parts.join(':')
}

const checked = (path: string, value: string, rule: ElementRule): string =>
  checkValue(field(path, value), rule)
