import type { BasePayload } from 'payload'
import { type Documentation, lateAfterHours } from '@/src/domain/figures/monday'
import type { Window } from '@/src/domain/figures/windows'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { modelOf } from '@/src/lib/grouped'

// Who signed in time is not asked about: such sessions of a day are one line, and only the others name somebody.
const documentationSql = `
WITH held AS MATERIALIZED (
  SELECT s.service_date AS day, s.clinician_id AS clinician,
         (SELECT CAST((julianday(MIN(n.signed_at)) - julianday(s.ended_at)) * 24 AS INTEGER)
          FROM progress_notes n
          WHERE n.session_id = s.id AND n.signed_at IS NOT NULL AND n.status <> 'voided') AS hours
  FROM sessions s
  WHERE s.status = 'completed' AND s.service_date >= ? AND s.service_date <= ?
    AND COALESCE(s.is_intake, 0) = 0
)
SELECT day, CASE WHEN hours <= ${lateAfterHours} THEN '' ELSE clinician END AS who,
       CASE WHEN hours <= ${lateAfterHours} THEN 0 ELSE hours END AS late, COUNT(*) AS amount
FROM held GROUP BY day, who, late`

const hourMs = 3_600_000

const documentationStages = ({ from, to }: Window, notes: string): object[] => [
  {
    $match: {
      status: 'completed',
      serviceDate: { $gte: from, $lte: to },
      isIntake: { $ne: true },
    },
  },
  { $project: { serviceDate: 1, clinician: 1, endedAt: 1 } },
  { $lookup: { from: notes, localField: '_id', foreignField: 'session', as: 'notes' } },
  {
    $project: {
      serviceDate: 1,
      clinician: 1,
      endedAt: 1,
      signedAt: {
        $min: {
          $map: {
            input: {
              $filter: { input: '$notes', as: 'note', cond: { $ne: ['$$note.status', 'voided'] } },
            },
            as: 'note',
            in: '$$note.signedAt',
          },
        },
      },
    },
  },
]

/** Sessions of a range that need a note, by day, clinician and how long the signature took. */
export const readDocumentation = async (
  payload: BasePayload,
  range: Window,
): Promise<Documentation[]> => {
  if (!isMongo) {
    const rows = (await runSql(payload, documentationSql, [range.from, range.to])) as Record<
      string,
      unknown
    >[] // named columns
    return rows.map(({ day, who, late, amount }) => ({
      day: String(day),
      clinician: String(who),
      hoursToSign: late === null ? null : Number(late),
      amount: Number(amount),
    }))
  }
  const rows = await modelOf(payload, 'sessions').aggregate(
    documentationStages(range, modelOf(payload, 'progress-notes').collection.name),
  )
  return rows.map(({ serviceDate, clinician, endedAt, signedAt }) => ({
    day: String(serviceDate),
    clinician: String(clinician),
    hoursToSign:
      signedAt && endedAt ? Math.trunc((Number(signedAt) - Number(endedAt)) / hourMs) : null,
    amount: 1,
  }))
}
