import type { BasePayload } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { cohortDays, type MondayFacts } from '@/src/domain/figures/monday'
import type { Window } from '@/src/domain/figures/windows'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { modelOf } from '@/src/lib/grouped'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

const cohortSql = `
SELECT i.received_at AS at,
       (SELECT MIN(s.service_date) FROM patients p JOIN sessions s ON s.patient_id = p.id
        WHERE p.inquiry_id = i.id AND s.status = 'completed') AS first
FROM inquiries i
WHERE i.received_at >= ? AND i.received_at < ? AND COALESCE(i.is_suspected_spam, 0) = 0
  AND COALESCE(i.close_reason, '') NOT IN ('spam', 'duplicate')`

const cohortStages = (span: { start: string; end: string }, patients: string, sessions: string) => [
  {
    $match: {
      receivedAt: { $gte: new Date(span.start), $lt: new Date(span.end) },
      isSuspectedSpam: { $ne: true },
      closeReason: { $nin: ['spam', 'duplicate'] },
    },
  },
  { $project: { receivedAt: 1 } },
  { $lookup: { from: patients, localField: '_id', foreignField: 'inquiry', as: 'people' } },
  { $lookup: { from: sessions, localField: 'people._id', foreignField: 'patient', as: 'held' } },
  {
    $project: {
      at: '$receivedAt',
      first: {
        $min: {
          $map: {
            input: {
              $filter: {
                input: '$held',
                as: 'each',
                cond: { $eq: ['$$each.status', 'completed'] },
              },
            },
            as: 'each',
            in: '$$each.serviceDate',
          },
        },
      },
    },
  },
]

/** Who wrote to the practice, by day, and whether they came to a first session within two months. */
export const readCohorts = async (
  payload: BasePayload,
  { from, to }: Window,
): Promise<MondayFacts['cohorts']> => {
  const zone = practiceZone()
  const span = {
    start: dayRange({ date: from, zone }).start,
    end: dayRange({ date: to, zone }).end,
  }
  const rows = isMongo
    ? await modelOf(payload, 'inquiries').aggregate(
        cohortStages(
          span,
          modelOf(payload, 'patients').collection.name,
          modelOf(payload, 'sessions').collection.name,
        ),
      )
    : ((await runSql(payload, cohortSql, [span.start, span.end])) as Record<string, unknown>[]) // named columns
  return rows.map(({ at, first }) => {
    const day = dayIn(new Date(at as string | Date), zone) // an instant of either database
    return {
      day,
      amount: 1,
      isKept: typeof first === 'string' && first <= addDays(day, cohortDays),
    }
  })
}
