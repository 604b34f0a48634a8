/** An opening of records by a person on staff, as the access log has it. */
export type LoggedRead = {
  at: string
  staffId: string
  /** Roles the person held then. */
  roles: readonly string[]
  collectionSlug: string
  patientIds: readonly string[]
  isEmergency: boolean
}

type Dated = { startsOn: string; endsOn: string | null }

/** Why somebody was to look at a chart; days are calendar days of the practice. */
export type Duties = {
  assignments: readonly (Dated & { staff: string; patient: string })[]
  supervisions: readonly (Dated & { supervisor: string; supervisee: string })[]
  shifts: readonly { staff: string; startsAt: string; endsAt: string }[]
}

export type Unassigned = {
  staffId: string
  patientId: string
  roles: readonly string[]
  firstAt: string
  lastAt: string
  times: number
  /** Collections that were opened. */
  slugs: readonly string[]
  isEmergency: boolean
}

/** What the treatment is about; the office's work does not need it. */
const clinical: ReadonlySet<string> = new Set([
  'intake-assessments',
  'measure-responses',
  'diagnoses',
  'safety-plans',
  'treatment-plans',
  'plan-problems',
  'plan-goals',
  'plan-objectives',
  'plan-interventions',
  'plan-comments',
  'risk-events',
  'progress-notes',
  'addenda',
])

const office: readonly string[] = ['owner', 'director', 'frontDesk', 'biller', 'compliance']

// A claim needs its diagnosis.
const billing: ReadonlySet<string> = new Set(['diagnoses'])

const isOn = ({ startsOn, endsOn }: Dated, day: string): boolean =>
  startsOn <= day && (!endsOn || day <= endsOn)

const isOfficeWork = ({ roles, collectionSlug, patientIds }: LoggedRead): boolean => {
  if (roles.includes('biller') && billing.has(collectionSlug)) return true
  // Lists over many charts are how a clinical director watches quality and risk; one chart is opened.
  if (roles.includes('director') && patientIds.length > 1) return true
  return !clinical.has(collectionSlug) && roles.some((role) => office.includes(role))
}

const isAssigned = (
  read: LoggedRead,
  { patient, day, duties }: { patient: string; day: string; duties: Duties },
): boolean => {
  const staff = new Set([
    read.staffId,
    ...duties.supervisions
      .filter((each) => each.supervisor === read.staffId && isOn(each, day))
      .map(({ supervisee }) => supervisee),
  ])
  const isOnTeam = duties.assignments.some(
    (each) => each.patient === patient && staff.has(each.staff) && isOn(each, day),
  )
  return (
    isOnTeam ||
    duties.shifts.some(
      ({ staff: onCall, startsAt, endsAt }) =>
        onCall === read.staffId && startsAt <= read.at && read.at < endsAt,
    )
  )
}

/**
 * Charts that were opened by somebody who then neither treated the patient, nor supervised who did, nor was
 * on call, nor did the office's work with it. One row per person and patient. `dayOf` puts an instant on the
 * practice's calendar. Emergency access is always listed.
 */
export const viewedNotAssigned = (
  reads: readonly LoggedRead[],
  { duties, dayOf }: { duties: Duties; dayOf: (instant: string) => string },
): Unassigned[] => {
  const found = new Map<string, Unassigned>()
  for (const read of reads) {
    if (!read.isEmergency && isOfficeWork(read)) continue
    const day = dayOf(read.at)
    for (const patientId of read.patientIds) {
      if (!read.isEmergency && isAssigned(read, { patient: patientId, day, duties })) continue
      const key = `${read.staffId}|${patientId}`
      const known = found.get(key)
      found.set(key, {
        staffId: read.staffId,
        patientId,
        roles: [...new Set([...(known?.roles ?? []), ...read.roles])],
        firstAt: known && known.firstAt < read.at ? known.firstAt : read.at,
        lastAt: known && known.lastAt > read.at ? known.lastAt : read.at,
        times: (known?.times ?? 0) + 1,
        slugs: [...new Set([...(known?.slugs ?? []), read.collectionSlug])],
        isEmergency: (known?.isEmergency ?? false) || read.isEmergency,
      })
    }
  }
  return [...found.values()].sort((left, right) => left.firstAt.localeCompare(right.firstAt))
}
