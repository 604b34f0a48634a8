/** Why a chart has to stay exactly as it is. */
export const holdReasons = [
  { value: 'lawyer', label: 'A lawyer wrote' },
  { value: 'subpoena', label: 'A subpoena or court order' },
  { value: 'claim', label: 'A claim or complaint against the practice' },
  { value: 'board', label: 'A licensing board or authority asks' },
  { value: 'audit', label: 'An audit by a payer or authority' },
  { value: 'other', label: 'Something else' },
] as const

export type HoldReason = (typeof holdReasons)[number]['value']

export const holdReasonCodes = holdReasons.map(({ value }) => value) as [
  HoldReason,
  ...HoldReason[],
] // never empty
