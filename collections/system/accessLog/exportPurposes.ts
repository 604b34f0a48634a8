/** Why somebody takes lines of the access log out of the product. */
export const exportPurposes = [
  { value: 'patient-request', label: 'A patient asked for it' },
  { value: 'complaint', label: 'A complaint or suspicion' },
  { value: 'audit', label: 'An audit or review' },
  { value: 'incident', label: 'An incident or breach' },
  { value: 'legal', label: 'A court, an authority or a lawyer' },
] as const
