/** What the guided start and its checklist are computed from; read anew each time (collections/system/setup). */
export type SetupFacts = {
  owner: { hasFactor: boolean; isFactorRequired: boolean }
  practice: {
    isNamed: boolean
    hasPhone: boolean
    hasAddress: boolean
    hasNpi: boolean
    hasTaxId: boolean
    hasPrivacyNotice: boolean
    hasEstimateNotice: boolean
    /** Claim files are marked as test. */
    isTestMode: boolean
  }
  /** The address that people type has https and is not this machine's own. */
  isReachable: boolean
  locations: { count: number; withoutHours: number }
  rooms: number
  services: { count: number; drafts: number }
  /** Codes that are usually billed and have no usual fee today. */
  fees: { missing: readonly string[] }
  payers: { count: number }
  areRulesLookedAt: boolean
  keys: { isCopied: boolean; wasCopied: boolean }
  mail: { isSet: boolean; isTested: boolean }
  backup: { at: string | null; isRecent: boolean }
  staff: {
    /** Besides the owner. */
    others: number
    hasCompliance: boolean
    hasFrontDesk: boolean
    hasBilling: boolean
  }
  clinicians: {
    count: number
    /** With a license that holds today. */
    licensed: number
    /** Of those, with one that somebody else looked up. */
    verified: number
    withNpi: number
    withHours: number
  }
  /** Kinds of text that patients sign, without a version in force, by their labels. */
  unpublishedTexts: readonly string[]
  hasOnCall: boolean
  /** Steps that the owner goes on without. */
  leftOut: readonly string[]
  isFinished: boolean
}
