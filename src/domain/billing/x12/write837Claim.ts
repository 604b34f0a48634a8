import { formatX12Cents } from '@/src/domain/billing/x12/amounts'
import type { Claim837, OtherPayer } from '@/src/domain/billing/x12/claimTypes'
import {
  checkedText,
  npiField,
  personElements,
  requiredField,
  writeAddress,
  writeProvider,
} from '@/src/domain/billing/x12/segmentParts'
import { valueRules } from '@/src/domain/billing/x12/segmentTable'
import { field, type SegmentWriter, X12FieldError } from '@/src/domain/billing/x12/segmentWriter'
import { writeAdjustments, writeLine } from '@/src/domain/billing/x12/write837Line'

type ClaimSegment = { writer: SegmentWriter; claim: Claim837; path: string; billingNpi: string }

/** Limits of the guide: loops 2300 HI, 2400 LX, and pointers of SV107. */
const MAX_DIAGNOSES = 12
const MAX_LINES = 50
const MAX_POINTERS = 4

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
  const place = checkedText(
    `${path}.placeOfService`,
    claim.placeOfService,
    valueRules.placeOfService,
  )
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
        checkedText(`${path}.diagnoses[${index}]`, code.replace('.', ''), valueRules.diagnosis),
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
