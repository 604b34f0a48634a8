import type { PayloadRequest } from 'payload'
import { everyOpening } from '@/collections/treatment/calendar/openings'
import { factReader } from '@/hooks/facts'
import { addDays, type CalendarDate } from '@/src/domain/calendarDate'
import { cohortDays, licenseDays, type MondayFacts } from '@/src/domain/figures/monday'
import { type Dated, firstDayOf, type Window } from '@/src/domain/figures/windows'
import { openMinutesByDay } from '@/src/domain/scheduling/openMinutes'
import { dayRange } from '@/src/domain/scheduling/zonedTime'
import { type Condition, type Grouped, grouped } from '@/src/lib/grouped'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { readCohorts } from './readCohorts'
import { readDocumentation } from './readDocumentation'
import { readLedger } from './readLedger'
import { readPlans } from './readPlans'

const between = (column: string, { from, to }: Window): Condition[] => [
  { column, is: '>=', value: from },
  { column, is: '<=', value: to },
]

const key = ({ keys }: Grouped, at: number): string => keys[at] ?? ''

const dated = (row: Grouped): Dated => ({ day: key(row, 0), amount: row.amount })

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
    ...(await readPlans(payload, range)),
    ledger: await readLedger(payload, range),
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
