import { describe, expect, it } from 'vitest'
import { addDays } from '@/src/domain/calendarDate'
import { type Figure, type MondayFacts, mondayFigures } from '@/src/domain/figures/monday'
import { firstDayOf, windowsUntil } from '@/src/domain/figures/windows'
import { openMinutesByDay } from '@/src/domain/scheduling/openMinutes'

const today = '2026-11-23'

const nothing: MondayFacts = {
  today,
  visits: [],
  heldMinutes: [],
  openMinutes: [],
  documentation: [],
  plans: [],
  visitDays: new Map(),
  ledger: [],
  answered: [],
  licenses: [],
  overrides: [],
  cohorts: [],
}

const figureOf = (key: Figure['key'], facts: Partial<MondayFacts>): Figure => {
  const found = mondayFigures({ ...nothing, ...facts }).find((each) => each.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('The spans of a trend', () => {
  it('are twelve of four weeks, a week apart, the last one until today', () => {
    const windows = windowsUntil(today)
    expect(windows).toHaveLength(12)
    expect(windows.at(-1)).toEqual({ from: '2026-10-27', to: today })
    expect(windows.at(-2)?.to).toBe('2026-11-16')
    expect(windows[0]?.from).toBe(firstDayOf(today))
  })
})

describe('The figures', () => {
  it('are nothing, not zero percent, where there is nothing to divide by', () => {
    for (const { unit, value, trend } of mondayFigures(nothing)) {
      expect(value).toBe(unit === 'count' ? 0 : null)
      expect(trend).toHaveLength(12)
    }
  })

  // product's worked check: 100 kept, 8 no-show, 6 late cancels, 10 early, 4 by the clinician
  it('F1 counts no-shows of those kept, missed or canceled late', () => {
    const visit = (status: string, cancelKind: string | null, amount: number) => ({
      day: today,
      status,
      cancelKind,
      amount,
    })
    const { numerator, denominator, value } = figureOf('noShows', {
      visits: [
        visit('completed', null, 100),
        visit('noShow', null, 8),
        visit('cancelled', 'patientLate', 6),
        visit('cancelled', 'patientEarly', 10),
        visit('cancelled', 'clinician', 4),
      ],
    })
    expect([numerator, denominator]).toEqual([8, 114])
    expect(value).toBeCloseTo(0.07, 2)
  })

  it('F37 is what is owed in days of the charges of 90 days', () => {
    const line = (account: string, amount: number, day: string, isCharge = true) => ({
      day,
      account,
      isCharge,
      amount,
    })
    const { value, numerator, trend } = figureOf('daysInReceivables', {
      ledger: [
        line('revenue', -14_400_000, addDays(today, -10)),
        line('payerReceivable', 14_400_000, addDays(today, -10)),
        line('payerReceivable', -9_600_000, addDays(today, -3), false),
        // Older than 90 days: owed still, and no charge of the period.
        line('revenue', -500_000, addDays(today, -90)),
        line('patientReceivable', 500_000, addDays(today, -90)),
        line('patientReceivable', -500_000, addDays(today, -60), false),
      ],
    })
    expect(numerator).toBe(4_800_000)
    expect(value).toBeCloseTo(30, 6)
    // A week ago nothing was paid yet.
    expect(trend.at(-2)).toBeGreaterThan(80)
  })

  it('F35 counts the denied of those that payers answered', () => {
    const answer = (status: string, amount: number) => ({ day: today, status, amount })
    const { value } = figureOf('denials', {
      answered: [answer('denied', 8), answer('paid', 180), answer('submitted', 12)],
    })
    expect(value).toBeCloseTo(8 / 188, 6)
  })

  it('F12 asks whether those who wrote two months ago came', () => {
    const day = addDays(today, -60)
    const { value, numerator, denominator } = figureOf('conversion', {
      cohorts: [
        { day, amount: 3, isKept: true },
        { day, amount: 1, isKept: false },
        { day: today, amount: 9, isKept: false },
      ],
    })
    expect([numerator, denominator, value]).toEqual([3, 4, 0.75])
  })

  it('F22 F23 a note is late after 72 hours, open until it is signed, and not owed before', () => {
    const session = (ago: number, hoursToSign: number | null) => ({
      day: addDays(today, -ago),
      clinician: ago > 5 ? 'kim' : 'theo',
      hoursToSign,
      amount: 1,
    })
    const documentation = [
      session(1, null), // not owed yet
      session(1, 2),
      session(4, null), // open and late
      session(6, 71),
      session(8, 73), // late; open a week ago? no: one day old then
      session(12, 24 * 9), // late; open a week ago
    ]
    const late = figureOf('lateNotes', { documentation })
    expect([late.numerator, late.denominator]).toEqual([3, 5])
    expect(late.parts).toEqual([
      { id: 'kim', amount: 2 },
      { id: 'theo', amount: 1 },
    ])
    const open = figureOf('openNotes', { documentation })
    expect(open.value).toBe(1)
    expect(open.parts).toEqual([{ id: 'theo', amount: 1 }])
    expect(open.trend.at(-2)).toBe(1)
  })

  const plan = (patient: string, until: string | null, reviewOn: string) => ({
    patient,
    from: '2026-05-01',
    until,
    reviewOn,
  })

  it('F25 a plan is overdue from the day after its review until it ends', () => {
    const { trend, value } = figureOf('overduePlans', {
      plans: [
        plan('ana', null, addDays(today, -1)),
        plan('bo', null, today),
        plan('cy', addDays(today, -3), addDays(today, -20)),
        // Has not come for two months: nobody's work.
        plan('dee', null, addDays(today, -40)),
      ],
      visitDays: new Map([
        ['ana', [addDays(today, 3)]],
        ['bo', [today]],
        ['cy', [addDays(today, -7)]],
        ['dee', [addDays(today, -60)]],
      ]),
    })
    expect(value).toBe(1)
    // A week ago dee had come 53 days before, cy was there still.
    expect(trend.at(-2)).toBe(1)
    expect(trend[0]).toBe(0)
  })

  it('F46 F51 counts licenses that run out within 60 days, and overrides by rule', () => {
    expect(
      figureOf('expiringLicenses', {
        licenses: [
          { day: addDays(today, 60), amount: 1 },
          { day: addDays(today, 61), amount: 1 },
          { day: addDays(today, -1), amount: 1 },
        ],
      }).value,
    ).toBe(1)
    const { value, parts } = figureOf('overrides', {
      overrides: [
        { day: today, rule: 'R17', amount: 1 },
        { day: addDays(today, -1), rule: 'R17', amount: 1 },
        { day: addDays(today, -2), rule: 'R02', amount: 1 },
        { day: addDays(today, -40), rule: 'R02', amount: 1 },
      ],
    })
    expect(value).toBe(3)
    expect(parts).toEqual([
      { id: 'R17', amount: 2 },
      { id: 'R02', amount: 1 },
    ])
  })
})

describe('Open minutes', () => {
  const hours = (from: string, to: string) => ({
    weekday: 1,
    from,
    to,
    zone: 'America/Los_Angeles',
    locationId: 'ballard',
  })
  const range = { start: '2026-11-23T08:00:00.000Z', end: '2026-11-24T08:00:00.000Z' }

  it('F5 are the weekly hours without what closes them, each minute once', () => {
    const closures = [
      { start: '2026-11-23T18:00:00.000Z', end: '2026-11-23T19:00:00.000Z' },
      { start: '2026-11-23T18:30:00.000Z', end: '2026-11-23T19:30:00.000Z' },
      { start: '2026-11-23T20:00:00.000Z', end: '2026-11-23T21:00:00.000Z', locationId: 'other' },
    ]
    expect(
      openMinutesByDay({
        people: [
          { availability: [hours('09:00', '12:00'), hours('13:00', '17:00')], closures },
          { availability: [hours('09:00', '10:00')], closures: [] },
        ],
        range,
        zone: 'America/Los_Angeles',
      }),
    ).toEqual([{ day: '2026-11-23', amount: 180 + 240 - 90 + 60 }])
  })
})
