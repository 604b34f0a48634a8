import { formatDate } from '@/src/domain/scheduling/formatTime'

export type SessionFormat = 'in-person' | 'video' | 'phone'

export type MatchInquiry = {
  /** The specialty or service asked for, with the word that sentences use. */
  specialty?: { id: string; label: string } | null
  /** Absent or `null` for self-pay. */
  payer?: { id: string; label: string } | null
  /** Two-letter code of the state in which the person will be during sessions. */
  state?: string | null
  format?: SessionFormat | null
  language?: string | null
}

export type MatchTherapist = {
  id: string
  name: string
  specialtyIds: string[]
  payerIds: string[]
  /** `expiresOn` is the last day on which the license is good. */
  licenses: { state: string; expiresOn: string }[]
  /** States of licenses that nobody has verified yet; they do not count. */
  unverifiedStates: string[]
  caseload: number
  caseloadCap: number
  weekSessions?: number
  weekTarget?: number
  isAcceptingClients: boolean
  onLeave: boolean
  languages: string[]
  formats: SessionFormat[]
  /** Free intake slots in the period that the desk looks at. */
  openings: number
}

export type TherapistMatch = {
  therapistId: string
  name: string
  fits: string[]
  misses: string[]
  isFull: boolean
  /** Nothing stands in the way of booking; the front desk may still know better. */
  canBeBooked: boolean
}

export type MatchResult = {
  /** Best first: those who can be booked, then by number of misses and openings. */
  ranked: TherapistMatch[]
  /** R96: full caseload or week. Kept apart, with the reason. */
  full: TherapistMatch[]
}

/** Says of every therapist why they fit an inquiry or not, on a given date (R96). */
export const matchTherapists = ({
  inquiry,
  therapists,
  on,
}: {
  inquiry: MatchInquiry
  therapists: MatchTherapist[]
  on: string
}): MatchResult => {
  const matches = therapists
    .map((therapist) => ({ therapist, match: matchOne({ inquiry, therapist, on }) }))
    .sort((a, b) => compare(a, b))
    .map(({ match }) => match)
  return {
    ranked: matches.filter(({ isFull }) => !isFull),
    full: matches.filter(({ isFull }) => isFull),
  }
}

/** "Dr Kim is full (32/32)." by caseload or by week, or `null` when there is room (R96). */
export const fullMessage = (
  therapist: Pick<
    MatchTherapist,
    'name' | 'caseload' | 'caseloadCap' | 'weekSessions' | 'weekTarget'
  >,
): string | null => {
  const { name, caseload, caseloadCap, weekSessions, weekTarget } = therapist
  if (caseload >= caseloadCap) return `${name} is full (${caseload}/${caseloadCap}).`
  if (weekSessions === undefined || weekTarget === undefined || weekSessions < weekTarget)
    return null
  return `${name} is full this week (${weekSessions}/${weekTarget} sessions).`
}

type Finding = { isFit: boolean; isBlocking: boolean; sentence: string }

const matchOne = ({
  inquiry,
  therapist,
  on,
}: {
  inquiry: MatchInquiry
  therapist: MatchTherapist
  on: string
}): TherapistMatch => {
  const full = fullMessage(therapist)
  const findings = [
    ...wishFindings({ inquiry, therapist }),
    ...licenseFindings({ inquiry, therapist, on }),
    ...availabilityFindings(therapist),
  ]
  const misses = findings.filter(({ isFit }) => !isFit)
  return {
    therapistId: therapist.id,
    name: therapist.name,
    fits: findings.filter(({ isFit }) => isFit).map(({ sentence }) => sentence),
    misses: [...(full ? [full] : []), ...misses.map(({ sentence }) => sentence)],
    isFull: full !== null,
    canBeBooked: full === null && !misses.some(({ isBlocking }) => isBlocking),
  }
}

const finding = ({
  isFit,
  fit,
  miss,
  isBlocking = false,
}: {
  isFit: boolean
  fit: string
  miss: string
  isBlocking?: boolean
}): Finding => ({ isFit, isBlocking, sentence: isFit ? fit : miss })

const FORMAT_LABELS: Record<SessionFormat, string> = {
  'in-person': 'in person',
  video: 'by video',
  phone: 'by phone',
}

const wishFindings = ({
  inquiry: { specialty, payer, format, language },
  therapist,
}: {
  inquiry: MatchInquiry
  therapist: MatchTherapist
}): Finding[] => [
  ...(specialty
    ? [
        finding({
          isFit: therapist.specialtyIds.includes(specialty.id),
          fit: `Works with ${specialty.label}.`,
          miss: `Does not list ${specialty.label}.`,
        }),
      ]
    : []),
  ...(payer
    ? [
        finding({
          isFit: therapist.payerIds.includes(payer.id),
          fit: `Takes ${payer.label}.`,
          miss: `Does not take ${payer.label}.`,
        }),
      ]
    : []),
  ...(format
    ? [
        finding({
          isFit: therapist.formats.includes(format),
          fit: `Sees people ${FORMAT_LABELS[format]}.`,
          miss: `Does not see people ${FORMAT_LABELS[format]}.`,
        }),
      ]
    : []),
  ...(language
    ? [
        finding({
          isFit: therapist.languages.some((spoken) => isSameWord(spoken, language)),
          fit: `Speaks ${language}.`,
          miss: `Does not speak ${language}.`,
        }),
      ]
    : []),
]

const licenseMiss = ({
  state,
  latest,
  therapist,
}: {
  state: string
  latest: string | undefined
  therapist: MatchTherapist
}): string => {
  if (therapist.unverifiedStates.some((waiting) => isSameWord(waiting, state)))
    return `The ${state} license is not verified yet.`
  return latest ? `The ${state} license ended ${formatDate(latest)}.` : `Not licensed in ${state}.`
}

const licenseFindings = ({
  inquiry: { state },
  therapist,
  on,
}: {
  inquiry: MatchInquiry
  therapist: MatchTherapist
  on: string
}): Finding[] => {
  if (!state) return []
  const [latest] = therapist.licenses
    .filter((license) => isSameWord(license.state, state))
    .map(({ expiresOn }) => expiresOn)
    .sort()
    .reverse()
  return [
    finding({
      isFit: latest !== undefined && latest >= on,
      fit: `Licensed in ${state}.`,
      miss: licenseMiss({ state, latest, therapist }),
      isBlocking: true,
    }),
  ]
}

const availabilityFindings = (therapist: MatchTherapist): Finding[] => {
  if (therapist.onLeave) {
    return [{ isFit: false, isBlocking: true, sentence: `${therapist.name} is on leave.` }]
  }
  if (!therapist.isAcceptingClients) {
    return [
      { isFit: false, isBlocking: true, sentence: `${therapist.name} is not taking new clients.` },
    ]
  }
  const { openings } = therapist
  return [
    finding({
      isFit: openings > 0,
      fit: openings === 1 ? '1 opening.' : `${openings} openings.`,
      miss: 'No openings.',
      isBlocking: true,
    }),
  ]
}

type Ranked = { therapist: MatchTherapist; match: TherapistMatch }

/** The name settles ties, so that two looks at the same list show one order. */
const compare = (a: Ranked, b: Ranked): number =>
  Number(b.match.canBeBooked) - Number(a.match.canBeBooked) ||
  a.match.misses.length - b.match.misses.length ||
  b.match.fits.length - a.match.fits.length ||
  b.therapist.openings - a.therapist.openings ||
  a.match.name.localeCompare(b.match.name) ||
  a.match.therapistId.localeCompare(b.match.therapistId)

const isSameWord = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()
