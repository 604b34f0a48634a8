import { forgetScope } from '@/access/scopeContext'
import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { idIn } from '@/src/domain/row'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { patientOf } from './ensurePatient'

/** Puts the clinician on the care team from today, unless they are on it. */
export const ensureCareTeam = async (context: EffectContext): Promise<void> => {
  const { read, record, req, system } = context
  const staff = idIn(record, 'matchedClinician') ?? ''
  const patient = await patientOf(context)
  const startsOn = practiceDayOf(String(record['bookedAt']))
  const rows = await read.many('care-team-assignments', {
    and: [{ patient: { equals: patient } }, { staff: { equals: staff } }],
  })
  if (rows.some((row) => !row['endsOn'] || String(row['endsOn']) >= startsOn)) return
  await ensureRow(system, 'care-team-assignments', {
    uniqueKey: `${patient}|${staff}|${String(record['intakeKey'])}`,
    patient,
    staff,
    role: 'primary',
    startsOn,
  })
  forgetScope(req)
}
