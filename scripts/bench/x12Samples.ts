import type { Claim837, ClaimFile837 } from '@/src/domain/billing/x12/claimTypes'

const address = { line1: '1 HARBOUR WAY', city: 'PORTLAND', state: 'OR', postalCode: '972010001' }

const claimAt = (number: number): Claim837 => ({
  controlNumber: `C${number}`,
  frequency: '1',
  placeOfService: '11',
  responsibility: 'P',
  filingCode: 'CI',
  groupNumber: 'G100',
  subscriber: {
    lastName: `SILVA${number % 500}`,
    firstName: 'ANA',
    memberId: `M${number}`,
    birthDate: '1990-02-03',
    sex: 'F',
    address,
  },
  payer: { name: 'AETNA', id: '60054' },
  providerSignatureOnFile: true,
  assignment: 'A',
  benefitsAssigned: 'Y',
  release: 'Y',
  diagnoses: ['F411', 'F331'],
  renderingProvider: {
    lastName: 'PARK',
    firstName: 'KIM',
    npi: '1234567893',
    taxonomy: '1041C0700X',
  },
  lines: [
    {
      lineControlNumber: `L${number}`,
      code: '90837',
      modifiers: [],
      chargeCents: 18_000,
      units: 1,
      diagnosisPointers: [1, 2],
      serviceDate: '2026-04-10',
    },
  ],
})

/** One file with so many claims for an hour of therapy each. */
export const oneClaimFile = (claims: number): ClaimFile837 => ({
  interchange: {
    senderQualifier: 'ZZ',
    senderId: 'HARB001',
    receiverQualifier: 'ZZ',
    receiverId: '60054',
    date: '2026-04-10',
    time: '09:00',
    controlNumber: 1,
    groupControlNumber: 1,
    usage: 'T',
  },
  transactionControlNumber: '0001',
  batchReference: 'BENCH',
  submitter: {
    name: 'HARBOUR THERAPY',
    id: 'HARB001',
    contactName: 'DANA REED',
    phone: '5035550100',
  },
  receiver: { name: 'AETNA', id: '60054' },
  billingProvider: {
    name: { kind: 'organization', organizationName: 'HARBOUR THERAPY' },
    npi: '1234567893',
    taxId: '931234567',
    taxIdType: 'EI',
    address,
  },
  claims: Array.from({ length: claims }, (_, index) => claimAt(index + 1)),
})

const claimSegments = (number: number): string[] => [
  `CLP*C${number}*1*180*96*20*12*ICN${number}*11*1`,
  `NM1*QC*1*SILVA*ANA****MI*M${number}`,
  'NM1*82*1*PARK*KIM****XX*1234567893',
  'DTM*232*20260410',
  'SVC*HC:90837*180*96**1',
  'DTM*472*20260410',
  'CAS*CO*45*64',
  'CAS*PR*3*20',
  `REF*6R*L${number}`,
  'AMT*B6*116',
]

/** An 835 with these claims in it. */
const fileOf = (
  claims: readonly string[][],
  { cents, trace }: { cents: number; trace: string },
) => {
  const body = [
    'ST*835*0001',
    `BPR*I*${cents / 100}*C*ACH*CCP*01*011900254*DA*1234567890*1741111111**01*111000025*DA*9876543210*20260410`,
    `TRN*1*${trace}*1741111111`,
    'DTM*405*20260410',
    'N1*PR*AETNA',
    'N3*1 PLAZA',
    'N4*HARTFORD*CT*061030001',
    'PER*BL*PROVIDER EDI*TE*8005550100',
    'N1*PE*HARBOUR THERAPY*XX*1234567893',
    'LX*1',
    ...claims.flat(),
  ]
  return [
    'ISA*00*          *00*          *ZZ*60054          *ZZ*HARB001        *260410*0900*^*00501*000000001*0*T*:',
    'GS*HP*60054*HARB001*20260410*0900*1*X*005010X221A1',
    ...body,
    `SE*${body.length + 1}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
    '',
  ].join('~')
}

/** An 835 with so many claims: $180 charged, $96 paid, $64 contractual, $20 from the patient. */
export const remittanceText = (claims: number): string =>
  fileOf(
    Array.from({ length: claims }, (_, index) => claimSegments(index + 1)),
    { cents: claims * 9_600, trace: 'EFT1' },
  )

type Answered = { number: string; line: string; cents: number; day: string; code: string }

const contractual = 40
const share = 20

const answerSegments = ({ number, line, cents, day, code }: Answered): string[] => {
  const charged = cents / 100
  const paid = charged - contractual - share
  const on = day.replaceAll('-', '')
  return [
    `CLP*${number}*1*${charged}*${paid}*${share}*12*ICN${number}*11*1`,
    'NM1*QC*1*SILVA*ANA****MI*M1',
    `DTM*232*${on}`,
    `SVC*HC:${code}*${charged}*${paid}**1`,
    `DTM*472*${on}`,
    `CAS*CO*45*${contractual}`,
    `CAS*PR*3*${share}`,
    `REF*6R*${line}`,
  ]
}

/** The answer of a payer to claims of ours: $40 contractual, $20 from the patient, the rest paid. */
export const answerText = (claims: readonly Answered[], trace: string): string =>
  fileOf(claims.map(answerSegments), {
    cents: claims.reduce((sum, { cents }) => sum + cents - (contractual + share) * 100, 0),
    trace,
  })
