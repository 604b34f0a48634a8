import type { Endpoint, PayloadRequest } from 'payload'
import { asUser } from '@/access/asSystem'
import { isGrantedAbout } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { factReader } from '@/hooks/facts'
import { loadSettings } from '@/hooks/loadSettings'
import { planDueFactsOf, planDueOn } from '@/hooks/rules/treatment/planDueFacts'
import type { Row } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { measurePart } from './measurePart'
import { planPart } from './planPart'
import { only, onlyAll, readPart } from './readPart'

const columns = {
  patient: [
    'id',
    'displayName',
    'chosenName',
    'pronouns',
    'dateOfBirth',
    'status',
    'safetyBanner',
    'riskLevel',
    'primaryClinician',
  ],
  sessions: [
    'id',
    'appointment',
    'serviceDate',
    'startedAt',
    'endedAt',
    'minutes',
    'serviceCode',
    'kind',
    'isIntake',
    'sequence',
    'status',
    'clinician',
  ],
  notes: [
    'id',
    'session',
    'kind',
    'serviceDate',
    'format',
    'status',
    'isFinal',
    'isShared',
    'isLateEntry',
    'lateLabel',
    'author',
    'signerName',
    'signedAt',
  ],
  assessment: [
    'id',
    'status',
    'serviceDate',
    'session',
    'author',
    'isFinal',
    'signerName',
    'signedAt',
    'submittedAt',
  ],
  visits: [
    'id',
    'startsAt',
    'endsAt',
    'minutes',
    'zone',
    'kind',
    'format',
    'status',
    'clinician',
    'location',
  ],
  diagnoses: ['id', 'code', 'description', 'rank', 'status', 'diagnosedOn', 'endedOn'],
  risks: [
    'id',
    'source',
    'detail',
    'detectedAt',
    'status',
    'acuteRisk',
    'chronicRisk',
    'disposition',
    'followUpOn',
  ],
  safetyPlan: ['id', 'status', 'isShared', 'sharedAt', 'writtenAt'],
  tasks: [
    'id',
    'title',
    'kind',
    'dueAt',
    'isUrgent',
    'assignee',
    'assignedRole',
    'collectionSlug',
    'recordId',
  ],
} as const

const planDueFor = async (req: PayloadRequest, patient: string) => {
  const isStaff = actorOf(req).kind === 'staff'
  const about = { slug: 'treatment-plans', verb: 'read', patient }
  if (!isStaff || !isGrantedAbout(req, about)) return null
  const facts = await planDueFactsOf(factReader(req), patient)
  return planDueOn(facts, await loadSettings(req, {}), practiceToday())
}

const idsOf = (rows: (Row | null | undefined)[]): string[] =>
  rows.flatMap((row) => (row?.['id'] ? [String(row['id'])] : []))

const summaryOf = async (req: PayloadRequest, patient: Row) => {
  const id = String(patient['id'])
  const of = { patient: { equals: id } }
  const [
    sessions,
    notes,
    assessments,
    visits,
    diagnoses,
    risks,
    safetyPlans,
    plans,
    measures,
    planDue,
  ] = await Promise.all([
    readPart(req, { slug: 'sessions', where: of, sort: '-startedAt', limit: 10 }),
    readPart(req, { slug: 'progress-notes', where: of, sort: '-serviceDate', limit: 10 }),
    readPart(req, { slug: 'intake-assessments', where: of, sort: '-startedAt', limit: 1 }),
    readPart(req, {
      slug: 'appointments',
      where: {
        and: [
          of,
          { status: { in: ['booked', 'checkedIn'] } },
          { startsAt: { greater_than_equal: clock.now().toISOString() } },
        ],
      },
      sort: 'startsAt',
      limit: 5,
    }),
    readPart(req, { slug: 'diagnoses', where: of, sort: 'rank', limit: 50 }),
    readPart(req, {
      slug: 'risk-events',
      where: { and: [of, { status: { in: ['open', 'assessed'] } }] },
      sort: '-detectedAt',
      limit: 10,
    }),
    readPart(req, { slug: 'safety-plans', where: of, sort: '-writtenAt', limit: 1 }),
    planPart(req, id),
    measurePart(req, id),
    planDueFor(req, id),
  ])
  const [assessment] = assessments ?? []
  const [safetyPlan] = safetyPlans ?? []
  const about = idsOf([
    patient,
    assessment,
    plans?.plan,
    plans?.nextPlan,
    ...(sessions ?? []),
    ...(notes ?? []),
    ...(risks ?? []),
  ])
  const tasks = await readPart(req, {
    slug: 'tasks',
    where: { and: [{ status: { equals: 'open' } }, { recordId: { in: about } }] },
    sort: 'dueAt',
    limit: 50,
  })
  return {
    patient: only(patient, columns.patient),
    sessions: onlyAll(sessions, columns.sessions),
    notes: onlyAll(notes, columns.notes),
    assessment: assessment ? only(assessment, columns.assessment) : null,
    plan: plans?.plan ?? null,
    nextPlan: plans?.nextPlan ?? null,
    planDue,
    ...measures,
    nextVisits: onlyAll(visits, columns.visits),
    diagnoses: onlyAll(diagnoses, columns.diagnoses),
    risks: onlyAll(risks, columns.risks),
    safetyPlan: safetyPlan ? only(safetyPlan, columns.safetyPlan) : null,
    tasks: onlyAll(tasks, columns.tasks),
  }
}

/**
 * GET /api/patients/:id/chart-summary: the workspace in a constant number of queries. Each part holds
 * what the reader's rights allow; null where a kind of record is not theirs to read.
 */
export const chartSummaryEndpoint: Endpoint = door('policy', {
  method: 'get',
  path: '/:id/chart-summary',
  handler: async (req) => {
    const id = String(req.routeParams?.['id'] ?? '')
    const patient = (await asUser(req).findByID({ collection: 'patients', id })) as Row // any record is one
    return Response.json(await summaryOf(req, patient))
  },
})
