/** One claim in a payer's answer. Amounts in cents; they balance or `writeRemittance` throws. */
export type AnsweredClaim = {
  claimNumber: string
  payerClaimNumber: string
  /** CLP02: 1 paid as primary, 4 denied. */
  statusCode: '1' | '4'
  filingCode: string
  chargeCents: number
  paidCents: number
  adjustments: { group: 'CO' | 'PR'; carc: string; amountCents: number }[]
  lastName: string
  firstName: string
  memberId: string
  serviceDate: string
  code: string
  modifiers: string[]
  lineNumber: string
}

export type RemittanceFile = {
  /** Running number of the interchange. */
  number: number
  payer: { name: string; id: string }
  payee: { name: string; npi: string }
  traceNumber: string
  paidOn: string
  claims: AnsweredClaim[]
}

const money = (cents: number): string => String(cents / 100)

const compact = (day: string): string => day.replaceAll('-', '')

const padded = (text: string, length: number): string => text.padEnd(length).slice(0, length)

const shareOf = ({ adjustments }: AnsweredClaim): number =>
  adjustments.filter(({ group }) => group === 'PR').reduce((sum, each) => sum + each.amountCents, 0)

const checked = (claim: AnsweredClaim): AnsweredClaim => {
  const adjusted = claim.adjustments.reduce((sum, each) => sum + each.amountCents, 0)
  if (claim.chargeCents - adjusted === claim.paidCents) return claim
  throw new Error(`The answer to ${claim.claimNumber} does not balance.`)
}

const upper = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z -]/g, '')
    .toUpperCase()

const claimSegments = (claim: AnsweredClaim): string[] => [
  [
    'CLP',
    claim.claimNumber,
    claim.statusCode,
    money(claim.chargeCents),
    money(claim.paidCents),
    money(shareOf(claim)),
    claim.filingCode,
    claim.payerClaimNumber,
    '11',
    '1',
  ].join('*'),
  [
    'NM1',
    'QC',
    '1',
    upper(claim.lastName),
    upper(claim.firstName),
    '',
    '',
    '',
    'MI',
    claim.memberId,
  ].join('*'),
  `DTM*232*${compact(claim.serviceDate)}`,
  `SVC*${['HC', claim.code, ...claim.modifiers].join(':')}*${money(claim.chargeCents)}*${money(claim.paidCents)}**1`,
  `DTM*472*${compact(claim.serviceDate)}`,
  ...claim.adjustments.map(
    ({ group, carc, amountCents }) => `CAS*${group}*${carc}*${money(amountCents)}`,
  ),
  `REF*6R*${claim.lineNumber}`,
]

/**
 * An 835 (005010X221A1) as a payer of the demo sends it, balanced to the cent. Throws when an answer
 * does not balance.
 */
export const writeRemittance = ({
  number,
  payer,
  payee,
  traceNumber,
  paidOn,
  claims,
}: RemittanceFile): string => {
  const totalCents = claims.map(checked).reduce((sum, { paidCents }) => sum + paidCents, 0)
  const control = String(number).padStart(9, '0')
  const day = compact(paidOn)
  const body = [
    'ST*835*0001',
    [
      'BPR',
      totalCents ? 'I' : 'H',
      money(totalCents),
      'C',
      totalCents ? 'ACH' : 'NON',
      totalCents ? 'CCP' : '',
      '01',
      '999999992',
      'DA',
      '123456',
      payer.id.padEnd(10, '0'),
      '',
      '01',
      '999988880',
      'DA',
      '98765',
      day,
    ].join('*'),
    `TRN*1*${traceNumber}*1${payer.id.padEnd(9, '0').slice(0, 9)}`,
    `DTM*405*${day}`,
    `N1*PR*${upper(payer.name)}*XV*${payer.id}`,
    'N3*PO BOX 981106',
    'N4*EL PASO*TX*79998',
    `N1*PE*${upper(payee.name)}*XX*${payee.npi}`,
    'LX*1',
    ...claims.flatMap(claimSegments),
  ]
  const transaction = [...body, `SE*${body.length + 1}*0001`]
  return [
    [
      'ISA',
      '00',
      padded('', 10),
      '00',
      padded('', 10),
      'ZZ',
      padded(payer.id, 15),
      'ZZ',
      padded('HARBOUR01', 15),
      day.slice(2),
      '0930',
      '^',
      '00501',
      control,
      '0',
      'T',
      ':',
    ].join('*'),
    `GS*HP*${payer.id}*HARBOUR01*${day}*0930*${number}*X*005010X221A1`,
    ...transaction,
    `GE*1*${number}`,
    `IEA*1*${control}`,
    '',
  ].join('~\n')
}
