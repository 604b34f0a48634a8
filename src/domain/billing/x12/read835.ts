import { x12Cents, x12Date } from '@/src/domain/billing/x12/amounts'
import type { X12Transaction } from '@/src/domain/billing/x12/envelope'
import type {
  Adjustment,
  QualifiedValue,
  Remittance835,
  RemittanceClaim,
  RemittanceLine,
  RemittanceParty,
  RemittancePerson,
} from '@/src/domain/billing/x12/remittanceTypes'
import { handleSegments, segmentKey, type X12Segment } from '@/src/domain/billing/x12/segments'

/**
 * One 835 transaction (005010X221A1, 4010 accepted) as a remittance in integer cents. Never throws;
 * an amount that cannot be read counts as 0 and leaves an error among the findings.
 */
export const read835 = (transaction: X12Transaction): Remittance835 => {
  const reader = new RemittanceReader(transaction)
  handleSegments(transaction, reader.handlers)
  return reader.finish()
}

class RemittanceReader {
  readonly handlers = new Map(
    Object.entries({
      BPR: this.readPayment,
      TRN: this.readTrace,
      N1: this.readParty,
      CLP: this.openClaim,
      SVC: this.openLine,
      CAS: this.readAdjustments,
      DTM: this.readDate,
      REF: this.readReference,
      AMT: this.readAmount,
      NM1: this.readName,
      LQ: this.readRemark,
      MIA: this.readClaimRemarks,
      MOA: this.readClaimRemarks,
      PLB: this.readProviderAdjustments,
    }).map(([id, handler]) => [
      segmentKey(id),
      (segment: X12Segment, index: number) => {
        this.segmentNumber = this.first + index
        handler.call(this, segment)
      },
    ]),
  )
  private readonly remittance: Remittance835
  private readonly component: string
  private readonly first: number
  private claim: RemittanceClaim | null = null
  private line: RemittanceLine | null = null
  private party: RemittanceParty | null = null
  private segmentNumber = 0
  private hasPayment = false

  constructor(transaction: X12Transaction) {
    this.component = transaction.delimiters.component
    this.first = transaction.firstSegmentNumber
    this.remittance = {
      controlNumber: transaction.controlNumber,
      version: transaction.version,
      payment: {
        handlingCode: '',
        amountCents: 0,
        direction: '',
        method: '',
        date: null,
        traceNumber: '',
        payerIdentifier: '',
      },
      productionDate: null,
      payer: emptyParty(),
      payee: emptyParty(),
      claims: [],
      providerAdjustments: [],
      findings: [...transaction.findings],
    }
  }

  finish(): Remittance835 {
    if (!this.hasPayment) this.error('NO_BPR', 'The remittance names no payment (BPR).')
    for (const claim of this.remittance.claims) claim.serviceDate ??= earliest(claim.lines)
    return this.remittance
  }

  private readPayment(segment: X12Segment): void {
    const { payment } = this.remittance
    this.hasPayment = true
    payment.handlingCode = segment[1] ?? ''
    payment.amountCents = this.cents(segment[2], 'BPR02')
    if (!segment[2]) this.error('BAD_AMOUNT', 'The payment has no amount (BPR02).')
    payment.direction = segment[3] ?? ''
    payment.method = segment[4] ?? ''
    payment.date = x12Date(segment[16])
  }

  private readTrace(segment: X12Segment): void {
    const { payment } = this.remittance
    payment.traceNumber = segment[2] ?? ''
    payment.payerIdentifier = segment[3] ?? ''
  }

  private readParty(segment: X12Segment): void {
    const [, role, name = '', idQualifier = '', id = ''] = segment
    this.party = { name, idQualifier, id, references: [] }
    if (role === 'PR') this.remittance.payer = this.party
    else if (role === 'PE') this.remittance.payee = this.party
  }

  private readRemark(segment: X12Segment): void {
    if (this.line && segment[2]) this.line.remarkCodes.push(segment[2])
  }

  private openClaim(segment: X12Segment): void {
    this.line = null
    this.claim = {
      segmentNumber: this.segmentNumber,
      claimNumber: segment[1] ?? '',
      statusCode: segment[2] ?? '',
      chargeCents: this.cents(segment[3], 'CLP03'),
      paidCents: this.cents(segment[4], 'CLP04'),
      patientResponsibilityCents: segment[5] ? this.cents(segment[5], 'CLP05') : null,
      filingCode: segment[6] ?? '',
      payerClaimNumber: segment[7] ?? '',
      placeOfService: segment[8] ?? '',
      frequency: segment[9] ?? '',
      adjustments: [],
      patient: null,
      insured: null,
      corrected: null,
      renderingProvider: null,
      forwardedTo: null,
      isInpatient: Boolean(segment[11]),
      remarkCodes: [],
      references: [],
      serviceDate: null,
      dates: [],
      amounts: [],
      lines: [],
    }
    this.remittance.claims.push(this.claim)
  }

