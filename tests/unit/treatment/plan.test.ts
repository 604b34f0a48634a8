import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftPlanFromIntake } from '@/src/domain/treatment/draftPlan'
import {
  isPlanReady,
  type PlanContent,
  type PlanObjective,
  planReadiness,
} from '@/src/domain/treatment/planReadiness'

const objective: PlanObjective = {
  key: 'objective-1-1-1',
  goalKey: 'goal-1-1',
  text: 'Drive to work on four of five days.',
  metric: { kind: 'behavior', description: 'Days driven, from the diary' },
  baselineValue: 0,
  targetValue: 4,
  targetDate: '2026-07-14',
  status: 'new',
}
const complete: PlanContent = {
  plan: {
    strengths: 'Keeps appointments.',
    natureOfService: 'Individual psychotherapy',
    frequency: 'Weekly',
    schedule: '50 minutes for 12 weeks',
    dischargeCriteria: 'Drives without fear.',
  },
  problems: [{ key: 'problem-1', statement: 'Panic while driving', diagnosisIds: [11] }],
  goals: [{ key: 'goal-1-1', problemKey: 'problem-1', text: 'Drive again' }],
  objectives: [objective],
  interventions: [
    {
      key: 'intervention-1-1-1-1',
      objectiveKey: 'objective-1-1-1',
      text: 'Graded exposure',
      techniqueTags: ['cbt.exposure'],
    },
  ],
}
const diagnoses = [{ id: '11' }]
const missing = (change: Partial<PlanContent>) =>
  planReadiness({ ...complete, ...change, diagnoses })
    .filter(({ ok }) => !ok)
    .map(({ path, message }) => [path, message])
const second = (change: Partial<PlanObjective>) => ({
  objectives: [objective, { ...objective, key: 'objective-1-1-2', ...change }],
  interventions: [
    ...complete.interventions,
    { ...complete.interventions[0]!, objectiveKey: 'objective-1-1-2' },
  ],
})

describe('Saving a plan as ready (R26)', () => {
  it('should find a complete plan ready', () => {
    expect(isPlanReady(planReadiness({ ...complete, diagnoses }))).toBe(true)
  })

  it.each<[Partial<PlanContent>, string, string]>([
    [second({ metric: null }), 'objectives.1.metric', 'Objective 2 has no way to measure it.'],
    [
      second({ metric: { kind: 'behavior', description: ' ' } }),
      'objectives.1.metric',
      'Objective 2 has no way to measure it.',
    ],
    [second({ targetValue: null }), 'objectives.1.metric', 'Objective 2 has no target value.'],
    [second({ targetDate: null }), 'objectives.1.targetDate', 'Objective 2 has no target date.'],
    [second({ text: '' }), 'objectives.1.text', 'Objective 2 has no text.'],
    [
      second({ goalKey: 'goal-9-9' }),
      'objectives.1.goalKey',
      'Objective 2 belongs to no goal of this plan.',
    ],
    [
      { interventions: [] },
      'objectives.0.interventions',
      'Objective 1 has no method. Add an intervention.',
    ],
    [
      { problems: [{ ...complete.problems[0]!, diagnosisIds: [12] }] },
      'problems',
      'Link a problem to an active diagnosis.',
    ],
    [
      { problems: [{ ...complete.problems[0]!, statement: '' }] },
      'problems.0.statement',
      'Problem 1 has no statement.',
    ],
    [
      { plan: { ...complete.plan, strengths: ' ' } },
      'plan.strengths',
      'Write the strengths that the plan can build on.',
    ],
    [
      { plan: { ...complete.plan, natureOfService: null } },
      'plan.natureOfService',
      'Say what service is planned, such as individual psychotherapy.',
    ],
    [
      { plan: { ...complete.plan, frequency: null } },
      'plan.frequency',
      'Say how often sessions take place.',
    ],
    [
      { plan: { ...complete.plan, schedule: null } },
      'plan.schedule',
      'Say how long sessions and treatment last.',
    ],
    [
      { plan: { ...complete.plan, dischargeCriteria: null } },
      'plan.dischargeCriteria',
      'Write when treatment will be complete.',
    ],
    [
      { goals: [...complete.goals, { key: 'goal-1-2', problemKey: 'problem-1', text: 'Sleep' }] },
      'goals.1',
      'Goal 2 has no objective.',
    ],
    [{ goals: [{ ...complete.goals[0]!, text: '' }] }, 'goals.0.text', 'Goal 1 has no text.'],
  ])('should name the one thing that is missing: %o', (change, path, message) => {
    expect(missing(change)).toEqual([[path, message]])
  })

  it('should not judge what was deferred, but not count it either', () => {
    expect(missing(second({ metric: null, status: 'deferred' }))).toEqual([])
    expect(missing({ objectives: [{ ...objective, status: 'discontinued' }] })).toEqual([
      ['objectives', 'Add an objective that can be measured.'],
    ])
  })

  it('should accept a target of zero', () => {
    expect(missing({ objectives: [{ ...objective, targetValue: 0 }] })).toEqual([])
  })

  it('should list everything for an empty plan', () => {
    const empty = { plan: {}, problems: [], goals: [], objectives: [], interventions: [] }
    expect(missing(empty).map(([path]) => path)).toEqual([
      'problems',
      'objectives',
      'plan.strengths',
      'plan.natureOfService',
      'plan.frequency',
      'plan.schedule',
      'plan.dischargeCriteria',
    ])
  })
})

