import type { EffectContext } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { loadSettings } from '@/hooks/loadSettings'
import { diagnosesOn } from '@/hooks/rules/treatment/planFacts'
import type { Row } from '@/src/domain/row'
import { type DraftMeasure, draftPlanFromIntake } from '@/src/domain/treatment/draftPlan'
import type { PlanContent } from '@/src/domain/treatment/planReadiness'
import { nextPlanKey, plansOf } from './startPlan'

const linesOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : []

const textOf = (row: Row, name: string): string | null =>
  typeof row[name] === 'string' && row[name].trim() ? row[name] : null

/** The latest score of each instrument up to now. */
const latestScores = async (
  { read }: EffectContext,
  patientId: string,
): Promise<DraftMeasure[]> => {
  const rows = await read.many(
    'measure-responses',
    { and: [{ patient: { equals: patientId } }, { status: { equals: 'submitted' } }] },
    { sort: '-submittedAt' },
  )
  const scores = new Map<string, number>()
  for (const row of rows) {
    const id = String(row['measureId'])
    if (!scores.has(id) && typeof row['total'] === 'number') scores.set(id, row['total'])
  }
  return [...scores].map(([measureId, total]) => ({ measureId, total }))
}

const contentFor = async (context: EffectContext, serviceDate: string): Promise<PlanContent> => {
  const { read, record, req } = context
  const patientId = String(record['patient'])
  const diagnoses = await diagnosesOn(read, patientId, serviceDate)
  const { planReviewDays } = await loadSettings(req, {})
  return draftPlanFromIntake({
    intake: {
      serviceDate,
      presentingProblem: textOf(record, 'presentingProblem'),
      concerns: linesOf(record['concerns']),
      goals: linesOf(textOf(record, 'clientGoals') ?? record['historyGoals']),
      strengths: textOf(record, 'strengths') ?? textOf(record, 'historyStrengths'),
      recommendedService: textOf(record, 'recommendedService'),
      recommendedFrequency: textOf(record, 'recommendedFrequency'),
    },
    diagnoses: diagnoses.map((row) => ({
      id: String(row['id']),
      code: String(row['code']),
      description: String(row['description']),
      rank: Number(row['rank'] ?? 1),
    })),
    measures: await latestScores(context, patientId),
    settings: { reviewDays: planReviewDays },
  })
}

const rowsFor = (content: PlanContent) => ({
  'plan-problems': content.problems.map(({ key, statement, diagnosisIds: [diagnosis] }) => ({
    key,
    text: statement,
    diagnosis: diagnosis === undefined ? null : String(diagnosis),
  })),
  'plan-goals': content.goals.map(({ key, problemKey, text }) => ({
    key,
    parentKey: problemKey,
    text,
  })),
  'plan-objectives': content.objectives.map(({ goalKey, metric, ...row }) => ({
    ...row,
    parentKey: goalKey,
    measureId: metric?.kind === 'measure' ? metric.measureId : null,
    behavior: metric?.kind === 'behavior' ? metric.description : null,
  })),
  'plan-interventions': content.interventions.map(({ key, objectiveKey, text, techniqueTags }) => ({
    key,
    parentKey: objectiveKey,
    text,
    techniqueTags: techniqueTags.join(' '),
  })),
})

const planFor = async (context: EffectContext, content: PlanContent): Promise<Row | null> => {
  const { record, req, system } = context
  const patientId = String(record['patient'])
  const plans = await plansOf(req, patientId)
  const mine = plans.find((plan) => plan['intakeAssessment'] === record.id)
  if (mine) return mine
  if (plans.length) return null
  const planKey = nextPlanKey(patientId, plans)
  return ensureRow(system, 'treatment-plans', {
    ...content.plan,
    schedule: textOf(record, 'recommendedSchedule'),
    uniqueKey: `${planKey}|1`,
    patient: patientId,
    planKey,
    version: 1,
    title: 'Treatment plan, version 1',
    intakeAssessment: record.id,
    status: 'draft',
    author: String(record['author'] ?? record['signedBy']),
  })
}

/**
 * Drafts the first plan from a signed intake when there is none: what was said is taken over, what
 * was not said stays empty for readiness to ask for. Repeating it fills in what is missing.
 */
export const draftFromIntake = async (
  context: EffectContext,
  serviceDate: string,
): Promise<void> => {
  const content = await contentFor(context, serviceDate)
  const plan = await planFor(context, content)
  // Somebody who began a plan by hand meanwhile keeps it as it is.
  if (!plan || plan['intakeAssessment'] !== context.record.id || plan['status'] !== 'draft') return
  for (const [slug, rows] of Object.entries(rowsFor(content))) {
    for (const [index, row] of rows.entries()) {
      await ensureRow(context.system, slug, {
        ...row,
        plan: plan['id'],
        order: index + 1,
        uniqueKey: `${String(plan['id'])}|${row.key}`,
      })
    }
  }
}
