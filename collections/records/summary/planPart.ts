import type { PayloadRequest } from 'payload'
import type { Row } from '@/src/domain/row'
import { only, onlyAll, readPart } from './readPart'

const planColumns = [
  'id',
  'version',
  'status',
  'effectiveDate',
  'endedOn',
  'reviewOn',
  'isShared',
  'sharedAt',
  'agreement',
  'agreedAt',
  'author',
  'frequency',
]

const rowColumns = [
  'id',
  'key',
  'parentKey',
  'order',
  'text',
  'diagnosis',
  'measureId',
  'behavior',
  'baselineValue',
  'targetValue',
  'targetDate',
  'status',
  'achievedOn',
  'techniqueTags',
  'frequency',
]

const ended = ['superseded', 'closed']

export type PlanPart = {
  /** The plan in force, or the one being written while there is none. */
  plan: Row | null
  /** A newer version than that. */
  nextPlan: Row | null
}

/** The plan with its rows; null when plans are not the reader's to see. */
export const planPart = async (req: PayloadRequest, patient: string): Promise<PlanPart | null> => {
  const plans = await readPart(req, {
    slug: 'treatment-plans',
    where: { patient: { equals: patient } },
    sort: '-version',
    limit: 50,
  })
  if (!plans) return null
  const live = plans.filter((row) => !ended.includes(String(row['status'])))
  const current = live.find((row) => row['status'] === 'active') ?? live[0] ?? null
  if (!current) return { plan: null, nextPlan: null }
  const rowsOf = async (slug: string): Promise<Row[] | null> =>
    onlyAll(
      await readPart(req, {
        slug,
        where: { plan: { equals: current['id'] } },
        sort: 'order',
        limit: 200,
      }),
      rowColumns,
    )
  const [problems, goals, objectives, interventions] = await Promise.all([
    rowsOf('plan-problems'),
    rowsOf('plan-goals'),
    rowsOf('plan-objectives'),
    rowsOf('plan-interventions'),
  ])
  const next = live.find((row) => Number(row['version']) > Number(current['version']))
  return {
    plan: { ...only(current, planColumns), problems, goals, objectives, interventions },
    nextPlan: next ? only(next, planColumns) : null,
  }
}
