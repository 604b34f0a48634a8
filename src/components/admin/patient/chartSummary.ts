import type { PayloadRequest } from 'payload'
import { askDoor, type Row } from '../page/read'

export type MeasureSeries = {
  measureId: string
  title: string
  maximum: number | null
  cutoff: number | null
  points: Row[]
  change: {
    points: number
    category: string
    isReliablyImproved: boolean
    isReliablyDeteriorated: boolean
  } | null
}

export type PlanSummary = Row & {
  problems: Row[] | null
  goals: Row[] | null
  objectives: Row[] | null
  interventions: Row[] | null
}

/** What GET /api/patients/:id/chart-summary answers; null where a kind of record is not the reader's. */
export type ChartSummary = {
  patient: Row
  sessions: Row[] | null
  notes: Row[] | null
  assessment: Row | null
  plan: PlanSummary | null
  nextPlan: Row | null
  planDue: {
    isDue?: boolean
    isOverdue?: boolean
    dueOn?: string | null
    message?: string | null
  } | null
  measures: MeasureSeries[] | null
  openMeasures: Row[] | null
  nextVisits: Row[] | null
  diagnoses: Row[] | null
  risks: Row[] | null
  safetyPlan: Row | null
  tasks: Row[] | null
}

/** The workspace's records in a constant number of queries; null when the patient is out of reach. */
export const readChart = (req: PayloadRequest, id: string): Promise<ChartSummary | null> =>
  askDoor<ChartSummary>(req, { slug: 'patients', path: '/:id/chart-summary', params: { id } })
