/** Why somebody's authority ended. `age` and `practice` are set by the product, the others are chosen. */
export const END_REASONS = [
  { value: 'patientAsked', label: 'The patient asked for it' },
  { value: 'personAsked', label: 'The person asked for it' },
  { value: 'orderChanged', label: 'A court order changed' },
  { value: 'mistake', label: 'Entered by mistake' },
  { value: 'age', label: 'The patient came of age' },
  { value: 'practice', label: 'Decided by the practice' },
] as const
