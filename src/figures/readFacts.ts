import type { BasePayload, PayloadRequest } from 'payload'
import { MEETING_STATUSES } from '@/collections/treatment/appointmentCodes'
import { everyOpening } from '@/collections/treatment/calendar/openings'
import { factReader } from '@/hooks/facts'
import { addDays, type CalendarDate } from '@/src/domain/calendarDate'
import { cohortDays, inCareDays, licenseDays, type MondayFacts } from '@/src/domain/figures/monday'
import { type Dated, firstDayOf, type Window } from '@/src/domain/figures/windows'
import { openMinutesByDay } from '@/src/domain/scheduling/openMinutes'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { type Condition, type Grouped, grouped } from '@/src/lib/grouped'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { readCohorts } from './readCohorts'
import { readDocumentation } from './readDocumentation'

const between = (column: string, { from, to }: Window): Condition[] => [
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
  { from, to }: Window,
): Promise<MondayFacts['visitDays']> => {
  const ids = [...new Set(patients)]
  const days = new Map<string, string[]>()
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await grouped(payload, {
      collection: 'appointments',
      where: [
        { column: 'patient', is: 'in', value: ids.slice(at, at + atOnce) },
        { column: 'status', is: 'in', value: [...MEETING_STATUSES] },
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
    documentation: await readDocumentation(payload, range),
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
    cohorts: await readCohorts(payload, { from: firstDayOf(lastCohort), to: lastCohort }),
  }
}
