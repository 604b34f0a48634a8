import type { NoteText } from '@/src/domain/records/noteFormats'
import { toMs } from '@/src/domain/scheduling/zonedTime'

export type ReadinessCheck = {
  ok: boolean
  ruleId: 'R49' | 'R51'
  /** Where the answer is given, beginning with `note.` or `session.` or `plan`. */
  path: string
  /** What is missing and the way out; when `ok`, what was checked. */
  message: string
}

export type ReadyNote = NoteText & {
  techniqueTags: string[]
  objectiveKeys: string[]
  diagnosisIds: (string | number)[]
  /** The coded line on suicidal and homicidal thoughts: even "denied" must be chosen. */
  riskStatus?: string | null
}

export type ReadySession = {
  patientName: string
  attendance?: string | null
  startedAt?: string | null
  endedAt?: string | null
  placeOfService?: string | null
  serviceCode?: string | null
}

export type ReadinessInput = {
  note: ReadyNote
  session: ReadySession
  /** The plan in force on the service date, if any. */
  plan: { status: string } | null
  /** Its objectives. */
  objectives: { key: string; status: string }[]
  /** Diagnoses that were active on the service date. */
  diagnoses: { id: string | number }[]
  /** An intake (90791): the signed assessment takes the place of a session's content. */
  isIntake: boolean
  /** Past the date by which R23 wants a plan. */
  isPlanDue: boolean
}

/**
 * Everything that must be there before a note can be signed (R49, R51), met or not, in the order of
 * the form. An objective is required once a plan is active; before R23's date "no plan yet" is
 * enough. Minutes against the service code (R74) are judged by billing.
 */
export const noteReadiness = (input: ReadinessInput): ReadinessCheck[] => [
  ...sessionChecks(input.session),
  diagnosisCheck(input),
  ...(input.isIntake ? [] : contentChecks(input)),
  check({
    ok: hasText(input.note.riskStatus),
    path: 'note.riskStatus',
    done: 'Risk is recorded.',
    todo: 'Choose the risk line, also when there is no risk.',
  }),
  check({
    ok: hasText(input.note.plan),
    path: 'note.plan',
    done: 'The next step is written.',
    todo: 'Write the next step.',
  }),
]

/** Whether nothing is missing. */
export const isReadyToSign = (checks: ReadinessCheck[]): boolean => checks.every(({ ok }) => ok)

/** Objectives that a note may point at: work on them is still open. */
export const OPEN_OBJECTIVE_STATUSES: readonly string[] = ['new', 'in-progress', 'revised']

const hasText = (text: string | null | undefined): boolean => Boolean(text?.trim())

const check = ({
  ok,
  path,
  done,
  todo,
  ruleId = 'R51',
}: {
  ok: boolean
  path: string
  done: string
  todo: string
  ruleId?: ReadinessCheck['ruleId']
}): ReadinessCheck => ({ ok, ruleId, path, message: ok ? done : todo })

const sessionChecks = (session: ReadySession): ReadinessCheck[] => {
  const { startedAt, endedAt } = session
  const isOrdered = Boolean(startedAt && endedAt && toMs(endedAt) > toMs(startedAt))
  return [
    check({
      ok: hasText(session.attendance),
      path: 'session.attendance',
      done: 'Attendance is recorded.',
      todo: 'Record who attended the session.',
    }),
    check({
      ok: hasText(startedAt),
      path: 'session.startedAt',
      done: 'The start time is recorded.',
      todo: 'Add the start time of the session.',
    }),
    check({
      ok: hasText(endedAt) && (!startedAt || isOrdered),
      path: 'session.endedAt',
      done: 'The stop time is recorded.',
      todo: endedAt
        ? 'The session stops before it starts. Correct the times.'
        : 'Add the stop time of the session.',
    }),
    check({
      ok: hasText(session.placeOfService),
      path: 'session.placeOfService',
      done: 'The place is recorded.',
      todo: 'Choose where the session took place.',
    }),
    check({
      ok: hasText(session.serviceCode),
      path: 'session.serviceCode',
      done: 'The service code is set.',
      todo: 'Add the service code.',
    }),
  ]
}

const diagnosisCheck = ({ note, diagnoses }: ReadinessInput): ReadinessCheck => {
  const active = new Set(diagnoses.map(({ id }) => String(id)))
  const isActive = note.diagnosisIds.every((id) => active.has(String(id)))
  return check({
    ok: note.diagnosisIds.length > 0 && isActive,
    path: 'note.diagnosisIds',
    done: 'A diagnosis is linked.',
    todo: isActive
      ? 'Add a diagnosis before signing.'
      : 'A linked diagnosis was not active on the day of service. Remove it or correct its dates.',
  })
}

const contentChecks = (input: ReadinessInput): ReadinessCheck[] => {
  const { note, session } = input
  const isDone = note.techniqueTags.length > 0
  const isAnswered = hasText(note.response)
  return [
    objectiveCheck(input),
    check({
      ok: isDone,
      ruleId: 'R49',
      path: 'note.techniqueTags',
      done: 'A technique is tagged.',
      todo: `Say what you did and how ${session.patientName} responded: tag at least one technique.`,
    }),
    check({
      ok: hasText(note.intervention),
      path: 'note.intervention',
      done: 'The intervention is written.',
      todo: 'Write what you did in the session.',
    }),
    check({
      ok: isAnswered,
      ruleId: 'R49',
      path: 'note.response',
      done: 'The response is written.',
      todo: `Say what you did and how ${session.patientName} responded: write the response.`,
    }),
  ]
}

const objectiveCheck = ({ note, plan, objectives, isPlanDue }: ReadinessInput): ReadinessCheck => {
  const path = 'note.objectiveKeys'
  if (plan?.status !== 'active') {
    return check({
      ok: !isPlanDue,
      path: 'plan',
      done: 'No plan yet: an objective is not needed until the plan is due.',
      todo: 'The treatment plan is due. Activate it, then link an objective.',
    })
  }
  const open = new Set(
    objectives
      .filter(({ status }) => OPEN_OBJECTIVE_STATUSES.includes(status))
      .map(({ key }) => key),
  )
  const isOpen = note.objectiveKeys.every((key) => open.has(key))
  return check({
    ok: note.objectiveKeys.length > 0 && isOpen,
    path,
    done: 'An objective of the plan is linked.',
    todo: isOpen
      ? 'Link an objective of the treatment plan.'
      : 'A linked objective is not open in the plan in force. Choose another one.',
  })
}
