import { x12Cents, x12Date } from '@/src/domain/billing/x12/amounts'
import type {
  Claim837,
  ClaimFile837,
  ClaimLine,
  ClaimProvider,
  LineDecision,
  OtherPayer,
  PostalAddress,
} from '@/src/domain/billing/x12/claimTypes'
import type { X12Delimiters } from '@/src/domain/billing/x12/delimiters'
import type { X12Finding } from '@/src/domain/billing/x12/envelope'
import { PolicyReader } from '@/src/domain/billing/x12/read837Policy'
import { emptyAddress, personOf, readAddress } from '@/src/domain/billing/x12/readParts'
import type { Adjustment } from '@/src/domain/billing/x12/remittanceTypes'
import type { X12Segment } from '@/src/domain/billing/x12/segments'

type Target = { file: ClaimFile837; findings: X12Finding[]; delimiters: X12Delimiters }

/** Reads loops 2000B and below of one billing provider into `file.claims`. */
export class ClaimReader {
  hasStarted = false
  private readonly insured = new PolicyReader()
  private claim: Claim837 | null = null
  private line: ClaimLine | null = null
  private other: OtherPayer | null = null
  private decision: LineDecision | null = null
  private provider: ClaimProvider | null = null
  private address: PostalAddress | undefined
  private chargeCents = 0
  private segmentNumber = 0

  constructor(private readonly target: Target) {}

  read(segment: X12Segment, segmentNumber: number): void {
    this.hasStarted = true
    this.segmentNumber = segmentNumber
    const [id] = segment
    if (id === 'HL') {
      this.closeClaim()
      this.insured.openLevel(segment[3])
    } else if (id === 'CLM') this.openClaim(segment)
    else if (id === 'SE') this.closeClaim()
    else if (!this.claim) this.insured.read(segment)
    else if (id === 'LX' || id === 'SV1') this.openLine(segment)
    else if (this.line) this.readLine(segment, this.line)
    else this.readClaim(segment, this.claim)
  }

  private openClaim(segment: X12Segment): void {
    this.closeClaim()
    const [place = '', , frequency] = (segment[5] ?? '').split(this.target.delimiters.component)
    this.chargeCents = this.cents(segment[2])
    this.claim = {
      controlNumber: segment[1] ?? '',
      frequency: frequency === '7' || frequency === '8' ? frequency : '1',
      placeOfService: place,
      ...this.insured.policy,
      providerSignatureOnFile: segment[6] === 'Y',
      assignment: segment[7] === 'B' || segment[7] === 'C' ? segment[7] : 'A',
      benefitsAssigned: answerOf(segment[8]),
      release: segment[9] === 'I' ? 'I' : 'Y',
      diagnoses: [],
      lines: [],
    }
    this.target.file.claims.push(this.claim)
  }

  private closeClaim(): void {
    const { claim } = this
    if (claim) {
      const sum = claim.lines.reduce((total, line) => total + line.chargeCents, 0)
      if (sum !== this.chargeCents) {
        this.error(
          'CLAIM_TOTAL',
          `Claim ${claim.controlNumber} does not charge what its lines come to.`,
        )
      }
    }
    this.claim = null
    this.line = null
    this.other = null
    this.decision = null
    this.provider = null
    this.address = undefined
  }

  private readClaim(segment: X12Segment, claim: Claim837): void {
    switch (segment[0]) {
      case 'REF':
        if (!this.other && !this.provider) readReference(segment, claim)
        break
      case 'HI':
        for (const element of segment.slice(1)) {
          const code = element.split(this.target.delimiters.component)[1]
          if (code) claim.diagnoses.push(code)
        }
        break
      case 'SBR':
        this.openOtherPayer(segment, claim)
        break
      case 'NM1':
        this.readClaimName(segment, claim)
        break
      case 'PRV':
        if (this.provider) this.provider.taxonomy = segment[3] ?? ''
        break
      case 'CAS':
        if (this.other) this.readAdjustments(segment, this.other.adjustments)
        break
      case 'AMT':
        if (this.other && segment[1] === 'D') this.other.paidCents = this.cents(segment[2])
        break
      case 'OI':
        if (this.other) {
          this.other.benefitsAssigned = answerOf(segment[3])
          this.other.release = segment[6] === 'I' ? 'I' : 'Y'
        }
        break
      default:
        readAddress(segment, this.address)
    }
  }

