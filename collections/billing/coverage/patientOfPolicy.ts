import type { CollectionBeforeChangeHook } from 'payload'
import { factReader } from '@/hooks/facts'
import { idIn } from '@/src/domain/row'

/** The row is about the patient of its policy, whatever a client says. */
export const patientOfPolicy: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const row = { ...originalDoc, ...data }
  const policy = await factReader(req).one('insurance-policies', idIn(row, 'policy'))
  data.patient = policy ? idIn(policy, 'patient') : null
  return data
}
