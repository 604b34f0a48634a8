import type { Adjustment } from '@/src/domain/billing/x12/remittanceTypes'

export type PostalAddress = {
  line1: string
  line2?: string
  city: string
  state: string
  /** Five or nine digits; billing provider and service facility need all nine. */
  postalCode: string
}

/** A person as insurers know them; names as on the card. */
export type PersonName = {
  lastName: string
  firstName: string
  middleName?: string
  suffix?: string
}

/** F, M, or U for unknown, as the insurer has it on file (DMG03). */
export type InsurerSex = 'F' | 'M' | 'U'

export type Demographics = { birthDate: string; sex: InsurerSex; address: PostalAddress }

export type ClaimProvider = PersonName & { npi: string; taxonomy?: string }

export type BillingProvider = {
  /** A group by its name, or a clinician in solo practice. */
  name: { kind: 'organization'; organizationName: string } | ({ kind: 'person' } & PersonName)
  npi: string
  taxonomy?: string
  taxId: string
  taxIdType: 'EI' | 'SY'
  /** A street address, never a post office box. */
  address: PostalAddress
  payToAddress?: PostalAddress
}

export type ServiceFacility = { name: string; npi?: string; address: PostalAddress }

/** Another payer of the same claim, with what it decided (loops 2320 and 2330). */
export type OtherPayer = {
  responsibility: string
  /** Relationship of the patient to that policy's holder: 18 self, 01 spouse, 19 child. */
  relationship: string
  groupNumber?: string
  filingCode: string
  adjustments: Adjustment[]
  paidCents?: number
  insured: PersonName & { memberId: string }
  payerName: string
  payerId: string
  benefitsAssigned: 'Y' | 'N' | 'W'
  release: 'Y' | 'I'
}

/** What another payer decided about one line (loop 2430). */
export type LineDecision = {
  payerId: string
  paidCents: number
  code: string
  modifiers: string[]
  units: number
  adjustments: Adjustment[]
  decidedOn: string
}

export type ClaimLine = {
  /** REF*6R, comes back in the remittance; unique within the claim, at most 30 characters. */
  lineControlNumber: string
  code: string
  modifiers: string[]
  /** Only for unlisted codes (SV101-7). */
  description?: string
  chargeCents: number
  units: number
  /** Only where it differs from the claim's. */
  placeOfService?: string
  /** Positions in `diagnoses`, counted from 1, the reason for the line first. */
  diagnosisPointers: number[]
  serviceDate: string
  authorizationNumber?: string
  decisions?: LineDecision[]
}

export type Claim837 = {
  /** CLM01, at most 20 characters; the payer returns it in CLP01. */
  controlNumber: string
  /** 1 original, 7 replacement, 8 void. */
  frequency: '1' | '7' | '8'
  /** The payer's number of the claim being replaced or voided (REF*F8). */
  payerClaimNumber?: string
  placeOfService: string
  /** P primary, S secondary, T tertiary. */
  responsibility: string
  filingCode: string
  groupNumber?: string
  groupName?: string
  subscriber: PersonName & { memberId: string } & Partial<Demographics>
  /** Only when the patient is not the subscriber; `relationship` is PAT01, 19 for a child. */
  dependent?: PersonName & Demographics & { relationship: string }
  payer: { name: string; id: string }
  providerSignatureOnFile: boolean
  /** CLM07: A accepts assignment, B lab only, C does not. */
  assignment: 'A' | 'B' | 'C'
  benefitsAssigned: 'Y' | 'N' | 'W'
  release: 'Y' | 'I'
  referralNumber?: string
  authorizationNumber?: string
  clearinghouseTrace?: string
  /** ICD-10-CM without the point, the principal one first. */
  diagnoses: string[]
  referringProvider?: ClaimProvider
  /** Left out of the file when it is the billing provider in person. */
  renderingProvider?: ClaimProvider
  serviceFacility?: ServiceFacility
  supervisingProvider?: ClaimProvider
  otherPayers?: OtherPayer[]
  lines: ClaimLine[]
}

export type ClaimFile837 = {
  interchange: {
    senderQualifier: string
    senderId: string
    receiverQualifier: string
    receiverId: string
    /** Local date and time of the sender, 'YYYY-MM-DD' and 'HH:MM'. */
    date: string
    time: string
    /** Unique for this receiver for years: at most nine digits. */
    controlNumber: number
    groupControlNumber: number
    /** T test, P production. */
    usage: 'T' | 'P'
  }
  /** ST02, at least four characters. */
  transactionControlNumber: string
  /** BHT03, which the 277CA returns. */
  batchReference: string
  submitter: { name: string; id: string; contactName: string; phone?: string; email?: string }
  receiver: { name: string; id: string }
  billingProvider: BillingProvider
  claims: Claim837[]
}