  private openLine(segment: X12Segment): void {
    if (!this.claim) {
      this.error('STRAY_SVC', 'A service line stands before any claim.')
      return
    }
    const procedure = (segment[1] ?? '').split(this.component)
    const original = segment[6] ? segment[6].split(this.component) : null
    this.line = {
      segmentNumber: this.segmentNumber,
      codeQualifier: procedure[0] ?? '',
      code: procedure[1] ?? '',
      modifiers:
        procedure.length > 2 ? procedure.slice(2, 6).filter((modifier) => modifier !== '') : [],
      originalCode: original?.[1] ?? null,
      chargeCents: this.cents(segment[2], 'SVC02'),
      paidCents: this.cents(segment[3], 'SVC03'),
      units: segment[5] || '1',
      serviceDate: null,
      adjustments: [],
      lineControlNumber: null,
      allowedCents: null,
      remarkCodes: [],
      references: [],
    }
    this.claim.lines.push(this.line)
  }

  private readAdjustments(segment: X12Segment): void {
    const target = this.line ?? this.claim
    if (!target) {
      this.error('STRAY_CAS', 'An adjustment stands before any claim.')
      return
    }
    const list: Adjustment[] = target.adjustments
    for (let index = 2; index < segment.length; index += 3) {
      if (!segment[index] && !segment[index + 1]) continue
      list.push({
        group: segment[1] ?? '',
        carc: segment[index] ?? '',
        amountCents: this.cents(segment[index + 1], `CAS${String(index + 1).padStart(2, '0')}`),
      })
    }
  }

  private readDate(segment: X12Segment): void {
    const qualifier = segment[1] ?? ''
    const date = x12Date(segment[2])
    if (!this.claim) {
      if (qualifier === '405') this.remittance.productionDate = date
      return
    }
    if (this.line) {
      if (qualifier === '472' || (qualifier === '150' && !this.line.serviceDate))
        this.line.serviceDate = date
      return
    }
    if (date) this.claim.dates.push({ qualifier, value: date })
    if (qualifier === '232') this.claim.serviceDate = date
  }

  private readReference(segment: X12Segment): void {
    const reference: QualifiedValue = { qualifier: segment[1] ?? '', value: segment[2] ?? '' }
    if (this.line) {
      if (reference.qualifier === '6R') this.line.lineControlNumber = reference.value
      else this.line.references.push(reference)
    } else if (this.claim) this.claim.references.push(reference)
    else this.party?.references.push(reference)
  }

  private readAmount(segment: X12Segment): void {
    const qualifier = segment[1] ?? ''
    const amountCents = this.cents(segment[2], 'AMT02')
    if (this.line) {
      if (qualifier === 'B6') this.line.allowedCents = amountCents
    } else this.claim?.amounts.push({ qualifier, amountCents })
  }

  private readName(segment: X12Segment): void {
    const { claim } = this
    if (!claim) return
    const person: RemittancePerson = {
      lastName: segment[3] ?? '',
      firstName: segment[4] ?? '',
      idQualifier: segment[8] ?? '',
      id: segment[9] ?? '',
    }
    if (segment[1] === 'QC') claim.patient = person
    else if (segment[1] === 'IL') claim.insured = person
    else if (segment[1] === '74') claim.corrected = person
    else if (segment[1] === '82') claim.renderingProvider = person
    else if (segment[1] === 'TT') claim.forwardedTo = person.lastName
  }

  private readClaimRemarks(segment: X12Segment): void {
    if (!this.claim) return
    if (segment[0] === 'MIA') this.claim.isInpatient = true
    const codes =
      segment[0] === 'MOA' ? segment.slice(3, 8) : [segment[5], ...segment.slice(20, 24)]
    for (const code of codes) if (code) this.claim.remarkCodes.push(code)
  }

  private readProviderAdjustments(segment: X12Segment): void {
    this.line = null
    this.claim = null
    for (let index = 3; index < segment.length; index += 2) {
      if (!segment[index] && !segment[index + 1]) continue
      const [reason = '', ...reference] = (segment[index] ?? '').split(this.component)
      this.remittance.providerAdjustments.push({
        segmentNumber: this.segmentNumber,
        providerId: segment[1] ?? '',
        fiscalPeriodEnd: x12Date(segment[2]),
        reason,
        reference: reference.join(this.component),
        amountCents: this.cents(segment[index + 1], `PLB${String(index + 1).padStart(2, '0')}`),
      })
    }
  }

  private cents(text: string | undefined, element: string): number {
    if (!text) return 0
    const amount = x12Cents(text)
    if (!Number.isNaN(amount)) return amount
    this.error(
      'BAD_AMOUNT',
      `${element} "${text.slice(0, 20)}" is not an amount in dollars and cents.`,
    )
    return 0
  }

  private error(code: string, message: string): void {
    this.remittance.findings.push({
      level: 'error',
      code,
      segmentNumber: this.segmentNumber,
      message,
    })
  }
}

const emptyParty = (): RemittanceParty => ({ name: '', idQualifier: '', id: '', references: [] })

const earliest = (lines: readonly RemittanceLine[]): string | null =>
  lines.reduce<string | null>(
    (first, line) =>
      line.serviceDate && (!first || line.serviceDate < first) ? line.serviceDate : first,
    null,
  )
