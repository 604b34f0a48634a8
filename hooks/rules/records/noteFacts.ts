import { intakeReadiness } from '@/src/domain/records/intakeReadiness'
import {
  noteReadiness,
  type ReadinessCheck,
  type ReadySession,
} from '@/src/domain/records/noteReadiness'
import type { Row } from '@/src/domain/row'
import { ageOn } from '@/src/domain/scheduling/zonedTime'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FactReader } from '../rule'
import type { RuleSettings } from '../settings'
import { type PlanDueFacts, planDueFactsOf, planDueOn } from '../treatment/planDueFacts'
import { diagnosesOn, planInForce } from '../treatment/planFacts'

export type NoteFacts = {
  session: Row | null
  patient: Row | null
  /** The version of the plan in force on the service date. */
  plan: Row | null
  objectives: Row[]
  /** Diagnoses that stood on the service date. */
  diagnoses: Row[]
  planDue: PlanDueFacts
}

export const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [...new Set(value.split(/[\s,]+/).filter(Boolean))] : []

const text = (row: Row | null, name: string): string | null =>
  typeof row?.[name] === 'string' && row[name] !== '' ? row[name] : null

const factsOf = async (
  read: FactReader,
  patientId: string,
  session: Row | null,
): Promise<NoteFacts> => {
  const on = text(session, 'serviceDate') ?? practiceToday()
  const [patient, plan, diagnoses, planDue] = await Promise.all([
    read.one('patients', patientId),
    planInForce(read, patientId, on),
    diagnosesOn(read, patientId, on),
    planDueFactsOf(read, patientId),
  ])
  const objectives = plan
    ? await read.many('plan-objectives', { plan: { equals: plan['id'] } })
    : []
  return { session, patient, plan, objectives, diagnoses, planDue }
}

/** What decides whether a note may be signed. */
export const noteFactsOf = async (read: FactReader, note: Row): Promise<NoteFacts> => {
  const sessionId = text(note, 'session')
  return factsOf(
    read,
    String(note['patient']),
    sessionId ? await read.one('sessions', sessionId) : null,
  )
}

/** The session that an intake assessment documents: its own, its appointment's, or the latest intake. */
export const intakeSessionOf = async (read: FactReader, assessment: Row): Promise<Row | null> => {
  const known = text(assessment, 'session')
  if (known) return read.one('sessions', known)
  const rows = await read.many(
    'sessions',
    { and: [{ patient: { equals: assessment['patient'] } }, { isIntake: { equals: true } }] },
    { sort: '-startedAt' },
  )
  const appointment = text(assessment, 'appointment')
  return rows.find((row) => row['appointment'] === appointment) ?? rows[0] ?? null
}

export const assessmentFactsOf = async (read: FactReader, assessment: Row): Promise<NoteFacts> =>
  factsOf(read, String(assessment['patient']), await intakeSessionOf(read, assessment))

const sessionOf = ({ patient, session }: NoteFacts): ReadySession => ({
  patientName: text(patient, 'chosenName') ?? text(patient, 'firstName') ?? 'the client',
  attendance: text(session, 'attendance'),
  startedAt: text(session, 'startedAt'),
  endedAt: text(session, 'endedAt'),
  placeOfService: text(session, 'placeOfService'),
  serviceCode: text(session, 'serviceCode'),
})

const check = ({
  ok,
  path,
  done,
  todo,
}: {
  ok: boolean
  path: string
  done: string
  todo: string
}): ReadinessCheck => ({
  ok,
  ruleId: 'R51',
  path,
  message: ok ? done : todo,
})

const completedCheck = ({ session }: NoteFacts): ReadinessCheck =>
  check({
    ok: session?.['status'] === 'completed',
    path: 'session.status',
    done: 'The session is completed.',
    todo: session
      ? 'Complete the session first.'
      : 'Record the session first: it has not been started.',
  })

const contactChecks = (note: Row): ReadinessCheck[] => [
  check({
    ok: text(note, 'contactAt') !== null,
    path: 'note.contactAt',
    done: 'The time of the contact is recorded.',
    todo: 'Enter when the contact took place.',
  }),
  check({
    ok: [text(note, 'reported'), text(note, 'intervention')].some((each) => each?.trim()),
    path: 'note.reported',
    done: 'The contact is described.',
    todo: 'Write what was said or done.',
  }),
]

/** Everything a note has and lacks before it can be signed (R49, R51); `note` has its texts in plain. */
export const noteChecksOf = (
  note: Row,
  facts: NoteFacts,
  { settings, today }: { settings: RuleSettings; today: string },
): ReadinessCheck[] => {
  if (note['kind'] === 'contact') return contactChecks(note)
  return [
    completedCheck(facts),
    ...noteReadiness({
      note: {
        intervention: text(note, 'intervention'),
        response: text(note, 'response'),
        plan: text(note, 'plan'),
        riskStatus: text(note, 'riskStatus'),
        techniqueTags: wordsIn(note['techniqueTags']),
        objectiveKeys: wordsIn(note['objectiveKeys']),
        diagnosisIds: wordsIn(note['diagnosisIds']),
      },
      session: sessionOf(facts),
      // A version that was replaced since was in force on the day.
      plan: facts.plan ? { status: 'active' } : null,
      objectives: facts.objectives.map((row) => ({
        key: String(row['key']),
        status: String(row['status']),
      })),
      diagnoses: facts.diagnoses.map((row) => ({ id: String(row['id']) })),
      isIntake: false,
      isPlanDue: planDueOn(facts.planDue, settings, today)?.isOverdue ?? false,
    }),
  ]
}

const isMinorOn = (patient: Row | null, on: string): boolean => {
  const birthDate = text(patient, 'dateOfBirth')
  return birthDate !== null && birthDate <= on && ageOn({ birthDate, on }) < 18
}

const isOfSession = ({ path }: ReadinessCheck): boolean =>
  path.startsWith('session.') || path === 'note.diagnosisIds'

/** Everything an intake assessment has and lacks: what a session needs (R51), then its own sections. */
export const assessmentChecksOf = (
  assessment: Row,
  facts: NoteFacts,
  { today }: { today: string },
): ReadinessCheck[] => {
  const session = noteReadiness({
    note: {
      techniqueTags: [],
      objectiveKeys: [],
      diagnosisIds: facts.diagnoses.map((row) => String(row['id'])),
    },
    session: sessionOf(facts),
    plan: null,
    objectives: [],
    diagnoses: facts.diagnoses.map((row) => ({ id: String(row['id']) })),
    isIntake: true,
    isPlanDue: false,
  })
  const texts = Object.fromEntries(
    Object.entries(assessment).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : null,
    ]),
  )
  return [
    completedCheck(facts),
    ...session.filter(isOfSession),
    ...intakeReadiness({ texts, isMinor: isMinorOn(facts.patient, today) }),
  ]
}

/** The field of the form that a finding belongs to. */
export const fieldOf = (path: string): string => path.replace(/^(note|assessment)\./, '')
