import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  businessDaysBetween,
  businessDeadline,
  federalHolidays,
  isBusinessDay,
} from '@/src/domain/scheduling/businessDays'
import { weekdayOf } from '@/src/domain/scheduling/zonedTime'

describe('Federal holidays', () => {
  it('should match the published list of 2026', () => {
    expect(federalHolidays(2026).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ])
  })

  it('should move weekend holidays, even into the year before', () => {
    expect(federalHolidays(2028)[0]).toEqual({ name: "New Year's Day", date: '2027-12-31' })
    expect(isBusinessDay({ date: '2027-12-31' })).toBe(false)
    expect(federalHolidays(2027).map(({ date }) => date)).toContain('2027-07-05')
    expect(federalHolidays(2020).some(({ name }) => name === 'Juneteenth')).toBe(false)
  })

  it('should observe every holiday on a weekday', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      expect(federalHolidays(year)).toHaveLength(year < 2021 ? 10 : 11)
      expect(federalHolidays(year).every(({ date }) => weekdayOf(date) <= 5)).toBe(true)
    }
  })
})

describe('Business days', () => {
  it('should skip weekends, holidays and the practice closures', () => {
    expect(addBusinessDays({ date: '2026-11-23', days: 1 })).toBe('2026-11-24')
    expect(addBusinessDays({ date: '2026-11-25', days: 1 })).toBe('2026-11-27')
    expect(addBusinessDays({ date: '2026-11-25', days: 1, closedDates: ['2026-11-27'] })).toBe(
      '2026-11-30',
    )
    expect(addBusinessDays({ date: '2026-11-28', days: 1 })).toBe('2026-11-30')
    expect(addBusinessDays({ date: '2026-11-23', days: 10 })).toBe('2026-12-08')
    expect(addBusinessDays({ date: '2026-11-28', days: 0 })).toBe('2026-11-28')
  })

  it('should count back what it added', () => {
    for (const days of [1, 2, 5, 17]) {
      const to = addBusinessDays({ date: '2026-11-20', days })
      expect(businessDaysBetween({ from: '2026-11-20', to })).toBe(days)
    }
    expect(businessDaysBetween({ from: '2026-11-20', to: '2026-11-20' })).toBe(0)
  })

  it('should put the first response at closing time of the next business day (R01)', () => {
    const due = (receivedAt: string) =>
      businessDeadline({ receivedAt, days: 1, zone: 'America/Los_Angeles' })
    expect(due('2026-11-24T04:00:00Z')).toBe('2026-11-25T01:00:00.000Z')
    expect(due('2026-11-26T01:30:00Z')).toBe('2026-11-28T01:00:00.000Z')
    expect(due('2026-03-07T20:00:00Z')).toBe('2026-03-10T00:00:00.000Z')
  })
})
