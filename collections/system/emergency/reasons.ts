/** Why somebody opens a chart that is not theirs. */
export const emergencyReasons = [
  { value: 'danger', label: 'Somebody may be in danger now' },
  { value: 'clinician-unreachable', label: 'The clinician cannot be reached and care cannot wait' },
  { value: 'hospital', label: 'A hospital or the police asks in an emergency' },
  { value: 'complaint', label: 'A complaint or incident that cannot wait' },
  { value: 'other', label: 'Another emergency' },
] as const

/** What the review of an emergency access comes to. */
export const emergencyOutcomes = [
  { value: 'appropriate', label: 'It was needed, and no more was opened than needed' },
  { value: 'inappropriate', label: 'It was not needed, or more was opened than needed' },
] as const

/** Characters that a reason needs at least to say anything. */
export const shortestReason = 20
