type Code = { value: string; label: string }

/** What the desk offers under "How did they find us?"; any other short text is kept too (R21). */
export const REFERRAL_SOURCES = [
  { value: 'search', label: 'Search engine' },
  { value: 'directory', label: 'Directory' },
  { value: 'friend', label: 'Friend or family' },
  { value: 'doctor', label: 'Doctor' },
  { value: 'therapist', label: 'Another therapist' },
  { value: 'insurer', label: 'Insurer' },
  { value: 'school', label: 'School' },
  { value: 'employer', label: 'Employer' },
  { value: 'court', label: 'Court' },
  { value: 'hospital', label: 'Hospital' },
  { value: 'event', label: 'Event or workshop' },
  { value: 'returning', label: 'Was here before' },
  { value: 'unknown', label: 'Asked, unknown' },
] as const satisfies readonly Code[]

/** What an address said, such as `insurance-directory`, as people write it. */
const spelled = (source: string): string =>
  `${source.charAt(0).toUpperCase()}${source.slice(1).replaceAll(/[-_]+/g, ' ')}`

export const referralSourceLabel = (value: string): string =>
  REFERRAL_SOURCES.find((source) => source.value === value)?.label ?? spelled(value)

export const FORMATS = [
  { value: 'inPerson', label: 'In person' },
  { value: 'video', label: 'Video' },
  { value: 'either', label: 'Either' },
] as const satisfies readonly Code[]

/** R02: what somebody did for a person who cannot wait. */
export const SAFETY_ACTIONS = [
  { value: 'called911', label: 'Called 911' },
  { value: 'connected988', label: 'Connected to 988' },
  { value: 'warmHandoff', label: 'Handed over to a clinician in person or by phone' },
  { value: 'sameDaySlot', label: 'Gave an appointment today' },
] as const satisfies readonly Code[]

/** R22: no reason says anything about a condition. */
export const DECLINE_REASONS = [
  { value: 'noCapacity', label: 'No openings' },
  { value: 'outsideScope', label: 'Needs a service we do not offer' },
  { value: 'levelOfCare', label: 'Needs another level of care' },
  { value: 'payerNotAccepted', label: 'We do not take their insurance' },
  { value: 'notLicensed', label: 'Nobody is licensed in their state' },
  { value: 'conflictOfInterest', label: 'Conflict of interest' },
] as const satisfies readonly Code[]

export const CLOSE_REASONS = [
  { value: 'noAnswer', label: 'Did not answer' },
  { value: 'changedMind', label: 'Changed their mind' },
  { value: 'foundElsewhere', label: 'Found care elsewhere' },
  { value: 'duplicate', label: 'Wrote twice' },
  { value: 'spam', label: 'Not a person asking for help' },
] as const satisfies readonly Code[]

type Values<List extends readonly Code[]> = [List[number]['value'], ...List[number]['value'][]]

/** The codes of a list, as the schema of an action wants them. */
export const valuesOf = <const List extends readonly Code[]>(list: List): Values<List> =>
  list.map(({ value }) => value) as Values<List> // every list above has entries
