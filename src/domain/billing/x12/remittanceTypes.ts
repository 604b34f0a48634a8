import type { X12Finding } from '@/src/domain/billing/x12/envelope'

/** CAS groups; CR appears in 4010 only and is read, never written. */
export type AdjustmentGroup = 'CO' | 'CR' | 'OA' | 'PI' | 'PR'

/** One reason of a CAS segment; positive amounts lower the payment. */
export type Adjustment = {
  group: string
  /** Claim adjustment reason code, for example '45'. */
  carc: string
  amountCents: number
}

export type RemittancePerson = {
  lastName: string
  firstName: string
  idQualifier: string
  id: string
}

export type QualifiedValue = { qualifier: string; value: string }
export type QualifiedAmount = { qualifier: string; amountCents: number }

export type RemittanceLine = {
  segmentNumber: number
  /** Component 1 of SVC01, 'HC' for procedure codes. */
  codeQualifier: string
  code: string
  modifiers: string[]
  /** SVC06, present when the payer changed or bundled the code that was billed. */
  originalCode: string | null
  chargeCents: number
  paidCents: number
  units: string
  serviceDate: string | null
  adjustments: Adjustment[]
  /** REF*6R, our own line number coming back. */
  lineControlNumber: string | null
  /** AMT*B6. */
  allowedCents: number | null
  /** LQ*HE remark codes. */
  remarkCodes: string[]
  references: QualifiedValue[]
}

export type RemittanceClaim = {
  segmentNumber: number
  /** CLP01: our CLM01 as the payer returns it. */
  claimNumber: string
  /** CLP02: 1-3 processed, 4 denied, 19-21 forwarded, 22 reversal, 23 not ours, 25 estimate only. */
  statusCode: string
  chargeCents: number
  paidCents: number
  /** Null when CLP05 is blank, which means none. */
  patientResponsibilityCents: number | null
  filingCode: string
  payerClaimNumber: string
  placeOfService: string
  frequency: string
  adjustments: Adjustment[]
  patient: RemittancePerson | null
  insured: RemittancePerson | null
  /** NM1*74: name or id as the payer corrects it. */
  corrected: RemittancePerson | null
  renderingProvider: RemittancePerson | null
  /** NM1*TT: the payer to which this one forwarded the claim. */
  forwardedTo: string | null
  /** Inpatient figures (MIA, DRG): line charges need not sum to the claim. */
  isInpatient: boolean
  remarkCodes: string[]
  references: QualifiedValue[]
  /** First day of the claim: DTM*232 or, without it, the earliest line. */
  serviceDate: string | null
  dates: QualifiedValue[]
  amounts: QualifiedAmount[]
  lines: RemittanceLine[]
}

/** One PLB pair; a positive amount lowers the payment, a negative one raises it. */
export type ProviderAdjustment = {
  segmentNumber: number
  providerId: string
  fiscalPeriodEnd: string | null
  reason: string
  reference: string
  amountCents: number
}

export type RemittanceParty = {
  name: string
  idQualifier: string
  id: string
  references: QualifiedValue[]
}

export type Remittance835 = {
  controlNumber: string
  version: string
  payment: {
    handlingCode: string
    /** BPR02, what the bank should show. */
    amountCents: number
    /** BPR03: C credit, D debit. */
    direction: string
    /** BPR04: ACH, CHK, FWT, NON. */
    method: string
    date: string | null
    traceNumber: string
    /** TRN03, the payer's id that goes with the trace number. */
    payerIdentifier: string
  }
  productionDate: string | null
  payer: RemittanceParty
  payee: RemittanceParty
  claims: RemittanceClaim[]
  providerAdjustments: ProviderAdjustment[]
  findings: X12Finding[]
}
