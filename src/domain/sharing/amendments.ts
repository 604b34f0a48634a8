/** 45 CFR 164.526(a)(2): the only grounds on which a request to amend is denied. */
export const amendmentGrounds = [
  { value: 'notOurs', label: 'Somebody else wrote it, and can still be asked' },
  { value: 'notInRecord', label: 'It is no part of the record' },
  { value: 'notAccessible', label: 'It is not open to the patient' },
  { value: 'accurate', label: 'It is accurate and complete' },
] as const

/** What a request may be about, by class of the record. */
export const amendableClasses = [
  { value: 'notes', label: 'A note' },
  { value: 'intake', label: 'The intake assessment' },
  { value: 'plans', label: 'The treatment plan' },
  { value: 'diagnoses', label: 'A diagnosis' },
  { value: 'identity', label: 'Name or contact details' },
  { value: 'other', label: 'Something else' },
] as const