  private readClaimName(segment: X12Segment, claim: Claim837): void {
    const [, code] = segment
    this.address = undefined
    this.provider = null
    if (this.other) {
      if (code === 'IL') this.other.insured = { ...personOf(segment), memberId: segment[9] ?? '' }
      else if (code === 'PR')
        Object.assign(this.other, { payerName: segment[3] ?? '', payerId: segment[9] ?? '' })
      return
    }
    if (code === '77') {
      const address = emptyAddress()
      claim.serviceFacility = {
        name: segment[3] ?? '',
        ...(segment[9] ? { npi: segment[9] } : {}),
        address,
      }
      this.address = address
      return
    }
    const provider: ClaimProvider = { ...personOf(segment), npi: segment[9] ?? '' }
    this.provider = provider
    if (code === '82') claim.renderingProvider = provider
    else if (code === 'DN') claim.referringProvider = provider
    else if (code === 'DQ') claim.supervisingProvider = provider
  }

  private openOtherPayer(segment: X12Segment, claim: Claim837): void {
    this.provider = null
    this.address = undefined
    this.other = {
      responsibility: segment[1] ?? '',
      relationship: segment[2] ?? '',
      ...(segment[3] ? { groupNumber: segment[3] } : {}),
      filingCode: segment[9] ?? '',
      adjustments: [],
      insured: { lastName: '', firstName: '', memberId: '' },
      payerName: '',
      payerId: '',
      benefitsAssigned: 'Y',
      release: 'Y',
    }
    claim.otherPayers = [...(claim.otherPayers ?? []), this.other]
  }

  private openLine(segment: X12Segment): void {
    this.other = null
    this.decision = null
    if (segment[0] === 'LX') {
      this.line = {
        lineControlNumber: '',
        code: '',
        modifiers: [],
        chargeCents: 0,
        units: 0,
        diagnosisPointers: [],
        serviceDate: '',
      }
      this.claim?.lines.push(this.line)
      return
    }
    const { line } = this
    if (!line) return
    Object.assign(line, this.procedureOf(segment[1]))
    line.chargeCents = this.cents(segment[2])
    line.units = Number(segment[4] ?? 0)
    if (segment[5]) line.placeOfService = segment[5]
    line.diagnosisPointers = (segment[7] ?? '')
      .split(this.target.delimiters.component)
      .filter(Boolean)
      .map(Number)
  }

  private readLine(segment: X12Segment, line: ClaimLine): void {
    const [id, qualifier, , last] = segment
    if (id === 'DTP' && qualifier === '472') line.serviceDate = x12Date(last) ?? ''
    else if (id === 'DTP' && qualifier === '573' && this.decision)
      this.decision.decidedOn = x12Date(last) ?? ''
    else if (id === 'REF' && qualifier === '6R') line.lineControlNumber = segment[2] ?? ''
    else if (id === 'REF' && qualifier === 'G1') line.authorizationNumber = segment[2] ?? ''
    else if (id === 'CAS' && this.decision) this.readAdjustments(segment, this.decision.adjustments)
    else if (id === 'SVD') {
      const { code, modifiers } = this.procedureOf(segment[3])
      this.decision = {
        payerId: segment[1] ?? '',
        paidCents: this.cents(segment[2]),
        code,
        modifiers,
        units: Number(segment[5] ?? 0),
        adjustments: [],
        decidedOn: '',
      }
      line.decisions = [...(line.decisions ?? []), this.decision]
    }
  }

  private procedureOf(
    element: string | undefined,
  ): Pick<ClaimLine, 'code' | 'modifiers' | 'description'> {
    const parts = (element ?? '').split(this.target.delimiters.component)
    const modifiers = parts.slice(2, 6).filter(Boolean)
    return { code: parts[1] ?? '', modifiers, ...(parts[6] ? { description: parts[6] } : {}) }
  }

  private readAdjustments(segment: X12Segment, list: Adjustment[]): void {
    for (let index = 2; index < segment.length; index += 3) {
      list.push({
        group: segment[1] ?? '',
        carc: segment[index] ?? '',
        amountCents: this.cents(segment[index + 1]),
      })
    }
  }

  private cents(text: string | undefined): number {
    const amount = x12Cents(text ?? '')
    if (!Number.isNaN(amount)) return amount
    this.error(
      'BAD_AMOUNT',
      `"${(text ?? '').slice(0, 20)}" is not an amount in dollars and cents.`,
    )
    return 0
  }

  private error(code: string, message: string): void {
    this.target.findings.push({ level: 'error', code, segmentNumber: this.segmentNumber, message })
  }
}

const REFERENCES = {
  '9F': 'referralNumber',
  G1: 'authorizationNumber',
  F8: 'payerClaimNumber',
  D9: 'clearinghouseTrace',
} as const

const readReference = (segment: X12Segment, claim: Claim837): void => {
  const qualifier = segment[1] ?? ''
  if (qualifier in REFERENCES) {
    // The `in` test above proves the key.
    claim[REFERENCES[qualifier as keyof typeof REFERENCES]] = segment[2] ?? ''
  }
}

const answerOf = (text: string | undefined): 'Y' | 'N' | 'W' =>
  text === 'N' || text === 'W' ? text : 'Y'
