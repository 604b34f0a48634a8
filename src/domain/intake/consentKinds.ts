/** The texts a first visit needs (R07); telehealth only where the visit is by video. */
export const CONSENT_KINDS = [
  { value: 'treatment', label: 'Consent to treatment' },
  { value: 'privacyNotice', label: 'Privacy notice' },
  { value: 'feePolicy', label: 'Fee and cancellation policy' },
  { value: 'telehealth', label: 'Consent to video sessions' },
] as const

export type ConsentKind = (typeof CONSENT_KINDS)[number]['value']

export const consentLabel = (kind: string): string =>
  CONSENT_KINDS.find(({ value }) => value === kind)?.label ?? kind

/** Kinds of text that a visit in this format needs, in the order in which they are shown. */
export const consentKindsFor = (format: string): ConsentKind[] =>
  CONSENT_KINDS.map(({ value }) => value).filter(
    (kind) => kind !== 'telehealth' || format === 'video',
  )
