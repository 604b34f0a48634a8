import { describe, expect, it } from 'vitest'
import { completionWindow } from '@/src/domain/treatment/completionWindow'
import { planDue } from '@/src/domain/treatment/planDue'
import {
  describeTechniques,
  findTechnique,
  TECHNIQUE_FAMILIES,
} from '@/src/domain/treatment/techniques'

const due = (sessionDates: string[], today = '2026-04-14') =>
  planDue({ intakeServiceDate: '2026-04-14', sessionDates, today, patientName: 'Ana' })

describe('The first plan (R23)', () => {
  it('should be due at the third session when that comes first, the intake being the first', () => {
    expect(due(['2026-04-28', '2026-04-21', '2026-04-14'])).toMatchObject({
      dueOn: '2026-04-28',
      reason: 'session',
    })
    expect(due(['2026-04-21', '2026-04-28'])).toMatchObject({ dueOn: '2026-04-28' })
  })

  it('should be due on day 30 when sessions are rare', () => {
    expect(due([])).toMatchObject({ dueOn: '2026-05-14', reason: 'days' })
    expect(due(['2026-04-28', '2026-06-01'])).toMatchObject({ dueOn: '2026-05-14' })
    expect(due(['2026-04-28', '2026-05-14'])).toMatchObject({
      dueOn: '2026-05-14',
      reason: 'session',
    })
  })

  it('should not count sessions before the intake', () => {
    expect(due(['2026-03-01', '2026-03-08', '2026-03-15'])).toMatchObject({ dueOn: '2026-05-14' })
  })

  it.each([
    ['2026-05-10', 4, false, 'Plan for Ana is due in 4 days.'],
    ['2026-05-13', 1, false, 'Plan for Ana is due in 1 day.'],
    ['2026-05-14', 0, false, 'Plan for Ana is due today.'],
    ['2026-05-15', -1, true, 'Plan for Ana is 1 day late.'],
    ['2026-05-17', -3, true, 'Plan for Ana is 3 days late.'],
  ])('should say on %s how things stand', (today, daysLeft, isOverdue, message) => {
    expect(due([], today)).toMatchObject({ daysLeft, isOverdue, message })
  })

  it('should follow the practice when it sets other numbers', () => {
    expect(
      planDue({
        intakeServiceDate: '2026-04-14',
        sessionDates: ['2026-04-21'],
        today: '2026-04-14',
        patientName: 'Ana',
        settings: { bySession: 2, withinDays: 10 },
      }).dueOn,
    ).toBe('2026-04-21')
  })
})

describe('Completing a session (R36)', () => {
  const zone = 'America/Los_Angeles'
  const at = (now: string) =>
    completionWindow({ start: '2026-03-01T18:00:00Z', now, zone, maxBackdateDays: 14 })

  it('should wait for the start', () => {
    expect(at('2026-03-01T17:59:59Z')).toMatchObject({
      canComplete: false,
      reason: 'notStarted',
      message: 'This session has not started yet.',
    })
    expect(at('2026-03-01T18:00:00Z')).toMatchObject({ canComplete: true, message: null })
  })

  it('should close after 14 calendar days of the location, clocks changing or not', () => {
    expect(at('2026-03-16T06:59:00Z')).toMatchObject({
      canComplete: true,
      earliestServiceDate: '2026-03-01',
    })
    expect(at('2026-03-16T07:00:00Z')).toMatchObject({
      canComplete: false,
      reason: 'tooOld',
      message:
        'This session took place more than 14 days ago. Ask an administrator to complete it with a reason.',
    })
  })
})

describe('Techniques', () => {
  it('should have one code each, under its family', () => {
    const codes = TECHNIQUE_FAMILIES.flatMap(({ code, techniques }) =>
      techniques.map((technique) => {
        expect(technique.code.startsWith(`${code}.`)).toBe(true)
        return technique.code
      }),
    )
    expect(new Set(codes).size).toBe(codes.length)
    for (const family of ['cbt', 'dbt', 'psychodynamic', 'mi', 'emdr', 'act', 'family']) {
      expect(codes.some((code) => code.startsWith(`${family}.`))).toBe(true)
    }
  })

  it('should be found and printed by name', () => {
    expect(findTechnique('cbt.exposure')).toEqual({
      code: 'cbt.exposure',
      label: 'Exposure',
      family: 'Cognitive behavioral therapy',
    })
    expect(findTechnique('exposure')).toBeNull()
    expect(describeTechniques(['cbt.exposure', 'supportive.validation', 'old.code'])).toBe(
      'Exposure, Validation, old.code',
    )
  })
})
