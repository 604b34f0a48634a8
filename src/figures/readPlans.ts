import type { BasePayload } from 'payload'
import { MEETING_STATUSES } from '@/collections/treatment/appointmentCodes'
import { addDays } from '@/src/domain/calendarDate'
import { inCareDays, type MondayFacts } from '@/src/domain/figures/monday'
import type { Window } from '@/src/domain/figures/windows'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { modelOf } from '@/src/lib/grouped'

type Facts = Pick<MondayFacts, 'plans' | 'visitDays'>

const statuses = ['active', 'superseded', 'closed']

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

// One line per plan that was overdue on some day of the range, with the days around it on which the person came.
const sql = `
SELECT p.patient_id AS patient, p.effective_date AS start, p.ended_on AS end, p.review_on AS reviewOn,
       (SELECT group_concat(DISTINCT a.service_date) FROM appointments a
        WHERE a.patient_id = p.patient_id AND a.status IN (${list(MEETING_STATUSES)})
          AND a.service_date >= ? AND a.service_date <= ?) AS days
FROM treatment_plans p
WHERE p.status IN (${list(statuses)}) AND p.review_on < ? AND p.effective_date IS NOT NULL
  AND (p.ended_on IS NULL OR p.ended_on > ?)`

const stages = ({ from, to }: Window, around: Window, appointments: string): object[] => [
  {
    $match: {
      status: { $in: statuses },
      reviewOn: { $lt: to },
      effectiveDate: { $gt: '' },
      $or: [{ endedOn: null }, { endedOn: '' }, { endedOn: { $gt: from } }],
    },
  },
  { $project: { patient: 1, effectiveDate: 1, endedOn: 1, reviewOn: 1 } },
  {
    $lookup: {
      from: appointments,
      let: { patient: '$patient' },
      pipeline: [
        {
          $match: {
            $expr: { $eq: ['$patient', '$$patient'] },
            status: { $in: [...MEETING_STATUSES] },
            serviceDate: { $gte: around.from, $lte: around.to },
          },
        },
        { $project: { serviceDate: 1 } },
      ],
      as: 'visits',
    },
  },
]

type Line = {
  patient: string
  start: string
  end: string | null
  reviewOn: string
  days: string[]
}

const fromMongo = async (payload: BasePayload, range: Window, around: Window): Promise<Line[]> => {
  const rows = await modelOf(payload, 'treatment-plans').aggregate(
    stages(range, around, modelOf(payload, 'appointments').collection.name),
  )
  return rows.map(({ patient, effectiveDate, endedOn, reviewOn, visits }) => ({
    patient: String(patient),
    start: String(effectiveDate),
    end: endedOn ? String(endedOn) : null,
    reviewOn: String(reviewOn),
    days: (visits as { serviceDate: string }[]).map(({ serviceDate }) => serviceDate), // as projected
  }))
}

const fromSqlite = async (payload: BasePayload, range: Window, around: Window): Promise<Line[]> => {
  const rows = (await runSql(payload, sql, [
    around.from,
    around.to,
    range.to,
    range.from,
  ])) as Record<string, unknown>[] // named columns
  return rows.map(({ patient, start, end, reviewOn, days }) => ({
    patient: String(patient),
    start: String(start),
    end: end ? String(end) : null,
    reviewOn: String(reviewOn),
    days: days ? String(days).split(',') : [],
  }))
}

/** Plans whose review was overdue on some day of the range, and when those people came or are booked. */
export const readPlans = async (payload: BasePayload, range: Window): Promise<Facts> => {
  const around = { from: addDays(range.from, -inCareDays), to: addDays(range.to, inCareDays) }
  const lines = isMongo
    ? await fromMongo(payload, range, around)
    : await fromSqlite(payload, range, around)
  return {
    plans: lines.map(({ patient, start, end, reviewOn }) => ({
      patient,
      from: start,
      until: end,
      reviewOn,
    })),
    visitDays: new Map(lines.map(({ patient, days }) => [patient, days])),
  }
}
