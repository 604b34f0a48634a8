import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import { isInForce } from '@/hooks/rules/records/agreements'
import { isTraineeRow } from '@/hooks/rules/records/trainee'
import type { Row } from '@/src/domain/row'
import { addMinutes } from '@/src/domain/scheduling/zonedTime'
import { practiceToday } from '@/src/lib/practiceZone'
import { ensureTask } from '../../system/ensureTask'
import { queueMail } from '../../system/mail/queueMail'
import { setBanner } from './setBanner'

type Context = Pick<EffectContext, 'req' | 'system' | 'read' | 'now'>

type Risk = {
  /** Repeating the step that noticed it makes no second event. */
  uniqueKey: string
  patientId: string
  source: 'measure' | 'session' | 'call' | 'other'
  /** The questionnaire it was read from. */
  responseId?: string
  /** What was seen, for the care team alone. */
  detail: string
}

const closers = ['clinician', 'supervisor', 'director'] as const

const careTeamOf = async (
  { read }: Context,
  patientId: string,
  today: string,
): Promise<string[]> => {
  const rows = await read.many('care-team-assignments', { patient: { equals: patientId } })
  return rows.filter((row) => isInForce(row, today)).map((row) => String(row['staff']))
}

/** A trainee's supervisors answer for the trainee's patients. */
const supervisorsOf = async (
  { read }: Context,
  staffIds: readonly string[],
  today: string,
): Promise<string[]> => {
  if (!staffIds.length) return []
  const team = await read.many('staff', { id: { in: [...staffIds] } })
  const trainees = team.filter(isTraineeRow).map((row) => String(row['id']))
  if (!trainees.length) return []
  const rows = await read.many('supervision-agreements', { supervisee: { in: trainees } })
  return rows.filter((row) => isInForce(row, today)).map((row) => String(row['supervisor']))
}

const onCallNow = async ({ now, read }: Context): Promise<string[]> => {
  const at = now.toISOString()
  const shifts = await read.many('on-call-shifts', {
    and: [{ startsAt: { less_than_equal: at } }, { endsAt: { greater_than: at } }],
  })
  return shifts.map((shift) => String(shift['staff']))
}

/** Everybody who must hear of it now, each once. */
const peopleToAlert = async (context: Context, patientId: string): Promise<string[]> => {
  const today = practiceToday()
  const team = await careTeamOf(context, patientId, today)
  const supervisors = await supervisorsOf(context, team, today)
  return [...new Set([...team, ...supervisors, ...(await onCallNow(context))])]
}

/** The urgent tasks and mails about one risk event. */
const alertPeople = async (context: Context, eventId: string, patient: Row): Promise<void> => {
  const { now, req, system } = context
  const { crisisContactHours } = await loadSettings(req, {})
  const task = {
    title: `Urgent: contact ${patient['displayName'] ?? 'the patient'} today`,
    kind: 'risk',
    dueAt: new Date(addMinutes({ instant: now, minutes: crisisContactHours * 60 })),
    isUrgent: true,
    collectionSlug: 'risk-events',
    recordId: eventId,
    closesOnlyBy: closers,
  }
  const people = await peopleToAlert(context, String(patient['id']))
  for (const staffId of people) {
    const uniqueKey = `risk|${eventId}|${staffId}`
    await ensureTask(system, { ...task, uniqueKey, assignee: staffId })
    await queueMail(req, {
      template: 'on-call-alert',
      recipientKind: 'staff',
      recipientId: staffId,
      refs: { path: '/admin' },
      uniqueKey,
    })
  }
  if (people.length) return
  const uniqueKey = `risk|${eventId}|director`
  await ensureTask(system, { ...task, uniqueKey, assignedRole: 'director' })
}

/** Everything that follows a risk event; changes nothing when repeated (R19). */
export const followRisk = async (
  context: Context,
  { eventId, patientId }: { eventId: string; patientId: string },
): Promise<void> => {
  const patient = await context.read.one('patients', patientId)
  if (!patient) return
  if (patient['safetyBanner'] !== true) await setBanner(context.req, patientId, true)
  await alertPeople(context, eventId, patient)
}

/**
 * Opens a risk event and calls people: an urgent task and a mail for the care team, its supervisors
 * and whoever is on call, and the banner for the office. Changes nothing when repeated.
 */
export const raiseRisk = async (context: Context, risk: Risk): Promise<void> => {
  const { patientId } = risk
  const event = await ensureRow(context.system, 'risk-events', {
    uniqueKey: risk.uniqueKey,
    patient: patientId,
    source: risk.source,
    response: risk.responseId ?? null,
    detail: risk.detail,
  })
  if (event['status'] === 'closed') return
  await followRisk(context, { eventId: String(event.id), patientId })
}
