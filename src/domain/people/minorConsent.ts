import { isWithin } from '../calendarDate'
import { ageOn } from '../scheduling/zonedTime'
import { majorityAge } from './majority'

/** What a state says about a minor who asks for outpatient counseling without a parent, while it was in force. */
export type MinorConsentLaw = {
  /** State and first day, such as `CA@2024-07-01`; kept with the care that rests on it. */
  key: string
  state: string
  stateName: string
  citation: string
  /** First and last day of this wording; open where it is in force. */
  from: string
  to: string | null
  /** Youngest age; null where a minor cannot consent alone. */
  minimumAge: number | null
  /** The professional has to find the minor mature enough. */
  needsMaturity: boolean
  /** Whether parents should be involved has to be decided and written down. */
  needsParentDecision: boolean
  /** Meetings before a parent has to consent, for minors younger than `limitUnderAge`. */
  sessionLimit: number | null
  sessionMinutes: number | null
  limitUnderAge: number | null
}

const none = { sessionLimit: null, sessionMinutes: null, limitUnderAge: null }

/**
 * Versioned by day. A state that is not listed has no rule here, which is not the same as "no": the practice
 * asks counsel. A change of law is a new row; the old one stays for the care that began under it.
 */
export const MINOR_CONSENT_LAWS: readonly MinorConsentLaw[] = [
  {
    key: 'CA@2011-01-01',
    state: 'CA',
    stateName: 'California',
    citation: 'Cal. Health & Safety Code 124260',
    from: '2011-01-01',
    to: '2024-06-30',
    minimumAge: 12,
    needsMaturity: true,
    needsParentDecision: true,
    ...none,
  },
  {
    key: 'CA@2024-07-01',
    state: 'CA',
    stateName: 'California',
    citation: 'Cal. Fam. Code 6924 as amended from Jul 1, 2024; Health & Safety Code 124260',
    from: '2024-07-01',
    to: null,
    minimumAge: 12,
    needsMaturity: true,
    needsParentDecision: true,
    ...none,
  },
  {
    key: 'IL@2017-01-01',
    state: 'IL',
    stateName: 'Illinois',
    citation: '405 ILCS 5/3-5A-105',
    from: '2017-01-01',
    to: null,
    minimumAge: 12,
    needsMaturity: false,
    needsParentDecision: true,
    sessionLimit: 8,
    sessionMinutes: 90,
    limitUnderAge: 17,
  },
  {
    key: 'WA@1985-01-01',
    state: 'WA',
    stateName: 'Washington',
    citation: 'RCW 71.34.530',
    from: '1985-01-01',
    to: null,
    minimumAge: 13,
    needsMaturity: false,
    needsParentDecision: false,
    ...none,
  },
  {
    key: 'CO@2019-08-02',
    state: 'CO',
    stateName: 'Colorado',
    citation: 'C.R.S. 12-245-203.5',
    from: '2019-08-02',
    to: null,
    minimumAge: 12,
    needsMaturity: true,
    needsParentDecision: true,
    ...none,
  },
  {
    key: 'ID@2024-07-01',
    state: 'ID',
    stateName: 'Idaho',
    citation: 'Idaho Code 32-1015, from Jul 1, 2024',
    from: '2024-07-01',
    to: null,
    minimumAge: null,
    needsMaturity: false,
    needsParentDecision: false,
    ...none,
  },
  {
    key: 'OR@1985-01-01',
    state: 'OR',
    stateName: 'Oregon',
    citation: 'ORS 109.675',
    from: '1985-01-01',
    to: null,
    minimumAge: 14,
    needsMaturity: false,
    needsParentDecision: true,
    ...none,
  },
]

/** The law of a state on a day; null where none is on file, which means: ask, do not guess. */
export const minorConsentLaw = ({
  state,
  on,
}: {
  state: unknown
  on: string
}): MinorConsentLaw | null =>
  MINOR_CONSENT_LAWS.find(
    (law) =>
      law.state === String(state ?? '').toUpperCase() &&
      isWithin(on, { from: law.from, to: law.to }),
  ) ?? null

export const lawByKey = (key: unknown): MinorConsentLaw | null =>
  MINOR_CONSENT_LAWS.find((law) => law.key === key) ?? null

export type MinorConsentProblem =
  | 'noState'
  | 'noLaw'
  | 'noBirthDate'
  | 'adult'
  | 'notAllowed'
  | 'tooYoung'

export type MinorConsentAnswer =
  | { isPossible: true; law: MinorConsentLaw; age: number; isLimited: boolean }
  | { isPossible: false; problem: MinorConsentProblem; law: MinorConsentLaw | null }

/** Whether somebody may consent to their own counseling on a day, and under which law. */
export const minorMayConsent = ({
  birthDate,
  state,
  on,
}: {
  birthDate: unknown
  state: unknown
  on: string
}): MinorConsentAnswer => {
  const no = (problem: MinorConsentProblem, law: MinorConsentLaw | null = null) =>
    ({ isPossible: false, problem, law }) as const
  if (typeof birthDate !== 'string' || !birthDate) return no('noBirthDate')
  if (!state) return no('noState')
  const age = ageOn({ birthDate, on })
  if (age >= majorityAge(state)) return no('adult')
  const law = minorConsentLaw({ state, on })
  if (!law) return no('noLaw')
  if (law.minimumAge === null) return no('notAllowed', law)
  if (age < law.minimumAge) return no('tooYoung', law)
  return { isPossible: true, law, age, isLimited: isLimitedAt(law, age) }
}

/** Whether meetings are counted at this age. */
export const isLimitedAt = (
  { sessionLimit, limitUnderAge }: MinorConsentLaw,
  age: number,
): boolean => sessionLimit !== null && (limitUnderAge === null || age < limitUnderAge)
