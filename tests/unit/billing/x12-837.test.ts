import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npiCheckDigit } from '@/src/domain/billing/npi'
import type { Claim837, ClaimFile837 } from '@/src/domain/billing/x12/claimTypes'
import { readInterchanges, transactionsOfType } from '@/src/domain/billing/x12/interchange'
import { read837P } from '@/src/domain/billing/x12/read837'
import { segmentsOf } from '@/src/domain/billing/x12/segments'
import { sanitizeX12Text, X12FieldError } from '@/src/domain/billing/x12/segmentWriter'
import { write837P } from '@/src/domain/billing/x12/write837'
import { describeShared, sharedFiles } from '@/tests/support/sharedData'

const word = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'),
    minLength: 2,
    maxLength,
  })
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'123456789'), minLength: length, maxLength: length })
const npiFrom = (min: number) =>
  fc
    .integer({ min, max: min + 99_999_999 })
    .map((firstNine) => `${firstNine}${npiCheckDigit(String(firstNine))}`)
/** Apart, because a rendering provider who is the billing provider is left out of the file. */
const billingNpi = npiFrom(100_000_000)
const npi = npiFrom(200_000_000)
const date = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const optional = <T>(value: fc.Arbitrary<T>) => ({ value, isOptional: true as const })
/** Builds records whose optional keys are absent rather than undefined, as the reader leaves them. */
const record = <T>(shape: Record<string, fc.Arbitrary<unknown> | ReturnType<typeof optional>>) => {
  const entries = Object.entries(shape).map(
    ([key, value]) => [key, 'isOptional' in value ? value.value : value] as const,
  )
  const requiredKeys = Object.entries(shape)
    .filter(([, value]) => !('isOptional' in value))
    .map(([key]) => key)
  // fast-check types records by their literal keys; the shape is given by T here.
  return fc.record(Object.fromEntries(entries), {
    requiredKeys,
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<T>
}
const address = record({
  line1: word(30),
  line2: optional(word(20)),
  city: word(20),
  state: fc.constantFrom('TX', 'NY'),
  postalCode: digits(9),
})
const person = {
  lastName: word(20),
  firstName: word(15),
  middleName: optional(word(9)),
  suffix: optional(fc.constant('JR')),
}
const taxonomy = fc.constant('1041C0700X')
const provider = record({ ...person, npi, taxonomy: optional(taxonomy) })
const unadorned = record({ ...person, npi })
const adjustment = record({
  group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
  carc: fc.constantFrom('45', '1', '2', '3', '23'),
  amountCents: fc.integer({ min: -50_000, max: 50_000 }),
})
const modifiers = fc.uniqueArray(fc.constantFrom('95', 'HO', '59', 'AJ', '93'), { maxLength: 4 })
const code = fc.constantFrom('90837', '90834', '90785', '90791')
const cents = fc.integer({ min: 1, max: 9_999_999 })
const decision = record({
  payerId: word(20),
  paidCents: cents,
  code,
  modifiers,
  units: fc.integer({ min: 1, max: 9 }),
  adjustments: fc.array(adjustment, { maxLength: 9 }),
  decidedOn: date,
})
const otherPayer = record({
  responsibility: fc.constantFrom('P', 'S'),
  relationship: fc.constantFrom('18', '19'),
  groupNumber: optional(word(20)),
  filingCode: fc.constant('CI'),
  adjustments: fc.array(adjustment, { maxLength: 8 }),
  paidCents: optional(cents),
  insured: record({ ...person, memberId: word(20) }),
  payerName: word(30),
  payerId: word(20),
  benefitsAssigned: fc.constantFrom('Y', 'N'),
  release: fc.constantFrom('Y', 'I'),
})
const line = record<Claim837['lines'][number]>({
  lineControlNumber: word(30),
  code,
  modifiers,
  description: optional(word(40)),
  chargeCents: cents,
  units: fc.integer({ min: 1, max: 99 }),
  placeOfService: optional(fc.constantFrom('02', '11')),
  diagnosisPointers: fc.constantFrom([1], [1, 2], [2, 1]),
  serviceDate: date,
  authorizationNumber: optional(word(20)),
  decisions: optional(fc.array(decision, { minLength: 1, maxLength: 2 })),
})
const frequency = fc.oneof(
  fc.constant({ frequency: '1' as const }),
  fc.record({ frequency: fc.constantFrom('7' as const, '8' as const), payerClaimNumber: word(30) }),
)
const group = fc.oneof(
  fc.constant({}),
  fc.record({ groupNumber: word(30) }),
  fc.record({ groupName: word(30) }),
)
const patient = fc.oneof(
  fc.record({
    subscriber: record({
      ...person,
      memberId: word(20),
      address,
      birthDate: date,
      sex: fc.constantFrom('F', 'M', 'U'),
    }),
  }),
  fc.record({
    subscriber: record({ ...person, memberId: word(20) }),
    dependent: record({
      ...person,
      relationship: fc.constantFrom('01', '19'),
      address,
      birthDate: date,
      sex: fc.constantFrom('F', 'M', 'U'),
    }),
  }),
)
const base = record({
  controlNumber: word(20),
  placeOfService: fc.constantFrom('10', '11'),
  responsibility: fc.constantFrom('P', 'S', 'T'),
  filingCode: fc.constantFrom('CI', 'BL', 'MC'),
  payer: record({ name: word(40), id: word(20) }),
  providerSignatureOnFile: fc.boolean(),
  assignment: fc.constantFrom('A', 'B', 'C'),
  benefitsAssigned: fc.constantFrom('Y', 'N', 'W'),
  release: fc.constantFrom('Y', 'I'),
  referralNumber: optional(word(30)),
  authorizationNumber: optional(word(30)),
  clearinghouseTrace: optional(word(20)),
  diagnoses: fc.constantFrom(['F411', 'F331'], ['F902', 'Z630', 'F4310']),
  referringProvider: optional(unadorned),
  renderingProvider: optional(provider),
  serviceFacility: optional(record({ name: word(40), npi: optional(npi), address })),
  supervisingProvider: optional(unadorned),
  otherPayers: optional(fc.array(otherPayer, { minLength: 1, maxLength: 2 })),
  lines: fc.uniqueArray(line, {
    minLength: 1,
    maxLength: 4,
    selector: (entry) => entry.lineControlNumber,
  }),
})
const claim = fc
  .tuple(base, frequency, group, patient)
  .map((parts) => Object.assign({}, ...parts) as Claim837) // the four parts together are a claim
const file = record<ClaimFile837>({
  interchange: record({
    senderQualifier: fc.constant('ZZ'),
    senderId: word(15),
    receiverQualifier: fc.constant('ZZ'),
    receiverId: word(15),
    date,
    time: fc.constantFrom('00:05', '15:30'),
    controlNumber: fc.integer({ min: 1, max: 999_999_999 }),
    groupControlNumber: fc.integer({ min: 1, max: 999_999_999 }),
    usage: fc.constantFrom('T', 'P'),
  }),
  transactionControlNumber: digits(5),
  batchReference: word(30),
  submitter: record({
    name: word(60),
    id: word(20),
    contactName: word(30),
    phone: digits(10),
    email: optional(fc.constant('BILLING@EXAMPLE.ORG')),
  }),
  receiver: record({ name: word(60), id: word(20) }),
  billingProvider: record({
    name: fc.oneof(
      record({ kind: fc.constant('organization'), organizationName: word(60) }),
      record({ kind: fc.constant('person'), ...person }),
    ),
    npi: billingNpi,
    taxonomy: optional(taxonomy),
    taxId: digits(9),
    taxIdType: fc.constantFrom('EI', 'SY'),
    address,
    payToAddress: optional(address),
  }),
  claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
})
const oneFile = (): ClaimFile837 => {
  const [sample] = fc.sample(file, { numRuns: 1, seed: 7 })
  if (!sample) throw new Error('no sample')
  return sample
}
const problemOf = (broken: ClaimFile837) => {
  try {
    write837P(broken)
  } catch (error) {
    if (error instanceof X12FieldError) return [error.field, error.problem]
    throw error
  }
  return null
}
const withClaim = (change: (claim: Claim837) => Partial<Claim837>): ClaimFile837 => {
  const whole = oneFile()
  const [first] = whole.claims
  if (!first) throw new Error('no claim')
  return {
    ...whole,
    claims: [{ ...first, frequency: '1', payerClaimNumber: '', ...change(first) }],
  }
}

describe('Writing 837P claims', () => {
  it('gives a file that reads back to the very same claims, with counts that hold', () => {
    fc.assert(
      fc.property(file, (whole) => {
        const { files, findings } = read837P(write837P(whole))
        expect(findings).toEqual([])
        expect(files).toEqual([whole])
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no empty element at the end of a segment', () => {
    fc.assert(
      fc.property(file, (whole) => {
        for (const row of write837P(whole).split('~\n').filter(Boolean))
          expect(row).not.toMatch(/[*]$/)
      }),
      { numRuns: 40 },
    )
  })

  it('cleans text: upper case, plain letters, no delimiters', () => {
    expect(sanitizeX12Text('  José~Łukasz*O’Neil:Straße^\n ')).toBe("JOSE LUKASZ O'NEIL STRASSE")
    const whole = withClaim(({ subscriber }) => ({
      subscriber: { ...subscriber, lastName: 'Núñez*~Smith' },
    }))
    expect(read837P(write837P(whole)).files[0]?.claims[0]?.subscriber.lastName).toBe('NUNEZ SMITH')
  })

  it('leaves the rendering provider out when it is the billing provider', () => {
    const whole = oneFile()
    const solo = { lastName: 'SMITH', firstName: 'ALEX', npi: whole.billingProvider.npi }
    const text = write837P({
      ...whole,
      claims: whole.claims.map((c) => ({ ...c, renderingProvider: solo })),
    })
    expect(text).not.toContain('NM1*82')
  })

  it.each([
    [
      'a missing member id',
      (c: Claim837) => ({ subscriber: { ...c.subscriber, memberId: ' ' } }),
      'claims[0].subscriber.memberId',
      'missing',
    ],
    [
      'a long claim number',
      () => ({ controlNumber: 'X'.repeat(21) }),
      'claims[0].controlNumber',
      'tooLong',
    ],
    [
      'a replacement without original',
      () => ({ frequency: '7' as const }),
      'claims[0].payerClaimNumber',
      'missing',
    ],
    [
      'an original with one',
      () => ({ payerClaimNumber: 'ICN1' }),
      'claims[0].payerClaimNumber',
      'invalid',
    ],
    ['no diagnosis', () => ({ diagnoses: [] }), 'claims[0].diagnoses', 'missing'],
    [
      'a diagnosis in words',
      () => ({ diagnoses: ['ANXIETY', 'F331', 'F411'] }),
      'claims[0].diagnoses[0]',
      'invalid',
    ],
    [
      'a charge of nothing',
      (c: Claim837) => ({ lines: c.lines.map((l) => ({ ...l, chargeCents: 0 })) }),
      'claims[0].lines[0].chargeCents',
      'invalid',
    ],
    [
      'a pointer to nowhere',
      (c: Claim837) => ({ lines: c.lines.map((l) => ({ ...l, diagnosisPointers: [9] })) }),
      'claims[0].lines[0].diagnosisPointers',
      'invalid',
    ],
    [
      'a long line number',
      (c: Claim837) => ({
        lines: c.lines.map((l, index) => ({ ...l, lineControlNumber: 'X'.repeat(31 + index) })),
      }),
      'claims[0].lines[0].lineControlNumber',
      'tooLong',
    ],
  ])('names the field for %s', (_name, change, path, problem) => {
    expect(problemOf(withClaim(change))).toEqual([path, problem])
  })

  it('refuses a post office box and a short ZIP for the billing provider', () => {
    const whole = oneFile()
    const at = (change: object) => ({
      ...whole,
      billingProvider: {
        ...whole.billingProvider,
        address: { ...whole.billingProvider.address, ...change },
      },
    })
    expect(problemOf(at({ line1: 'P.O. Box 12' }))).toEqual([
      'billingProvider.address.line1',
      'invalid',
    ])
    expect(problemOf(at({ postalCode: '78701' }))).toEqual([
      'billingProvider.address.postalCode',
      'tooShort',
    ])
    expect(problemOf(at({ postalCode: '78701-0001' }))).toBeNull()
  })
})

describeShared('x12-examples', 'The behavioral-health example claims', () => {
  const example = sharedFiles('x12-examples').find(({ name }) => name === 'bh_837p.edi')!

  it('are read, and written again segment by segment', () => {
    const { bytes } = example
    const { files, findings } = read837P(bytes)
    expect(findings).toEqual([])
    expect(files[0]?.claims.map((c) => [c.controlNumber, c.frequency, c.lines.length])).toEqual([
      ['RB-000123-1', '1', 2],
      ['RB-000124-2', '7', 1],
    ])
    const [transaction] = transactionsOfType(readInterchanges(bytes), '837')
    const [written] = transactionsOfType(
      readInterchanges(files[0] ? write837P(files[0]) : ''),
      '837',
    )
    expect(written && segmentsOf(written)).toEqual(transaction && segmentsOf(transaction))
  })
})

describeShared('x12', 'Published 837 files', () => {
  const published = sharedFiles('x12').filter(({ name }) => name.includes('837'))

  it('are read without throwing', () => {
    const counts = published.map(
      (sample) => read837P(sample.bytes).files.flatMap((f) => f.claims).length,
    )
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000)
  })
})
