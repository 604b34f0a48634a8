import type {
  PatientPlace,
  SessionModality,
  TelehealthRule,
} from '@/src/domain/billing/placeOfService'
import type { CalendarDate } from '@/src/domain/calendarDate'

export type Dated = { from: CalendarDate | null; to: CalendarDate | null }

/** All that the readiness list looks at; collections fill it, nothing is read from elsewhere. */
export type ClaimReadinessSnapshot = {
  today: CalendarDate
  payer: {
    id: string
    name: string
    /** Null when the payer has no limit on record. */
    filingLimitDays: number | null
    needsActivePlan: boolean
    needsAuthorization: boolean
    telehealthRules: readonly TelehealthRule[]
  }
  /** Null when the patient has no policy with this payer. */
  coverage: (Dated & { memberId: string }) | null
  rendering: { name: string; npi: string | null; enrollments: readonly Dated[] }
  billing: { npi: string | null; taxonomy: string | null; postalCode: string | null }
  diagnoses: readonly (Dated & { code: string })[]
  /** Whether an active signed treatment plan covered the service date. */
  hasActivePlan: boolean
  /** A late claim may go with proof of an earlier filing. */
  hasProofOfTimelyFiling: boolean
  filingAlarmPercent?: number
  lines: readonly ClaimReadinessLine[]
}

export type ClaimReadinessLine = {
  serviceDate: CalendarDate
  code: string
  modifiers: readonly string[]
  placeOfService: string
  minutes: number | null
  modality: SessionModality
  patientPlace: PatientPlace
  units: number
  note: { isSigned: boolean; needsCoSignature: boolean; isCoSigned: boolean } | null
  /** The authorization linked to the service; `unitsLeft` counts those reserved for this claim. */
  authorization: (Dated & { number: string; isApproved: boolean; unitsLeft: number }) | null
}

export type ReadinessFinding = {
  ok: boolean
  ruleId: 'R71' | 'R74' | 'R76' | 'R78'
  /** Where the value stands in the snapshot, for example 'lines[0].note'. */
  path: string
  message: string
  /** What to do about it and the screen to go to. */
  fix: { label: string; target: ReadinessTarget }
}

export type ReadinessTarget =
  | 'note'
  | 'diagnoses'
  | 'policy'
  | 'authorization'
  | 'enrollment'
  | 'staff'
  | 'practice'
  | 'session'
  | 'plan'
  | 'payer'
  | 'claim'
