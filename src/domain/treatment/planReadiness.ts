export type PlanHeader = {
  strengths?: string | null
  /** The nature of the service: "Individual psychotherapy, CBT". */
  natureOfService?: string | null
  /** "Weekly". */
  frequency?: string | null
  /** "Tuesdays, 50 minutes, for 12 weeks". */
  schedule?: string | null
  dischargeCriteria?: string | null
}

export type PlanProblem = {
  key: string
  statement: string
  diagnosisIds: (string | number)[]
}

export type PlanGoal = { key: string; problemKey: string; text: string }

export type ObjectiveMetric =
  | { kind: 'measure'; measureId: string }
  | { kind: 'behavior'; description: string }

export type PlanObjective = {
  key: string
  goalKey: string
  text: string
  metric: ObjectiveMetric | null
  baselineValue?: number | string | null
  targetValue?: number | string | null
  /** `YYYY-MM-DD` */
  targetDate?: string | null
  status: 'new' | 'in-progress' | 'achieved' | 'revised' | 'deferred' | 'discontinued'
}

export type PlanIntervention = {
  key: string
  objectiveKey: string
  text: string
  /** Codes of `techniques.ts`. */
  techniqueTags: string[]
  responsible?: string | null
  frequency?: string | null
}

export type PlanContent = {
  plan: PlanHeader
  problems: PlanProblem[]
  goals: PlanGoal[]
  objectives: PlanObjective[]
  interventions: PlanIntervention[]
}

export type PlanCheck = { ok: boolean; ruleId: 'R26'; path: string; message: string }

/**
 * Everything a plan needs before it is saved as ready (R26), met or not: a problem linked to an
 * active diagnosis, measurable objectives with target value, target date and method, strengths,
 * frequency, schedule and nature of the service, discharge criteria. Objectives that were deferred
 * or discontinued are not judged, and do not count.
 */
export const planReadiness = ({
  diagnoses,
  ...content
}: PlanContent & { diagnoses: { id: string | number }[] }): PlanCheck[] => [
  ...problemChecks({ problems: content.problems, diagnoses }),
  ...linkChecks(content),
  ...objectiveChecks(content),
  ...HEADER_CHECKS.map(({ field, done, todo }) =>
    check({ ok: hasText(content.plan[field]), path: `plan.${field}`, done, todo }),
  ),
]

/** Whether nothing is missing. */
export const isPlanReady = (checks: PlanCheck[]): boolean => checks.every(({ ok }) => ok)

const HEADER_CHECKS: { field: keyof PlanHeader; done: string; todo: string }[] = [
  {
    field: 'strengths',
    done: 'Strengths are written.',
    todo: 'Write the strengths that the plan can build on.',
  },
  {
    field: 'natureOfService',
    done: 'The nature of the service is set.',
    todo: 'Say what service is planned, such as individual psychotherapy.',
  },
  {
    field: 'frequency',
    done: 'The frequency is set.',
    todo: 'Say how often sessions take place.',
  },
  {
    field: 'schedule',
    done: 'The schedule is set.',
    todo: 'Say how long sessions and treatment last.',
  },
  {
    field: 'dischargeCriteria',
    done: 'Discharge criteria are written.',
    todo: 'Write when treatment will be complete.',
  },
]

const hasText = (text: string | null | undefined): boolean => Boolean(text?.trim())

const hasValue = (value: number | string | null | undefined): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : hasText(value)

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
}): PlanCheck => ({ ok, ruleId: 'R26', path, message: ok ? done : todo })

