import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { formatMoney, parseMoney, splitCents } from '@/src/domain/money'

describe('Money', () => {
  it.each([
    ['$1,234.50', 123450],
    ['1234.5', 123450],
    ['-42.58', -4258],
    ['-$5', -500],
    ['$-5', -500],
    ['.5', 50],
    ['12.', 1200],
    ['-0', 0],
    [' 0.07 ', 7],
  ])('reads %s as cents', (text, cents) => {
    expect(parseMoney(text)).toEqual({ ok: true, cents })
  })

  it.each([
    '',
    '.',
    '$',
    '1.234',
    '1,23',
    '12,34.00',
    'ten',
    '1e3',
    '--1',
    '-$-1',
    '+1',
    '99999999999',
  ])('refuses %s with a sentence', (text) => {
    const result = parseMoney(text)
    expect(result.ok).toBe(false)
    expect(result.ok ? '' : result.message).toMatch(/\.$/)
  })

  it('writes dollars with thousands and sign', () => {
    expect(formatMoney(12000)).toBe('$120.00')
    expect(formatMoney(-5)).toBe('-$0.05')
    expect(formatMoney(123456789)).toBe('$1,234,567.89')
    expect(() => formatMoney(0.5)).toThrow(RangeError)
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        expect(parseMoney(formatMoney(cents))).toEqual({ ok: true, cents })
      }),
    )
  })

  it('splits without losing a cent and never by more than one from the exact share', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (total, list) => {
        const parts = splitCents(total, list)
        const sum = list.reduce((all, weight) => all + weight, 0)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(total)
        for (const [index, part] of parts.entries()) {
          expect(Math.abs(part - (total * (list[index] ?? 0)) / sum)).toBeLessThan(1.001)
          if (list[index] === 0) expect(part).toBe(0)
        }
      }),
    )
    expect(splitCents(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(() => splitCents(100, [0, 0])).toThrow(RangeError)
  })
})

describe('Calendar dates', () => {
  it('knows the days that exist', () => {
    for (const day of ['2026-02-28', '2024-02-29', '2000-02-29'])
      expect(isCalendarDate(day)).toBe(true)
    for (const day of [
      '2026-02-30',
      '2025-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-1-1',
      '',
      null,
    ]) {
      expect(isCalendarDate(day)).toBe(false)
    }
  })

  it('counts days across months, leap days and clock changes', () => {
    expect(addDays('2026-01-31', 1)).toBe('2026-02-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(formatDate('2026-01-05')).toBe('Jan 5, 2026')
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween('2026-06-15', addDays('2026-06-15', days))).toBe(days)
      }),
    )
  })
})
