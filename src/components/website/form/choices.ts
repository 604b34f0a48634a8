import type { Option } from './fields'

export const contactWays: readonly Option[] = [
  { value: 'email', label: 'E-mail' },
  { value: 'phone', label: 'Phone call' },
  { value: 'text', label: 'Text message' },
]

export const formatChoices: readonly Option[] = [
  { value: 'inPerson', label: 'In person' },
  { value: 'video', label: 'By video' },
  { value: 'either', label: 'Either is fine' },
]

/** The words the front desk uses for the same question. */
export const foundThrough: readonly Option[] = [
  { value: 'search', label: 'Search engine' },
  { value: 'directory', label: 'Therapist directory' },
  { value: 'friend', label: 'Friend or family' },
  { value: 'doctor', label: 'Doctor' },
  { value: 'therapist', label: 'Another therapist' },
  { value: 'insurer', label: 'Insurance company' },
  { value: 'school', label: 'School' },
  { value: 'employer', label: 'Employer' },
  { value: 'event', label: 'Event or workshop' },
  { value: 'returning', label: 'I was here before' },
]
