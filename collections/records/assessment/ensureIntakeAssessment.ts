import type { LocalApi } from '@/access/asSystem'
import { ensureRow } from '@/hooks/actions/ensureRow'

const finished = ['signed', 'pendingCosign']

/**
 * The patient's history form for an intake appointment: the one that is open, or a new one. Repeating
 * it changes nothing.
 */
export const ensureIntakeAssessment = async (
  { system }: { system: LocalApi },
  { appointmentId, patientId }: { patientId: string; appointmentId: string },
): Promise<{ id: string | number }> => {
  const where = { patient: { equals: patientId } }
  const { docs } = await system.find({ collection: 'intake-assessments', where, limit: 100 })
  const known = docs.find(
    (row) => row['appointment'] === appointmentId || !finished.includes(String(row['status'])),
  )
  if (known) return known
  return ensureRow(system, 'intake-assessments', {
    uniqueKey: `intake|${patientId}|${docs.length + 1}`,
    patient: patientId,
    appointment: appointmentId,
  })
}
