import type { FactReader } from '@/hooks/rules/rule'
import { idIn } from '@/src/domain/row'
import { type Finding, Refusal } from '@/src/lib/errors'

type Asked = { patient: string; clinician: string; on: string }

const isOnTeam = async (read: FactReader, { patient, clinician, on }: Asked): Promise<boolean> => {
  const rows = await read.many('care-team-assignments', {
    and: [{ patient: { equals: patient } }, { staff: { equals: clinician } }],
  })
  return rows.some(
    (row) => idIn(row, 'staff') === clinician && (!row['endsOn'] || String(row['endsOn']) >= on),
  )
}

/**
 * The same for somebody who acts for the patient, with one answer for everybody else: who is on the care team for
 * care that a minor consented to alone is not told.
 */
export const requireMet = async (read: FactReader, team: Asked): Promise<void> => {
  const { patient, clinician } = team
  const met = await read.count('appointments', {
    and: [
      { patient: { equals: patient } },
      { clinician: { equals: clinician } },
      { episode: { exists: false } },
    ],
  })
  if (met && (await isOnTeam(read, team))) return
  const message = 'Call the office for a first visit with this clinician.'
  throw new Refusal('refused-by-rule', [{ path: 'clinician', message, rule: 'R11' }])
}

/** Refuses a clinician who would not see the chart on the day: the care team comes first. */
export const requireOnTeam = async (read: FactReader, team: Asked): Promise<void> => {
  if (await isOnTeam(read, team)) return
  const { patient, clinician } = team
  const [person, staff] = await Promise.all([
    read.one('patients', patient),
    read.one('staff', clinician),
  ])
  const finding: Finding = {
    path: 'clinician',
    message: `${String(staff?.['name'] ?? 'This clinician')} is not on the care team of ${String(person?.['displayName'] ?? 'this patient')} on that day. Add them to the care team first.`,
    fixUrl: `/admin/collections/care-team-assignments/create?patient=${patient}`,
  }
  throw new Refusal('refused-by-rule', [finding])
}
