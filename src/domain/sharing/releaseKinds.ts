import type { CalendarDate } from '../calendarDate'
import { formatDate } from '../calendarDate'

type ReleaseKind = {
  value: string
  label: string
  /** What the text says besides its facts. */
  statements: readonly string[]
  /** Opens Part 2 records. */
  isPart2: boolean
  /** Ends by a day; a consent for treatment, payment and operations may stand until it is taken back. */
  needsExpiry: boolean
  /** What it may cover; a kind of its own covers one thing and nothing else. */
  classes: 'any' | 'none'
}

const freedom = 'I may say no. My treatment here does not depend on it, nor what I pay for it.'
const takeBack =
  'I may take this back at any time, here or in writing. What was sent before stays sent.'
const onward =
  'Who receives the records may share them again, and this law may then no longer protect them.'
const onwardPart2 =
  'Records about treatment of substance use keep their protection: who receives them may share them again only as 42 CFR part 2 and HIPAA allow, and may not use them against me in a proceeding without my consent or a court order.'

/** Each is a document of its own (45 CFR 164.508(b)(3), 42 CFR 2.31(b), (d)); none can be combined with another. */
export const releaseKinds = [
  {
    value: 'general',
    label: 'Release of records',
    statements: [takeBack, freedom, onward],
    isPart2: false,
    needsExpiry: true,
    classes: 'any',
  },
  {
    value: 'psychotherapyNotes',
    label: 'Release of psychotherapy notes',
    statements: [
      'This is about the private notes my therapist keeps apart from my record, and about nothing else.',
      takeBack,
      freedom,
      onward,
    ],
    isPart2: false,
    needsExpiry: true,
    classes: 'none',
  },
  {
    value: 'part2',
    label: 'Consent for substance use records (42 CFR part 2)',
    statements: [takeBack, freedom, onwardPart2],
    isPart2: true,
    needsExpiry: true,
    classes: 'any',
  },
  {
    value: 'part2Tpo',
    label: 'Consent for substance use records: treatment, payment and operations',
    statements: [
      'It covers all future uses for treatment, payment and health care operations.',
      takeBack,
      onwardPart2,
    ],
    isPart2: true,
    needsExpiry: false,
    classes: 'any',
  },
  {
    value: 'part2Counseling',
    label: 'Consent for substance use counseling notes',
    statements: [
      'This is about counseling notes that are kept apart from my record, and about nothing else.',
      takeBack,
      freedom,
      onwardPart2,
    ],
    isPart2: true,
    needsExpiry: true,
    classes: 'none',
  },
  {
    value: 'part2Proceedings',
    label: 'Consent to use substance use records in a proceeding against me',
    statements: [
      'This lets records be used in a civil, criminal, administrative or legislative proceeding against me.',
      takeBack,
      freedom,
    ],
    isPart2: true,
    needsExpiry: true,
    classes: 'any',
  },
] as const satisfies readonly ReleaseKind[]

export type ReleaseKindCode = (typeof releaseKinds)[number]['value']

export const releaseKindOf = (code: unknown): ReleaseKind | null =>
  releaseKinds.find(({ value }) => value === code) ?? null

export type ReleaseTerms = {
  status: string
  /** Last day it holds; null when it stands until it is taken back. */
  expiresOn: CalendarDate | null
}

/** Whether it holds on a day: signed, not taken back, not over. */
export const isInForce = ({ status, expiresOn }: ReleaseTerms, today: CalendarDate): boolean =>
  status === 'active' && (!expiresOn || expiresOn >= today)

/** Why a release does not hold, as an ending for "The release for Dr Lee ...". */
export const whyNotInForce = ({
  status,
  expiresOn,
  revokedOn,
}: ReleaseTerms & { revokedOn?: CalendarDate | null }): string => {
  if (status === 'pending') return 'is not signed yet'
  if (status === 'declined') return 'was not signed: the patient said no'
  if (status === 'cancelled') return 'was withdrawn before it was signed'
  if (status === 'revoked')
    return revokedOn ? `was taken back on ${formatDate(revokedOn)}` : 'was taken back'
  return expiresOn ? `ended on ${formatDate(expiresOn)}` : 'has ended'
}
