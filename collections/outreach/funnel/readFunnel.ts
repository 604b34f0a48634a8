import type { PayloadRequest } from 'payload'
import { type ExactFunnel, exactFunnel, type FunnelRow } from '@/src/domain/outreach/funnel'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { modelOf } from '@/src/lib/grouped'
import { practiceZone } from '@/src/lib/practiceZone'

export type DayRange = { from: string; to: string }

type Span = { start: string; end: string }

const noPerson = ['spam', 'duplicate']

// Money and sessions belong to the inquiry a patient came by, not to a later one linked to them.
const sql = `
SELECT source, COUNT(*) AS inquiries, SUM(has_intake) AS intakes, SUM(has_kept) AS keptSessions,
       SUM(cents) AS revenueCents, SUM(has_paid) AS payers
FROM (
  SELECT source, cents, cents <> 0 AS has_paid, has_session OR cents <> 0 AS has_kept,
         is_booked OR has_session OR cents <> 0 AS has_intake
  FROM (
    SELECT COALESCE(NULLIF(TRIM(i.source), ''), 'unknown') AS source,
           i.status = 'intakeBooked' OR p.id IS NOT NULL AS is_booked,
           EXISTS (SELECT 1 FROM sessions s WHERE s.patient_id = p.id AND s.status = 'completed') AS has_session,
           COALESCE((SELECT SUM(l.amount_cents) FROM ledger_entries l
                     WHERE l.patient_id = p.id AND l.account = 'cash'), 0) AS cents
    FROM inquiries i LEFT JOIN patients p ON p.inquiry_id = i.id
    WHERE i.received_at >= ? AND i.received_at < ? AND COALESCE(i.is_suspected_spam, 0) = 0
      AND COALESCE(i.close_reason, '') NOT IN (?, ?)
  )
) GROUP BY source`

const lookUp = (from: string, localField: string, foreignField: string, as: string) => ({
  $lookup: { from, localField, foreignField, as },
})

const anyOf = (input: string, condition: object) => ({
  $gt: [{ $size: { $filter: { input, as: 'each', cond: condition } } }, 0],
})

const flag = (condition: object) => ({ $cond: [condition, 1, 0] })

type Names = { patients: string; sessions: string; ledger: string }

const pipeline = ({ start, end }: Span, names: Names): object[] => [
  {
    $match: {
      receivedAt: { $gte: new Date(start), $lt: new Date(end) },
      isSuspectedSpam: { $ne: true },
      closeReason: { $nin: noPerson },
    },
  },
  { $project: { source: 1, status: 1 } },
  lookUp(names.patients, '_id', 'inquiry', 'people'),
  // An absent person would match the rows that are about nobody, such as parked money.
  { $addFields: { first: { $arrayElemAt: ['$people', 0] } } },
  { $addFields: { person: { $ifNull: ['$first._id', 'nobody'] } } },
  lookUp(names.sessions, 'person', 'patient', 'held'),
  lookUp(names.ledger, 'person', 'patient', 'entries'),
  {
    $project: {
      source: { $ifNull: ['$source', ''] },
      isBooked: { $or: [{ $eq: ['$status', 'intakeBooked'] }, { $gt: [{ $size: '$people' }, 0] }] },
      hasSession: anyOf('$held', { $eq: ['$$each.status', 'completed'] }),
      cents: {
        $sum: {
          $map: {
            input: {
              $filter: { input: '$entries', as: 'each', cond: { $eq: ['$$each.account', 'cash'] } },
            },
            as: 'each',
            in: '$$each.amountCents',
          },
        },
      },
    },
  },
  {
    $group: {
      _id: '$source',
      inquiries: { $sum: 1 },
      intakes: { $sum: flag({ $or: ['$isBooked', '$hasSession', { $ne: ['$cents', 0] }] }) },
      keptSessions: { $sum: flag({ $or: ['$hasSession', { $ne: ['$cents', 0] }] }) },
      revenueCents: { $sum: '$cents' },
      payers: { $sum: flag({ $ne: ['$cents', 0] }) },
    },
  },
]

const fromMongo = async (req: PayloadRequest, span: Span): Promise<Record<string, unknown>[]> => {
  const nameOf = (slug: string): string => modelOf(req.payload, slug).collection.name
  const rows = await modelOf(req.payload, 'inquiries').aggregate(
    pipeline(span, {
      patients: nameOf('patients'),
      sessions: nameOf('sessions'),
      ledger: nameOf('ledger-entries'),
    }),
  )
  return rows.map(({ _id, ...row }) => ({ ...row, source: String(_id ?? '').trim() || 'unknown' }))
}

const fromSqlite = async (
  req: PayloadRequest,
  { start, end }: Span,
): Promise<Record<string, unknown>[]> =>
  (await runSql(req.payload, sql, [start, end, ...noPerson])) as Record<string, unknown>[] // named columns

const numberIn = (row: Record<string, unknown>, name: string): number => Number(row[name] ?? 0)

const rowOf = (row: Record<string, unknown>): FunnelRow => ({
  source: String(row['source']),
  inquiries: numberIn(row, 'inquiries'),
  intakes: numberIn(row, 'intakes'),
  keptSessions: numberIn(row, 'keptSessions'),
  revenueCents: numberIn(row, 'revenueCents'),
  payers: numberIn(row, 'payers'),
})

/**
 * Inquiries received on the days `from` to `to` of the practice's zone, by first-touch source: how
 * many led to an intake, to a kept session, and what was collected from those people so far, in
 * cents. Suspected spam and people who wrote twice are left out. One query that counts in the
 * database; no row about a person leaves it.
 */
export const readFunnel = async (
  req: PayloadRequest,
  { from, to }: DayRange,
): Promise<ExactFunnel> => {
  const zone = practiceZone()
  const span = {
    start: dayRange({ date: from, zone }).start,
    end: dayRange({ date: to, zone }).end,
  }
  const rows = isMongo ? await fromMongo(req, span) : await fromSqlite(req, span)
  return exactFunnel(rows.map(rowOf))
}