const problemChecks = ({
  problems,
  diagnoses,
}: {
  problems: PlanProblem[]
  diagnoses: { id: string | number }[]
}): PlanCheck[] => {
  const active = new Set(diagnoses.map(({ id }) => String(id)))
  const isLinked = problems.some(({ diagnosisIds }) =>
    diagnosisIds.some((id) => active.has(String(id))),
  )
  return [
    check({
      ok: isLinked,
      path: 'problems',
      done: 'A problem is linked to a diagnosis.',
      todo: problems.length === 0 ? 'Add a problem.' : 'Link a problem to an active diagnosis.',
    }),
    ...problems.map(({ statement }, index) =>
      check({
        ok: hasText(statement),
        path: `problems.${index}.statement`,
        done: `Problem ${index + 1} is written.`,
        todo: `Problem ${index + 1} has no statement.`,
      }),
    ),
  ]
}

/** Goals without a problem or an objective would be seen by nobody who follows the thread. */
const linkChecks = ({
  problems,
  goals,
  objectives,
}: Pick<PlanContent, 'problems' | 'goals' | 'objectives'>): PlanCheck[] =>
  goals.flatMap((goal, index) => [
    check({
      ok: hasText(goal.text),
      path: `goals.${index}.text`,
      done: `Goal ${index + 1} is written.`,
      todo: `Goal ${index + 1} has no text.`,
    }),
    check({
      ok: problems.some(({ key }) => key === goal.problemKey),
      path: `goals.${index}.problemKey`,
      done: `Goal ${index + 1} belongs to a problem.`,
      todo: `Goal ${index + 1} belongs to no problem of this plan.`,
    }),
    check({
      ok: objectives.some(({ goalKey }) => goalKey === goal.key),
      path: `goals.${index}`,
      done: `Goal ${index + 1} has an objective.`,
      todo: `Goal ${index + 1} has no objective.`,
    }),
  ])

const objectiveChecks = ({
  goals,
  objectives,
  interventions,
}: Pick<PlanContent, 'goals' | 'objectives' | 'interventions'>): PlanCheck[] => {
  const judged = objectives
    .map((objective, index) => ({ objective, index }))
    .filter(({ objective }) => !['deferred', 'discontinued'].includes(objective.status))
  const some = check({
    ok: judged.length > 0,
    path: 'objectives',
    done: 'The plan has objectives.',
    todo: 'Add an objective that can be measured.',
  })
  return [
    some,
    ...judged.flatMap(({ objective, index }) =>
      oneObjective({
        objective,
        index,
        hasGoal: goals.some(({ key }) => key === objective.goalKey),
        hasMethod: interventions.some(
          ({ objectiveKey, text, techniqueTags }) =>
            objectiveKey === objective.key && (hasText(text) || techniqueTags.length > 0),
        ),
      }),
    ),
  ]
}

const oneObjective = ({
  objective,
  index,
  hasGoal,
  hasMethod,
}: {
  objective: PlanObjective
  index: number
  hasGoal: boolean
  hasMethod: boolean
}): PlanCheck[] => {
  const name = `Objective ${index + 1}`
  const path = `objectives.${index}`
  return [
    check({
      ok: hasText(objective.text),
      path: `${path}.text`,
      done: `${name} is written.`,
      todo: `${name} has no text.`,
    }),
    check({
      ok: hasGoal,
      path: `${path}.goalKey`,
      done: `${name} belongs to a goal.`,
      todo: `${name} belongs to no goal of this plan.`,
    }),
    check({
      ok: isMeasurable(objective.metric) && hasValue(objective.targetValue),
      path: `${path}.metric`,
      done: `${name} can be measured.`,
      todo: isMeasurable(objective.metric)
        ? `${name} has no target value.`
        : `${name} has no way to measure it.`,
    }),
    check({
      ok: hasText(objective.targetDate),
      path: `${path}.targetDate`,
      done: `${name} has a target date.`,
      todo: `${name} has no target date.`,
    }),
    check({
      ok: hasMethod,
      path: `${path}.interventions`,
      done: `${name} has a method.`,
      todo: `${name} has no method. Add an intervention.`,
    }),
  ]
}

const isMeasurable = (metric: ObjectiveMetric | null): boolean => {
  if (!metric) return false
  return hasText(metric.kind === 'measure' ? metric.measureId : metric.description)
}
