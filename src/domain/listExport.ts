/** Why somebody takes a list of records out of the product (R61); codes that the access log keeps. */
export const exportPurposes = [
  { value: 'operations', label: 'To run the practice' },
  { value: 'payment', label: 'Billing and payment' },
  { value: 'audit', label: 'An audit or review' },
  { value: 'patient-request', label: 'A patient asked for it' },
  { value: 'legal', label: 'A court, an authority or a lawyer' },
] as const

/** Who gets it; codes, never names. */
export const exportRecipients = [
  { value: 'inside', label: 'Nobody outside the practice' },
  { value: 'accountant', label: 'Our accountant' },
  { value: 'payer', label: 'A payer' },
  { value: 'auditor', label: 'An auditor or authority' },
  { value: 'patient', label: 'The patient' },
  { value: 'counsel', label: 'Our lawyer' },
] as const
