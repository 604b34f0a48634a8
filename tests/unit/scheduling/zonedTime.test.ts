import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '@/src/domain/calendarDate'
import {
  formatDate,
  formatDateTime,
  formatFullDateTime,
  formatTime,
} from '@/src/domain/scheduling/formatTime'
import {
  addMinutes,
  ageOn,
  datesBetween,
  dayRange,
  instantOf,
  isZone,
  minutesBetween,
  overlaps,
  serviceDateOf,
  wallTimeOf,
  weekdayOf,
  weekRange,
} from '@/src/domain/scheduling/zonedTime'

const LA = 'America/Los_Angeles'
const NY = 'America/New_York'
const hours = ({ start, end }: { start: string; end: string }) =>
  minutesBetween({ start, end }) / 60

describe('Zoned time', () => {
  it('should take the service date from the location, not from UTC', () => {
    const instant = '2026-04-15T05:30:00.000Z'
    expect(serviceDateOf({ instant, zone: LA })).toBe('2026-04-14')
    expect(serviceDateOf({ instant, zone: NY })).toBe('2026-04-15')
    expect(serviceDateOf({ instant: new Date(instant), zone: 'UTC' })).toBe('2026-04-15')
  })

  it('should keep 10:00 at 10:00 across both changes of the clocks', () => {
    expect(instantOf({ date: '2026-03-07', time: '10:00', zone: LA })).toBe(
      '2026-03-07T18:00:00.000Z',
    )
    expect(instantOf({ date: '2026-03-08', time: '10:00', zone: LA })).toBe(
      '2026-03-08T17:00:00.000Z',
    )
    expect(instantOf({ date: '2026-10-31', time: '10:00', zone: NY })).toBe(
      '2026-10-31T14:00:00.000Z',
    )
    expect(instantOf({ date: '2026-11-01', time: '10:00', zone: NY })).toBe(
      '2026-11-01T15:00:00.000Z',
    )
  })

  it('should move a skipped hour forward and take the first of a doubled one', () => {
    expect(instantOf({ date: '2026-03-08', time: '02:30', zone: LA })).toBe(
      '2026-03-08T10:30:00.000Z',
    )
    expect(instantOf({ date: '2026-11-01', time: '01:30', zone: LA })).toBe(
      '2026-11-01T08:30:00.000Z',
    )
  })

  it('should know days of 23, 24 and 25 hours, and their weeks', () => {
    expect(hours(dayRange({ date: '2026-03-08', zone: LA }))).toBe(23)
    expect(hours(dayRange({ date: '2026-03-09', zone: LA }))).toBe(24)
    expect(hours(dayRange({ date: '2026-11-01', zone: NY }))).toBe(25)
    expect(hours(weekRange({ date: '2026-03-08', zone: NY }))).toBe(167)
    expect(hours(weekRange({ date: '2026-11-01', zone: NY }))).toBe(169)
  })

  it('should begin the week on Monday, or on Sunday when asked', () => {
    expect(weekRange({ date: '2026-11-24', zone: LA })).toEqual({
      start: '2026-11-23T08:00:00.000Z',
      end: '2026-11-30T08:00:00.000Z',
    })
    expect(weekRange({ date: '2026-11-24', zone: LA, startsOn: 7 }).start).toBe(
      '2026-11-22T08:00:00.000Z',
    )
  })

  it('should come back to the same wall time for every minute that exists once', () => {
    const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 3 * 60, max: 24 * 60 - 1 }),
        fc.constantFrom(LA, NY, 'America/Phoenix', 'Europe/Berlin'),
        (day, minute, zone) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const instant = instantOf({ date: day, time, zone })
          expect(serviceDateOf({ instant, zone })).toBe(day)
          expect(wallTimeOf({ instant, zone })).toBe(time)
        },
      ),
    )
  })

  it('should refuse dates and times that do not exist', () => {
    for (const date of ['2026-02-30', '2026-13-01', '04/14/2026', '2026-4-1', '']) {
      expect(() => instantOf({ date, time: '10:00', zone: LA })).toThrow(RangeError)
    }
    for (const time of ['25:00', '10:60', '9:30', '10', '24:01']) {
      expect(() => instantOf({ date: '2026-04-14', time, zone: LA })).toThrow(RangeError)
    }
    expect(() => serviceDateOf({ instant: 'soon', zone: LA })).toThrow(RangeError)
    expect(() => serviceDateOf({ instant: '2026-04-14T10:00:00Z', zone: 'Mars/Base' })).toThrow(
      RangeError,
    )
    expect(isZone(NY)).toBe(true)
    expect(isZone('Mars/Base')).toBe(false)
  })

  it('should count minutes, days and dates', () => {
    expect(addMinutes({ instant: '2026-04-14T17:00:00Z', minutes: 50 })).toBe(
      '2026-04-14T17:50:00.000Z',
    )
    expect(minutesBetween({ start: '2026-04-14T17:02:00Z', end: '2026-04-14T17:51:59Z' })).toBe(49)
    expect(daysBetween('2026-03-01', '2026-03-31')).toBe(30)
    expect(daysBetween('2026-03-31', '2026-03-01')).toBe(-30)
    expect(datesBetween({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(datesBetween({ from: '2026-03-02', to: '2026-03-01' })).toEqual([])
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
  })

  it('should turn a year older on the birthday, and on 1 March for a leap-day birth', () => {
    expect(ageOn({ birthDate: '2008-11-24', on: '2026-11-23' })).toBe(17)
    expect(ageOn({ birthDate: '2008-11-24', on: '2026-11-24' })).toBe(18)
    expect(ageOn({ birthDate: '2008-02-29', on: '2026-02-28' })).toBe(17)
    expect(ageOn({ birthDate: '2008-02-29', on: '2026-03-01' })).toBe(18)
    expect(ageOn({ birthDate: '2008-02-29', on: '2028-02-29' })).toBe(20)
  })

  it('should let two spans touch without overlapping', () => {
    const span = (from: number, to: number) => ({
      start: `2026-04-14T${from}:00:00Z`,
      end: `2026-04-14T${to}:00:00Z`,
    })
    expect(overlaps(span(10, 11), span(11, 12))).toBe(false)
    expect(overlaps(span(10, 12), span(11, 13))).toBe(true)
    expect(overlaps(span(10, 13), span(11, 12))).toBe(true)
    expect(overlaps(span(11, 12), span(10, 13))).toBe(true)
  })
})

describe('Formatting', () => {
  const instant = '2026-04-14T17:00:00Z'

  it('should write dates and times the way people say them', () => {
    expect(formatDateTime({ instant, zone: LA })).toBe('Tue, Apr 14, 10:00 AM')
    expect(formatDateTime({ instant, zone: NY })).toBe('Tue, Apr 14, 1:00 PM')
    expect(formatFullDateTime({ instant, zone: LA })).toBe('Tue, Apr 14, 2026, 10:00 AM PDT')
    expect(formatTime({ instant, zone: LA })).toBe('10:00 AM')
    expect(formatDate('2026-04-14')).toBe('Apr 14, 2026')
  })

  it('should write midnight and noon as 12', () => {
    expect(formatTime({ instant: '2026-04-14T07:00:00Z', zone: LA })).toBe('12:00 AM')
    expect(formatTime({ instant: '2026-04-14T19:00:00Z', zone: LA })).toBe('12:00 PM')
  })
})