describe('Drafting a plan from the intake', () => {
  const intake = {
    serviceDate: '2026-04-14',
    concerns: ['Worries all day', 'Low mood'],
    goals: ['Sleep through', 'Enjoy weekends', 'Argue less'],
    strengths: 'Close to her sister.',
    recommendedService: 'Individual psychotherapy',
    recommendedFrequency: 'Weekly',
  }
  const draft = draftPlanFromIntake({
    intake,
    diagnoses: [
      { id: 2, code: 'F32.1', description: 'Major depressive disorder', rank: 2 },
      { id: 1, code: 'F41.1', description: 'Generalized anxiety disorder', rank: 1 },
    ],
    measures: [
      { measureId: 'PHQ-9', total: 16 },
      { measureId: 'GAD-7', total: 14 },
    ],
  })

  it('should take one problem per diagnosis, by rank, in the words of the intake', () => {
    expect(draft.problems).toEqual([
      { key: 'problem-1', statement: 'Worries all day', diagnosisIds: [1] },
      { key: 'problem-2', statement: 'Low mood', diagnosisIds: [2] },
    ])
    expect(draft.goals.map(({ key, text }) => [key, text])).toEqual([
      ['goal-1-1', 'Sleep through'],
      ['goal-1-2', 'Argue less'],
      ['goal-2-1', 'Enjoy weekends'],
    ])
  })

  it('should set measurable objectives below the case line, 90 days ahead', () => {
    expect(draft.objectives).toMatchObject([
      {
        key: 'objective-1-1-1',
        text: 'Lower the GAD-7 score from 14 to 7 or less.',
        baselineValue: 14,
        targetValue: 7,
        targetDate: '2026-07-13',
      },
      { key: 'objective-2-1-1', baselineValue: 16, targetValue: 9 },
    ])
    expect(draft.plan.dischargeCriteria).toBe(
      'GAD-7 of 7 or less and PHQ-9 of 9 or less at two visits in a row.',
    )
  })

  it('should leave to the clinician what the intake does not say', () => {
    const checks = planReadiness({ ...draft, diagnoses: [{ id: 1 }, { id: 2 }] })
    expect(checks.filter(({ ok }) => !ok).map(({ message }) => message)).toEqual([
      'Goal 2 has no objective.',
      'Objective 1 has no method. Add an intervention.',
      'Objective 2 has no method. Add an intervention.',
      'Say how long sessions and treatment last.',
    ])
  })

  it('should invent no objective without a score at or above the cut', () => {
    const calm = draftPlanFromIntake({
      intake: { ...intake, concerns: [], presentingProblem: 'Panic' },
      diagnoses: [{ id: 1, code: 'F41.1', description: 'Generalized anxiety disorder', rank: 1 }],
      measures: [{ measureId: 'GAD-7', total: 7 }],
    })
    expect(calm.objectives).toEqual([])
    expect(calm.plan.dischargeCriteria).toBeNull()
    expect(calm.problems[0]!.statement).toBe('Panic')
  })

  it('should give every row its own key and a parent that exists', () => {
    const diagnosis = fc.record({
      id: fc.nat(),
      code: fc.constantFrom('F32.1', 'F33.0', 'F41.1', 'F40.10', 'F43.10', 'Z63.0'),
      description: fc.string(),
      rank: fc.integer({ min: 1, max: 5 }),
    })
    fc.assert(
      fc.property(
        fc.array(diagnosis, { maxLength: 5 }),
        fc.array(fc.string(), { maxLength: 9 }),
        fc.integer({ min: 0, max: 21 }),
        (list, goals, total) => {
          const made = draftPlanFromIntake({
            intake: { ...intake, goals },
            diagnoses: list,
            measures: [
              { measureId: 'PHQ-9', total },
              { measureId: 'GAD-7', total },
            ],
          })
          const keysOf = (rows: { key: string }[]) => rows.map(({ key }) => key)
          for (const rows of [made.problems, made.goals, made.objectives, made.interventions]) {
            expect(new Set(keysOf(rows)).size).toBe(rows.length)
          }
          expect(made.problems).toHaveLength(list.length)
          expect(made.goals.every((goal) => keysOf(made.problems).includes(goal.problemKey))).toBe(
            true,
          )
          expect(made.objectives.every((row) => keysOf(made.goals).includes(row.goalKey))).toBe(
            true,
          )
          expect(
            made.interventions.every((row) => keysOf(made.objectives).includes(row.objectiveKey)),
          ).toBe(true)
        },
      ),
    )
  })
})
