import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { systemMarkOf } from '@/access/asSystem'
import { decideRow } from '@/access/decide'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { type NoteFacts, noteFactsOf } from '@/hooks/rules/records/noteFacts'
import type { FactReader } from '@/hooks/rules/rule'
import { OPEN_OBJECTIVE_STATUSES } from '@/src/domain/records/noteReadiness'
import { idIn, type Row } from '@/src/domain/row'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { describeTechniques } from '@/src/domain/treatment/techniques'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'
import { Refusal } from '@/src/lib/errors'
import { practiceDayOf, practiceZone } from '@/src/lib/practiceZone'
import { tagsIn } from '../../treatment/checkTechniqueTags'
import { snapshotOf } from './sessionSnapshot'

type Data = Record<string, unknown>

const refuseIntake = (session: Row): void => {
  if (session['isIntake'] !== true) return
  throw new Refusal('refused-by-rule', [
    {
      path: 'session',
      message: 'The intake assessment is the note of this session. Write and sign that.',
      fixUrl: `/admin/collections/intake-assessments?where[patient][equals]=${idIn(session, 'patient')}`,
    },
  ])
}

/** The key of the session's one note; a note entered in error makes room for another. */
const keyFor = async (read: FactReader, sessionId: string): Promise<string> => {
  const notes = await read.many('progress-notes', { session: { equals: sessionId } })
  const standing = notes.find((row) => row['status'] !== 'voided')
  if (standing) {
    throw new Refusal('conflict', [
      {
        path: 'session',
        message: 'This session has a note already. Open that one.',
        fixUrl: `/admin/collections/progress-notes/${standing['id']}`,
      },
    ])
  }
  return notes.length ? `session|${sessionId}|${notes.length + 1}` : `session|${sessionId}`
}

const nextVisit = async (read: FactReader, patientId: string): Promise<string | null> => {
  const [visit] = await read.many(
    'appointments',
    {
      and: [
        { patient: { equals: patientId } },
        { status: { equals: 'booked' } },
        { startsAt: { greater_than: clock.now().toISOString() } },
      ],
    },
    { sort: 'startsAt', limit: 1 },
  )
  if (!visit) return null
  const zone = String(visit['zone'] ?? practiceZone())
  return `Next session ${formatDateTime({ instant: String(visit['startsAt']), zone })}.`
}

const firstOpenObjective = ({ objectives }: NoteFacts): Row | null =>
  [...objectives]
    .sort((a, b) => Number(a['order'] ?? 0) - Number(b['order'] ?? 0))
    .find((row) => OPEN_OBJECTIVE_STATUSES.includes(String(row['status']))) ?? null

/** What plan and session say already. Nothing is invented: what nobody wrote stays empty. */
const wordsFor = async (read: FactReader, session: Row, facts: NoteFacts): Promise<Data> => {
  const objective = await read.text('plan-objectives', firstOpenObjective(facts))
  const { response } = await read.text('sessions', session)
  const tags = tagsIn(session['techniqueTags'])
  return {
    techniqueTags: tags.join(' '),
    objectiveKeys: String(objective['key'] ?? ''),
    diagnosisIds: facts.diagnoses.map((row) => String(row['id'])).join(' '),
    focus: objective['text'] ?? null,
    intervention: tags.length ? `${describeTechniques(tags)}.` : null,
    response: response ?? null,
    plan: await nextVisit(read, String(session['patient'])),
  }
}

const given = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  )

const forSession = async (req: PayloadRequest, data: Data, sessionId: string): Promise<Data> => {
  const read = factReader(req)
  const session = await read.one('sessions', sessionId)
  if (!session || !(await decideRow(req, 'sessions', 'read', session))) {
    throw new Refusal('invalid', [
      { path: 'session', message: 'Choose a session from the list: this one was not found.' },
    ])
  }
  refuseIntake(session)
  const uniqueKey = await keyFor(read, sessionId)
  const patient = idIn(session, 'patient')
  const facts = await noteFactsOf(read, { patient, session: sessionId })
  return {
    ...(await wordsFor(read, session, facts)),
    ...given(data),
    ...snapshotOf(session),
    kind: 'session',
    patient,
    author: idIn(session, 'clinician'),
    treatmentPlan: facts.plan ? String(facts.plan['id']) : null,
    uniqueKey,
  }
}

const forContact = (req: PayloadRequest, data: Data): Data => {
  const at = typeof data['contactAt'] === 'string' ? data['contactAt'] : clock.now().toISOString()
  return {
    ...data,
    kind: 'contact',
    contactAt: at,
    serviceDate: practiceDayOf(at),
    zone: practiceZone(),
    author: actorOf(req).id,
    uniqueKey: `contact|${randomToken(12)}`,
  }
}

/** A new note starts from its session and the plan in force; a contact note from the moment. */
export const prefillNote: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || systemMarkOf(req)) return data
  const sessionId = idIn(data, 'session')
  if (data['kind'] === 'contact') return forContact(req, { ...data, session: null })
  if (!sessionId) {
    throw new Refusal('invalid', [
      { path: 'session', message: 'Choose the session, or make it a note of a contact.' },
    ])
  }
  return forSession(req, data, sessionId)
}
