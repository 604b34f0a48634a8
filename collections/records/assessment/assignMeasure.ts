import type { LocalApi } from '@/access/asSystem'
import { ensureRow } from '@/hooks/actions/ensureRow'

/** Asks a patient for one questionnaire, once per `key`; repeating it changes nothing. */
export const assignMeasure = (
  { system }: { system: LocalApi },
  of: {
    key: string
    patientId: string
    measureId: string
    appointmentId?: string | null
    dueOn?: string
  },
) =>
  ensureRow(system, 'measure-responses', {
    uniqueKey: `${of.key}|${of.measureId}`,
    patient: of.patientId,
    measureId: of.measureId,
    appointment: of.appointmentId ?? null,
    dueOn: of.dueOn,
  })
