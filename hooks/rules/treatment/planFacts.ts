import { canonicalJson, contentHash } from '@/src/domain/records/canonical'
import { type Row, textIn } from '@/src/domain/row'
import type {
  ObjectiveMetric,
  PlanContent,
  PlanGoal,
  PlanIntervention,
  PlanObjective,
  PlanProblem,
} from '@/src/domain/treatment/planReadiness'
import type { FactReader } from '../rule'

export const planRowSlugs = [
  'plan-problems',
  'plan-goals',
  'plan-objectives',
  'plan-interventions',
] as const

export type PlanRowSlug = (typeof planRowSlugs)[number]

export type PlanRows = Record<PlanRowSlug, Row[]>

const numberOf = (row: Row, name: string): number | null =>
  typeof row[name] === 'number' ? row[name] : null

/** Problems, goals, objectives and interventions of a plan in their order, texts in plain. */
export const planRowsOf = async (read: FactReader, planId: string): Promise<PlanRows> => {
  const load = async (slug: PlanRowSlug): Promise<Row[]> => {
    const rows = await read.many(slug, { plan: { equals: planId } }, { sort: 'order' })
    const plain = await Promise.all(rows.map((row) => read.text(slug, row)))
    return plain.sort(
      (a, b) =>
        Number(a['order'] ?? 0) - Number(b['order'] ?? 0) ||
        textIn(a, 'key').localeCompare(textIn(b, 'key')),
    )
  }
  const [problems, goals, objectives, interventions] = await Promise.all([
    load('plan-problems'),
    load('plan-goals'),
    load('plan-objectives'),
    load('plan-interventions'),
  ])
  return {
    'plan-problems': problems,
    'plan-goals': goals,
    'plan-objectives': objectives,
    'plan-interventions': interventions,
  }
}

const metricOf = (row: Row): ObjectiveMetric | null => {
  if (textIn(row, 'measureId')) return { kind: 'measure', measureId: textIn(row, 'measureId') }
  return textIn(row, 'behavior') ? { kind: 'behavior', description: textIn(row, 'behavior') } : null
}

const problemOf = (row: Row): PlanProblem => ({
  key: textIn(row, 'key'),
  statement: textIn(row, 'text'),
  diagnosisIds: row['diagnosis'] ? [String(row['diagnosis'])] : [],
})

const goalOf = (row: Row): PlanGoal => ({
  key: textIn(row, 'key'),
  problemKey: textIn(row, 'parentKey'),
  text: textIn(row, 'text'),
})

const objectiveOf = (row: Row): PlanObjective => ({
  key: textIn(row, 'key'),
  goalKey: textIn(row, 'parentKey'),
  text: textIn(row, 'text'),
  metric: metricOf(row),
  baselineValue: numberOf(row, 'baselineValue'),
  targetValue: numberOf(row, 'targetValue'),
  targetDate: textIn(row, 'targetDate') || null,
  status: (textIn(row, 'status') || 'new') as PlanObjective['status'], // a select with these options
})

const interventionOf = (row: Row): PlanIntervention => ({
  key: textIn(row, 'key'),
  objectiveKey: textIn(row, 'parentKey'),
  text: textIn(row, 'text'),
  techniqueTags: textIn(row, 'techniqueTags').split(' ').filter(Boolean),
  responsible: textIn(row, 'responsible') || null,
  frequency: textIn(row, 'frequency') || null,
})

const headerNames = [
  'strengths',
  'natureOfService',
  'frequency',
  'schedule',
  'dischargeCriteria',
] as const

/** A plan and its rows in the shape that readiness (R26) judges. `plan` has its texts in plain. */
export const planContentOf = (plan: Row, rows: PlanRows): PlanContent => ({
  plan: Object.fromEntries(headerNames.map((name) => [name, textIn(plan, name) || null])),
  problems: rows['plan-problems'].map(problemOf),
  goals: rows['plan-goals'].map(goalOf),
  objectives: rows['plan-objectives'].map(objectiveOf),
  interventions: rows['plan-interventions'].map(interventionOf),
})

/** SHA-256 over everything somebody signs when signing this plan. Progress on objectives is no part of it. */
export const planHash = (plan: Row, rows: PlanRows): string => {
  const content = planContentOf(plan, rows)
  return contentHash(
    canonicalJson({
      ...content,
      objectives: content.objectives.map(({ status: _status, ...objective }) => objective),
      barriers: textIn(plan, 'barriers') || null,
      coordination: textIn(plan, 'coordination') || null,
      planKey: textIn(plan, 'planKey'),
      version: numberOf(plan, 'version'),
    }),
  )
}

const isOpenOn = (row: Row, on: string): boolean =>
  textIn(row, 'diagnosedOn') <= on &&
  row['status'] !== 'ruledOut' &&
  (!textIn(row, 'endedOn') || textIn(row, 'endedOn') >= on)

/** Diagnoses of a patient that stood on a day, principal first; provisional ones count (R18 says so beside them). */
export const diagnosesOn = async (
  read: FactReader,
  patientId: string,
  on: string,
): Promise<Row[]> => {
  const rows = await read.many('diagnoses', { patient: { equals: patientId } }, { sort: 'rank' })
  return rows.filter((row) => isOpenOn(row, on))
}

const inForce = ['active', 'superseded', 'closed']

/** The version of the plan that was in force on a service date; null before the first one. */
export const planInForce = async (
  read: FactReader,
  patientId: string,
  on: string,
): Promise<Row | null> => {
  const rows = await read.many(
    'treatment-plans',
    { patient: { equals: patientId } },
    { sort: '-version' },
  )
  return (
    rows.find((row) => {
      const from = textIn(row, 'effectiveDate')
      const until = textIn(row, 'endedOn')
      return (
        inForce.includes(textIn(row, 'status')) &&
        from !== '' &&
        from <= on &&
        (!until || on < until)
      )
    }) ?? null
  )
}
