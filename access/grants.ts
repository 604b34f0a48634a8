/** A right to a patient's chart with a beginning and an end: care team, proxy, break-glass, release. */
export type DatedGrant = {
  patient: string
  /** YYYY-MM-DD, first day the grant holds. */
  startsOn: string
  /** YYYY-MM-DD, last day the grant holds; null while open. */
  endsOn: string | null
}

/** The patients that grants open on a day. */
export const patientsGranted = (grants: readonly DatedGrant[], on: string): string[] => {
  const open = grants.filter(
    ({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on),
  )
  return [...new Set(open.map((grant) => grant.patient))]
}

/** A right to one patient's chart for minutes, such as emergency access. Instants, ISO. */
export type TimedGrant = { id: string; patient: string; startsAt: string; endsAt: string }

/** The grants that are open at an instant; the last instant is over already. */
export const grantsOpenAt = (grants: readonly TimedGrant[], at: Date): TimedGrant[] =>
  grants.filter(({ startsAt, endsAt }) => new Date(startsAt) <= at && at < new Date(endsAt))
