import type { BasePayload } from 'payload'
import { plainRows } from '@/src/lib/plainRows'
import type { TimedGrant } from '../grants'
import { emergencyRoles } from '../principal'

type Row = {
  id: string
  patient: string
  startedAt: string
  expiresAt: string
} & Record<string, unknown>

/** The unique key of the one chart a person may have open in an emergency. */
export const openEmergencyKey = (staffId: string): string => `open|${staffId}`

/** What the person opened in an emergency and did not end; whether its time is up is asked at each use. */
export const emergencyGrantsOf = async (
  payload: BasePayload,
  person: { id: string; roles?: unknown },
): Promise<TimedGrant[]> => {
  const { roles } = person
  const mayHaveOne = Array.isArray(roles) && emergencyRoles.some((role) => roles.includes(role))
  if (!mayHaveOne) return []
  const rows = await plainRows<Row>(payload, {
    slug: 'break-glass-grants',
    column: 'uniqueKey',
    values: [openEmergencyKey(person.id)],
    fields: ['patient', 'startedAt', 'expiresAt'],
  })
  return rows.map(({ id, patient, startedAt, expiresAt }) => ({
    id,
    patient: String(patient),
    startsAt: startedAt,
    endsAt: expiresAt,
  }))
}
