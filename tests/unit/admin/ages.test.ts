import { afterEach, describe, expect, it } from 'vitest'
import { daysOld } from '@/src/components/admin/page/ages'
import { clock } from '@/src/lib/clock'

afterEach(() => clock.reset())

describe('the age of what waits', () => {
  it('counts days as people do, at the practice', () => {
    // Monday, half past nine in the morning in Los Angeles.
    clock.freeze(new Date('2026-11-30T17:30:00.000Z'))
    // Friday afternoon there, Saturday in UTC: less than three times 24 hours ago.
    expect(daysOld('2026-11-28T00:30:00.000Z')).toBe(3)
    expect(daysOld('2026-11-30T08:30:00.000Z')).toBe(0)
    expect(daysOld('2026-12-02T08:30:00.000Z')).toBe(0)
    expect(daysOld('')).toBe(0)
  })
})
