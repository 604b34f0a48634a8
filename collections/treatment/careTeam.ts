import { idIn } from '@/access/scopes'
import type { FactReader } from '@/hooks/rules/rule'
import { type Finding, Refusal } from '@/src/lib/errors'

/** Refuses a clinician who would not see the chart on the day: the care team comes first. */
export const requireOnTeam = async (
  read: FactReader,
  { patient, clinician, on }: { patient: string; clinician: string; on: string },
): Promise<void> => {
  const rows = await read.many('care-team-assignments', {
    and: [{ patient: { equals: patient } }, { staff: { equals: clinician } }],
  })
  const isOn = rows.some(
    (row) => idIn(row, 'staff') === clinician && (!row['endsOn'] || String(row['endsOn']) >= on),
  )
  if (isOn) return
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
