/** A line of a claim in a payer's answer; integer cents that balance, or `write835` throws. */
export type AnsweredLine = {
  code: string
  modifiers: readonly string[]
  /** `YYYY-MM-DD` */
  serviceDate: string
  /** REF*6R: the line as it was sent. */
  lineNumber: string
  chargeCents: number
  paidCents: number
  adjustments: readonly { group: 'CO' | 'PR'; carc: string; amountCents: number }[]
}

export type AnsweredClaim = {
  claimNumber: string
  payerClaimNumber: string
  /** CLP02: 1 paid as primary, 4 denied. */
  statusCode: '1' | '4'
  filingCode: string
  lastName: string
  firstName: string
  memberId: string
  lines: readonly AnsweredLine[]
}

export type RemittanceFile = {
  /** Running number of the interchange. */
  number: number
  /** Who it is sent to, as ISA08 names it. */
  receiver: string
  payer: { name: string; id: string }
  payee: { name: string; npi: string }
  traceNumber: string
  /** BPR04: money that moved by itself, or a check on paper. */
  method?: 'ACH' | 'CHK'
  paidOn: string
  claims: readonly AnsweredClaim[]
}

const money = (cents: number): string => String(cents / 100)

const compact = (day: string): string => day.replaceAll('-', '')

const padded = (text: string, length: number): string => text.padEnd(length).slice(0, length)

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0)

const shareOf = ({ lines }: AnsweredClaim): number =>
  sumOf(
    lines.flatMap(({ adjustments }) =>
      adjustments.filter(({ group }) => group === 'PR').map(({ amountCents }) => amountCents),
    ),
  )

const paidOf = ({ lines }: AnsweredClaim): number => sumOf(lines.map(({ paidCents }) => paidCents))

const checked = (claim: AnsweredClaim): AnsweredClaim => {
  for (const { adjustments, chargeCents, paidCents } of claim.lines)
    if (chargeCents - sumOf(adjustments.map(({ amountCents }) => amountCents)) !== paidCents)
      throw new Error(`The answer to ${claim.claimNumber} does not balance.`)
  return claim
}

const upper = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z -]/g, '')
    .toUpperCase()

const lineSegments = (line: AnsweredLine): string[] => [
  `SVC*${['HC', line.code, ...line.modifiers].join(':')}*${money(line.chargeCents)}*${money(line.paidCents)}**1`,
  `DTM*472*${compact(line.serviceDate)}`,
  ...line.adjustments.map(
    ({ group, carc, amountCents }) => `CAS*${group}*${carc}*${money(amountCents)}`,
  ),
  `REF*6R*${line.lineNumber}`,
]

const claimSegments = (claim: AnsweredClaim): string[] => [
  [
    'CLP',
    claim.claimNumber,
    claim.statusCode,
    money(sumOf(claim.lines.map(({ chargeCents }) => chargeCents))),
    money(paidOf(claim)),
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
  `DTM*232*${compact(claim.lines[0]?.serviceDate ?? '')}`,
  ...claim.lines.flatMap(lineSegments),
]

/**
 * An 835 (005010X221A1) as payers send it, balanced to the cent: of the demo's payers, and of what somebody
 * typed from paper. Throws when an answer does not balance.
 */
export const write835 = ({
  number,
  receiver,
  method = 'ACH',
  payer,
  payee,
  traceNumber,
  paidOn,
  claims,
}: RemittanceFile): string => {
  const totalCents = sumOf(claims.map(checked).map(paidOf))
  const control = String(number).padStart(9, '0')
  const day = compact(paidOn)
  const body = [
    'ST*835*0001',
    [
      'BPR',
      totalCents ? 'I' : 'H',
      money(totalCents),
      'C',
      totalCents ? method : 'NON',
      totalCents && method === 'ACH' ? 'CCP' : '',
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
      padded(receiver, 15),
      day.slice(2),
      '0930',
      '^',
      '00501',
      control,
      '0',
      'T',
      ':',
    ].join('*'),
    `GS*HP*${payer.id}*${receiver}*${day}*0930*${number}*X*005010X221A1`,
    ...transaction,
    `GE*1*${number}`,
    `IEA*1*${control}`,
    '',
  ].join('~\n')
}
