import { formatDate } from '@/src/domain/calendarDate'
import { numberIn, type StoredRow, textIn } from '@/src/domain/row'
import type { PortalVisit } from './portalRequest'
import { findRows, numberOf } from './rows'

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
      order.indexOf(textIn(a, 'status')) - order.indexOf(textIn(b, 'status')) ||
      numberIn(b, 'version') - numberIn(a, 'version'),
  )[0] ?? null

/** "PHQ-9 questionnaire from 16 to 9 by Jun 1, 2026", or the behavior that is counted. */
const targetOf = (row: StoredRow): string => {
  const measureId = textIn(row, 'measureId')
  const [from, to] = [numberOf(row, 'baselineValue'), numberOf(row, 'targetValue')]
  const date = textIn(row, 'targetDate')
  const what = measureId ? `${measureId} questionnaire` : textIn(row, 'behavior')
  const change = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`]
  const parts = [what, ...change, date ? `by ${formatDate(date)}` : '']
  return parts.filter(Boolean).join(' ')
}

/** "Exercises between sessions, weekly"; what was written as a sentence keeps its end. */
const methodOf = (row: StoredRow): string => {
  const text = textIn(row, 'text').trim()
  const frequency = textIn(row, 'frequency').trim()
  if (!text || !frequency) return text || frequency
  return `${text}${/[.!?]$/.test(text) ? ' ' : ', '}${frequency}`
}

const commentOf = (row: StoredRow): PlanComment => ({
  id: row.id,
  aboutKey: textIn(row, 'aboutKey'),
  text: textIn(row, 'text'),
  isMine: textIn(row, 'authorKind') === 'patient',
  writtenAt: textIn(row, 'writtenAt'),
  answer: textIn(row, 'answer'),
  answeredAt: textIn(row, 'answeredAt'),
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
    rows.filter((row) => textIn(row, 'parentKey') === textIn(parent, 'key'))
  return {
    plan,
    status: textIn(plan, 'status'),
    problems: problems.map((problem) => ({
      key: textIn(problem, 'key'),
      text: textIn(problem, 'text'),
      evidence: textIn(problem, 'evidence'),
      goals: under(goals, problem).map((goal) => ({
        key: textIn(goal, 'key'),
        text: textIn(goal, 'text'),
        steps: under(objectives, goal).map((step) => ({
          key: textIn(step, 'key'),
          text: textIn(step, 'text'),
          target: targetOf(step),
          methods: under(interventions, step).map(methodOf).filter(Boolean),
        })),
      })),
    })),
    comments: comments.map(commentOf),
  }
}
