import { formatDate } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRows, numberOf, textOf } from './rows'

type PlanStep = { key: string; text: string; target: string; methods: string[] }
export type PlanGoal = { key: string; text: string; steps: PlanStep[] }
export type PlanProblem = { key: string; text: string; evidence: string; goals: PlanGoal[] }
export type PlanComment = {
  id: string
  aboutKey: string
  text: string
  isMine: boolean
  writtenAt: string
  answer: string
  answeredAt: string
}

export type PortalPlan = {
  plan: StoredRow
  status: string
  problems: PlanProblem[]
  comments: PlanComment[]
}

// What a patient is asked about comes first, then what is in force, then how it ended.
const order: readonly string[] = ['shared', 'active', 'declined', 'superseded', 'closed']

const newestOf = (plans: readonly StoredRow[]): StoredRow | null =>
  [...plans].sort(
    (a, b) =>
      order.indexOf(textOf(a, 'status')) - order.indexOf(textOf(b, 'status')) ||
      (numberOf(b, 'version') ?? 0) - (numberOf(a, 'version') ?? 0),
  )[0] ?? null

/** "PHQ-9 questionnaire from 16 to 9 by Jun 1, 2026", or the behavior that is counted. */
const targetOf = (row: StoredRow): string => {
  const measureId = textOf(row, 'measureId')
  const [from, to] = [numberOf(row, 'baselineValue'), numberOf(row, 'targetValue')]
  const date = textOf(row, 'targetDate')
  const what = measureId ? `${measureId} questionnaire` : textOf(row, 'behavior')
  const change = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`]
  const parts = [what, ...change, date ? `by ${formatDate(date)}` : '']
  return parts.filter(Boolean).join(' ')
}

/** "Exercises between sessions, weekly"; what was written as a sentence keeps its end. */
const methodOf = (row: StoredRow): string => {
  const text = textOf(row, 'text').trim()
  const frequency = textOf(row, 'frequency').trim()
  if (!text || !frequency) return text || frequency
  return `${text}${/[.!?]$/.test(text) ? ' ' : ', '}${frequency}`
}

const commentOf = (row: StoredRow): PlanComment => ({
  id: row.id,
  aboutKey: textOf(row, 'aboutKey'),
  text: textOf(row, 'text'),
  isMine: textOf(row, 'authorKind') === 'patient',
  writtenAt: textOf(row, 'writtenAt'),
  answer: textOf(row, 'answer'),
  answeredAt: textOf(row, 'answeredAt'),
})

/** The plan that was shared with the patient, as one tree, with what both sides said about it. */
export const readPlan = async ({ req }: PortalVisit): Promise<PortalPlan | null> => {
  const plan = newestOf(await findRows(req, 'treatment-plans'))
  if (!plan) return null
  const of = (collection: string, sort: string) =>
    findRows(req, collection, { where: { plan: { equals: plan.id } }, sort })
  const [problems, goals, objectives, interventions, comments] = await Promise.all([
    of('plan-problems', 'order'),
    of('plan-goals', 'order'),
    of('plan-objectives', 'order'),
    of('plan-interventions', 'order'),
    of('plan-comments', 'writtenAt'),
  ])
  const under = (rows: readonly StoredRow[], parent: StoredRow) =>
    rows.filter((row) => textOf(row, 'parentKey') === textOf(parent, 'key'))
  return {
    plan,
    status: textOf(plan, 'status'),
    problems: problems.map((problem) => ({
      key: textOf(problem, 'key'),
      text: textOf(problem, 'text'),
      evidence: textOf(problem, 'evidence'),
      goals: under(goals, problem).map((goal) => ({
        key: textOf(goal, 'key'),
        text: textOf(goal, 'text'),
        steps: under(objectives, goal).map((step) => ({
          key: textOf(step, 'key'),
          text: textOf(step, 'text'),
          target: targetOf(step),
          methods: under(interventions, step).map(methodOf).filter(Boolean),
        })),
      })),
    })),
    comments: comments.map(commentOf),
  }
}
