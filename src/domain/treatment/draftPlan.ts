import { addDays } from '@/src/domain/calendarDate'
import { findMeasure } from '@/src/domain/measures/catalog'
import type {
  PlanContent,
  PlanGoal,
  PlanIntervention,
  PlanObjective,
  PlanProblem,
} from '@/src/domain/treatment/planReadiness'

export type DraftIntake = {
  /** `YYYY-MM-DD` */
  serviceDate: string
  presentingProblem?: string | null
  /** One entry per concern, the gravest first. */
  concerns: string[]
  /** In the client's own words. */
  goals: string[]
  strengths?: string | null
  recommendedService?: string | null
  recommendedFrequency?: string | null
}

export type DraftDiagnosis = {
  id: string | number
  code: string
  description: string
  /** 1 is the principal diagnosis. */
  rank: number
}

export type DraftMeasure = { measureId: string; total: number }

export type DraftSettings = { reviewDays: number }

/** R24. */
export const DRAFT_DEFAULTS: DraftSettings = { reviewDays: 90 }

/**
 * A first draft of a plan from the signed intake. It takes over what was said and nothing else: one
 * problem per diagnosis in order of rank, the client's goals in turn, and a measurable objective
 * wherever an instrument that fits the diagnosis was at or above its cut. What the intake does not
 * say stays empty, so that readiness (R26) asks for it.
 *
 * Keys are stable: `problem-1`, `goal-1-1`, `objective-1-1-1`, `intervention-1-1-1-1`.
 */
export const draftPlanFromIntake = ({
  intake,
  diagnoses,
  measures,
  settings = DRAFT_DEFAULTS,
}: {
  intake: DraftIntake
  diagnoses: DraftDiagnosis[]
  measures: DraftMeasure[]
  settings?: DraftSettings
}): PlanContent => {
  const ranked = [...diagnoses].sort((a, b) => a.rank - b.rank || a.code.localeCompare(b.code))
  const problems = ranked.map((diagnosis, index) => problemFor({ diagnosis, index, intake }))
  const goals = goalsFor({ problems, intake })
  const objectives = ranked.flatMap((diagnosis, index) =>
    objectivesFor({
      diagnosis,
      goal: goals.find(belongsTo(problems[index]!)),
      measures,
      intake,
      settings,
    }),
  )
  return {
    plan: {
      strengths: intake.strengths?.trim() || null,
      natureOfService: intake.recommendedService?.trim() || null,
      frequency: intake.recommendedFrequency?.trim() || null,
      schedule: null,
      dischargeCriteria: dischargeFor(objectives),
    },
    problems,
    goals,
    objectives,
    interventions: objectives.map(interventionFor),
  }
}

/**
 * Which instrument follows which diagnoses: depressive disorders (F32-F34.1) the PHQ-9, anxiety
 * disorders (F40, F41) the GAD-7. ICD-10-CM chapter 5.
 */
const FOLLOWED_BY: { pattern: RegExp; measureId: string }[] = [
  { pattern: /^F(?:32|33|34\.?1)/, measureId: 'PHQ-9' },
  { pattern: /^F4[01]/, measureId: 'GAD-7' },
]

const belongsTo = (problem: PlanProblem) => (goal: PlanGoal) => goal.problemKey === problem.key

const problemFor = ({
  diagnosis,
  index,
  intake,
}: {
  diagnosis: DraftDiagnosis
  index: number
  intake: DraftIntake
}): PlanProblem => {
  const concern = intake.concerns[index] ?? (index === 0 ? intake.presentingProblem : null)
  return {
    key: `problem-${index + 1}`,
    statement: concern?.trim() || diagnosis.description,
    diagnosisIds: [diagnosis.id],
  }
}

/** The client's goals go to the problems in turn; an empty goal is one still to be asked for. */
const goalsFor = ({
  problems,
  intake,
}: {
  problems: PlanProblem[]
  intake: DraftIntake
}): PlanGoal[] => {
  const wishes = intake.goals.map((goal) => goal.trim()).filter(Boolean)
  return problems.flatMap((problem, index) => {
    const own = wishes.filter((_, place) => place % problems.length === index)
    return (own.length > 0 ? own : ['']).map((text, place) => ({
      key: `goal-${index + 1}-${place + 1}`,
      problemKey: problem.key,
      text,
    }))
  })
}

const objectivesFor = ({
  diagnosis,
  goal,
  measures,
  intake,
  settings,
}: {
  diagnosis: DraftDiagnosis
  goal: PlanGoal | undefined
  measures: DraftMeasure[]
  intake: DraftIntake
  settings: DraftSettings
}): PlanObjective[] => {
  const follows = FOLLOWED_BY.find(({ pattern }) => pattern.test(diagnosis.code))
  const score = measures.find(({ measureId }) => measureId === follows?.measureId)
  const caseness = findMeasure(score?.measureId ?? '')?.score.change?.caseness
  if (!goal || !score || caseness === undefined || score.total < caseness) return []
  const targetValue = caseness - 1
  return [
    {
      key: goal.key.replace('goal', 'objective').concat('-1'),
      goalKey: goal.key,
      text: `Lower the ${score.measureId} score from ${score.total} to ${targetValue} or less.`,
      metric: { kind: 'measure', measureId: score.measureId },
      baselineValue: score.total,
      targetValue,
      targetDate: addDays(intake.serviceDate, settings.reviewDays),
      status: 'new',
    },
  ]
}

const interventionFor = (objective: PlanObjective): PlanIntervention => ({
  key: objective.key.replace('objective', 'intervention').concat('-1'),
  objectiveKey: objective.key,
  text: '',
  techniqueTags: [],
})

const dischargeFor = (objectives: PlanObjective[]): string | null => {
  const [first, ...others] = objectives.flatMap(({ metric, targetValue }) =>
    metric?.kind === 'measure' ? [`${metric.measureId} of ${targetValue} or less`] : [],
  )
  return first ? `${[first, ...others].join(' and ')} at two visits in a row.` : null
}
