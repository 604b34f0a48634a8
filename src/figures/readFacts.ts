import type { BasePayload, PayloadRequest } from 'payload'
import { LIVE_STATUSES } from '@/collections/treatment/appointmentCodes'
import { everyOpening } from '@/collections/treatment/calendar/openings'
import { factReader } from '@/hooks/facts'
import { addDays, type CalendarDate } from '@/src/domain/calendarDate'
import {
  cohortDays,
  type Documentation,
  inCareDays,
  licenseDays,
  type MondayFacts,
} from '@/src/domain/figures/monday'
import { type Dated, firstDayOf } from '@/src/domain/figures/windows'
import { openMinutesByDay } from '@/src/domain/scheduling/openMinutes'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { type Condition, type Grouped, grouped, modelOf } from '@/src/lib/grouped'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'

type Range = { from: CalendarDate; to: CalendarDate }

const between = (column: string, { from, to }: Range): Condition[] => [
  { column, is: '>=', value: from },
  { column, is: '<=', value: to },
]

const key = ({ keys }: Grouped, at: number): string => keys[at] ?? ''

const dated = (row: Grouped): Dated => ({ day: key(row, 0), amount: row.amount })

const atOnce = 500

/** On which days of a range, and of the time around it that decides who is in care, people came or will. */
const visitDaysOf = async (
  payload: BasePayload,
  patients: readonly string[],
  { from, to }: Range,
): Promise<MondayFacts['visitDays']> => {
  const ids = [...new Set(patients)]
  const days = new Map<string, string[]>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await grouped(payload, {
      collection: 'appointments',
      where: [
        { column: 'patient', is: 'in', value: ids.slice(at, at + atOnce) },
        { column: 'status', is: 'in', value: [...LIVE_STATUSES, 'completed'] },
        ...between('serviceDate', {
          from: addDays(from, -inCareDays),
          to: addDays(to, inCareDays),
        }),
      ],
      by: ['patient', 'serviceDate'],
    })
    for (const row of rows) days.set(key(row, 0), [...(days.get(key(row, 0)) ?? []), key(row, 1)])
  }
  return days
}

const documentationSql = `
SELECT day, clinician, hours, COUNT(*) AS amount FROM (
  SELECT s.service_date AS day, s.clinician_id AS clinician,
         (SELECT CAST((julianday(MIN(n.signed_at)) - julianday(s.ended_at)) * 24 AS INTEGER)
          FROM progress_notes n
          WHERE n.session_id = s.id AND n.signed_at IS NOT NULL AND n.status <> 'voided') AS hours
  FROM sessions s
  WHERE s.status = 'completed' AND s.service_date >= ? AND s.service_date <= ?
    AND COALESCE(s.is_intake, 0) = 0
) GROUP BY day, clinician, hours`

const hourMs = 3_600_000

const documentationStages = ({ from, to }: Range, notes: string): object[] => [
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

const documentationOf = async (payload: BasePayload, range: Range): Promise<Documentation[]> => {
  if (!isMongo) {
    const rows = (await runSql(payload, documentationSql, [range.from, range.to])) as Record<
      string,
      unknown
    >[] // named columns
    return rows.map(({ day, clinician, hours, amount }) => ({
      day: String(day),
      clinician: String(clinician),
      hoursToSign: hours === null ? null : Number(hours),
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
const cohortsOf = async (
  payload: BasePayload,
  { from, to }: Range,
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

/** Everything the owner's figures are made of, as of `today`: a fixed number of statements. */
export const readFacts = async (req: PayloadRequest, today: CalendarDate): Promise<MondayFacts> => {
  const { payload } = req
  const range = { from: firstDayOf(today), to: today }
  const zone = practiceZone()
  const startOf = (date: CalendarDate): Date => new Date(dayRange({ date, zone }).start)
  const instants = {
    start: dayRange({ date: range.from, zone }).start,
    end: dayRange({ date: today, zone }).end,
  }
  const group = (collection: string, where: Condition[], by: string[], sum?: string) =>
    grouped(payload, { collection, where, by, ...(sum ? { sum } : {}) })
  const lastCohort = addDays(today, -cohortDays)
  const visits = await group('appointments', between('serviceDate', range), [
    'serviceDate',
    'status',
    'cancelKind',
  ])
  const held = await group(
    'sessions',
    [{ column: 'status', is: '=', value: 'completed' }, ...between('serviceDate', range)],
    ['serviceDate'],
    'minutes',
  )
  const plans = await group(
    'treatment-plans',
    [
      { column: 'status', is: 'in', value: ['active', 'superseded', 'closed'] },
      { column: 'reviewOn', is: '<', value: today },
    ],
    ['effectiveDate', 'endedOn', 'reviewOn', 'patient'],
  )
  const ledger = await group(
    'ledger-entries',
    [
      {
        column: 'account',
        is: 'in',
        value: ['patientReceivable', 'payerReceivable', 'revenue'],
      },
      { column: 'postedOn', is: '<=', value: today },
    ],
    ['postedOn', 'account', 'kind'],
    'amountCents',
  )
  const answered = await group('claims', between('answeredOn', range), ['answeredOn', 'status'])
  const licenses = await group(
    'credentials',
    [
      { column: 'kind', is: '=', value: 'license' },
      ...between('expiresOn', { from: range.from, to: addDays(today, licenseDays) }),
    ],
    ['expiresOn'],
  )
  const overrides = await group(
    'overrides',
    [
      { column: 'at', is: '>=', value: startOf(range.from) },
      { column: 'at', is: '<', value: startOf(addDays(today, 1)) },
    ],
    ['at', 'ruleId'],
  )
  return {
    today,
    visits: visits.map((row) => ({
      ...dated(row),
      status: key(row, 1),
      cancelKind: row.keys[2] ?? null,
    })),
    heldMinutes: held.map(dated),
    openMinutes: openMinutesByDay({
      people: await everyOpening(factReader(req), instants),
      range: instants,
      zone,
    }),
    documentation: await documentationOf(payload, range),
    plans: plans
      .filter(({ keys }) => keys[0] && keys[2])
      .map((row) => ({
        from: key(row, 0),
        until: row.keys[1] ?? null,
        reviewOn: key(row, 2),
        patient: key(row, 3),
      })),
    visitDays: await visitDaysOf(
      payload,
      plans.map((row) => key(row, 3)),
      range,
    ),
    ledger: ledger.map((row) => ({
      ...dated(row),
      account: key(row, 1),
      isCharge: key(row, 2) === 'charge',
    })),
    answered: answered.map((row) => ({ ...dated(row), status: key(row, 1) })),
    licenses: licenses.map(dated),
    overrides: overrides.map((row) => ({
      day: dayIn(new Date(key(row, 0)), zone),
      rule: key(row, 1),
      amount: row.amount,
    })),
    cohorts: await cohortsOf(payload, { from: firstDayOf(lastCohort), to: lastCohort }),
  }
}
