import { addDays } from '@/src/domain/calendarDate'
import type { Row } from '@/src/domain/row'
import { type PlanDue, planDue } from '@/src/domain/treatment/planDue'
import type { FactReader } from '../rule'
import type { RuleSettings } from '../settings'

/** What decides when the first plan of a patient is due (R23); null while no intake is completed. */
export type PlanDueFacts = {
  intake: Row
  patientName: string
  /** Service dates of completed sessions and booked visits. */
  sessionDates: string[]
  extensionDays: number
  /** A plan is, or was, in force. */
  hasPlan: boolean
} | null

const live = ['booked', 'checkedIn', 'inSession']
const wasInForce = ['active', 'superseded', 'closed']

/** `completing`: a session that is being completed just now. */
export const planDueFactsOf = async (
  read: FactReader,
  patientId: string,
  completing?: Row,
): Promise<PlanDueFacts> => {
  const of = { patient: { equals: patientId } }
  const stored = await read.many('sessions', of, { sort: 'serviceDate' })
  const sessions = stored.map((row) =>
    completing && row['id'] === completing['id'] ? completing : row,
  )
  const held = sessions.filter((row) => row['status'] === 'completed')
  // Somebody who came over from elsewhere has no intake here: the first session counts.
  const intake = held.find((row) => row['isIntake'] === true) ?? held[0]
  if (!intake) return null
  const [visits, plans, patient] = await Promise.all([
    read.many('appointments', { and: [of, { status: { in: live } }] }),
    read.many('treatment-plans', of),
    read.one('patients', patientId),
  ])
  // A visit under way has a session already.
  const seen = new Set(sessions.map((row) => String(row['appointment'])))
  const booked = visits.filter((row) => !seen.has(String(row['id'])))
  return {
    intake,
    patientName: String(patient?.['displayName'] ?? 'the patient'),
    sessionDates: [...sessions, ...booked].map((row) => String(row['serviceDate'])),
    extensionDays: Math.max(0, ...plans.map((row) => Number(row['dueExtensionDays'] ?? 0))),
    hasPlan: plans.some(
      (row) => wasInForce.includes(String(row['status'])) && Boolean(row['effectiveDate']),
    ),
  }
}

/** When the first plan is due, the director's extension included; null when one is there or no intake was. */
export const planDueOn = (
  facts: PlanDueFacts,
  settings: RuleSettings,
  today: string,
): PlanDue | null => {
  if (!facts || facts.hasPlan) return null
  const due = planDue({
    intakeServiceDate: String(facts.intake['serviceDate']),
    sessionDates: facts.sessionDates,
    // An extension moves the date, and with it what "late" means.
    today: addDays(today, -facts.extensionDays),
    patientName: facts.patientName,
    settings: { bySession: settings.planDueSessions, withinDays: settings.planDueDays },
  })
  return { ...due, dueOn: addDays(due.dueOn, facts.extensionDays) }
}
