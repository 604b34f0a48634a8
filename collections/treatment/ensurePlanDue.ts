import { idIn } from '@/access/scopes'
import { ensureTask } from '@/collections/system/ensureTask'
import type { EffectContext } from '@/hooks/actions/define'
import { loadSettings } from '@/hooks/loadSettings'
import { instantOf } from '@/src/domain/scheduling/zonedTime'
import { planDue } from '@/src/domain/treatment/planDue'
import { practiceToday } from '@/src/lib/practiceZone'
import { MEETING_STATUSES } from './appointmentCodes'

const inForce = ['active', 'superseded', 'closed']

/** Keeps one task for the first plan, due when R23 says; none once a plan is in force. */
export const ensurePlanDue = async ({
  read,
  record,
  req,
  system,
}: EffectContext): Promise<void> => {
  const patientId = idIn(record, 'patient') ?? ''
  const byPatient = { patient: { equals: patientId } }
  const plans = await read.many('treatment-plans', byPatient)
  if (plans.some((plan) => inForce.includes(String(plan['status'])))) return
  const sessions = await read.many(
    'sessions',
    { and: [byPatient, { status: { equals: 'completed' } }] },
    { sort: 'serviceDate' },
  )
  const intake = sessions.find((session) => session['isIntake'] === true) ?? sessions[0]
  if (!intake) return
  const booked = await read.many('appointments', {
    and: [byPatient, { status: { in: [...MEETING_STATUSES] } }],
  })
  const patient = await read.one('patients', patientId)
  const settings = await loadSettings(req, {})
  const due = planDue({
    intakeServiceDate: String(intake['serviceDate']),
    sessionDates: booked.map((row) => String(row['serviceDate'])),
    today: practiceToday(),
    patientName: String(patient?.['displayName'] ?? 'this patient'),
    settings: { bySession: settings.planDueSessions, withinDays: settings.planDueDays },
  })
  const dueAt = new Date(
    instantOf({ date: due.dueOn, time: '17:00', zone: String(record['zone']) }),
  )
  const task = await ensureTask(system, {
    uniqueKey: `plan-due|${patientId}`,
    title: `Write the first plan for ${String(patient?.['displayName'] ?? 'a patient')}`,
    kind: 'plan-due',
    assignee: idIn(record, 'clinician'),
    dueAt,
    collectionSlug: 'patients',
    recordId: patientId,
  })
  const known = task as { id: string; status?: string; dueAt?: string } // the row just ensured
  if (known.status === 'done' || known.dueAt === dueAt.toISOString()) return
  await req.payload.db.updateOne({
    collection: 'tasks',
    id: known.id,
    data: { dueAt: dueAt.toISOString() },
    req,
  })
}
