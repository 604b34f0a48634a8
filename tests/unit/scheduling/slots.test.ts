import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AvailabilityRule, freeSlots, nextFreeSlots } from '@/src/domain/scheduling/freeSlots'
import { holdKeys } from '@/src/domain/scheduling/holdKeys'
import {
  addMinutes,
  dayRange,
  overlaps,
  serviceDateOf,
  wallTimeOf,
  weekdayOf,
} from '@/src/domain/scheduling/zonedTime'

const LA = 'America/Los_Angeles'
const NY = 'America/New_York'
const kim = { kind: 'clinician', id: 7 } as const

describe('Hold keys', () => {
  it('should name every slot of every resource, sorted', () => {
    expect(
      holdKeys({
        resources: [{ kind: 'room', id: 'blue' }, kim],
        start: '2026-11-24T18:00:00Z',
        end: '2026-11-24T18:10:00Z',
      }),
    ).toEqual([
      'clinician:7:2026-11-24T18:00Z',
      'clinician:7:2026-11-24T18:05Z',
      'room:blue:2026-11-24T18:00Z',
      'room:blue:2026-11-24T18:05Z',
    ])
  })

  it('should count a slot that is touched in part', () => {
    expect(
      holdKeys({ resources: [kim], start: '2026-11-24T18:03:00Z', end: '2026-11-24T18:06:00Z' }),
    ).toEqual(['clinician:7:2026-11-24T18:00Z', 'clinician:7:2026-11-24T18:05Z'])
  })

  it('should give the repeated hour of autumn its own keys', () => {
    const [first] = holdKeys({
      resources: [kim],
      start: '2026-11-01T08:30:00Z',
      end: '2026-11-01T08:35:00Z',
    })
    const [second] = holdKeys({
      resources: [kim],
      start: '2026-11-01T09:30:00Z',
      end: '2026-11-01T09:35:00Z',
    })
    expect(first).not.toBe(second)
  })

  it('should list a resource once that is named twice', () => {
    const span = { start: '2026-11-24T18:00:00Z', end: '2026-11-24T18:05:00Z' }
    expect(holdKeys({ resources: [kim, kim], ...span })).toHaveLength(1)
  })

  it('should refuse an empty span and a slot that does not divide an hour', () => {
    const at = '2026-11-24T18:00:00Z'
    expect(() => holdKeys({ resources: [kim], start: at, end: at })).toThrow(RangeError)
    expect(() =>
      holdKeys({ resources: [kim], start: at, end: '2026-11-24T19:00:00Z', minutes: 7 }),
    ).toThrow(RangeError)
  })

  it('should share a key whenever two spans overlap, and none when they are 5 minutes apart', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 })
    const length = fc.integer({ min: 1, max: 120 })
    const base = '2026-11-01T05:00:00Z'
    const span = (from: number, minutes: number) => ({
      start: addMinutes({ instant: base, minutes: from }),
      end: addMinutes({ instant: base, minutes: from + minutes }),
    })
    fc.assert(
      fc.property(minute, length, minute, length, (a, aLength, b, bLength) => {
        const one = span(a, aLength)
        const other = span(b, bLength)
        const keys = new Set(holdKeys({ resources: [kim], ...one }))
        const isShared = holdKeys({ resources: [kim], ...other }).some((key) => keys.has(key))
        if (overlaps(one, other)) expect(isShared).toBe(true)
        if (b >= a + aLength + 5 || a >= b + bLength + 5) expect(isShared).toBe(false)
        expect(keys.size).toBeGreaterThanOrEqual(Math.ceil(aLength / 5))
        expect(keys.size).toBeLessThanOrEqual(Math.ceil(aLength / 5) + 1)
      }),
    )
  })
})

const rule = (change: Partial<AvailabilityRule> = {}): AvailabilityRule => ({
  weekday: 2,
  from: '09:00',
  to: '12:00',
  zone: LA,
  locationId: 'harbor',
  ...change,
})
const tuesday = dayRange({ date: '2026-04-14', zone: LA })
const query = {
  availability: [rule()],
  closures: [],
  busy: [],
  range: tuesday,
  minutes: 60,
  now: '2026-04-01T00:00:00Z',
}
const wall = (slots: { start: string }[], zone = LA) =>
  slots.map(({ start }) => wallTimeOf({ instant: start, zone }))

describe('Free slots', () => {
  it('should fill the window and leave its end free', () => {
    expect(wall(freeSlots(query))).toEqual(['09:00', '10:00', '11:00'])
    expect(wall(freeSlots({ ...query, minutes: 50, stepMinutes: 60 }))).toEqual([
      '09:00',
      '10:00',
      '11:00',
    ])
    expect(wall(freeSlots({ ...query, minutes: 90, stepMinutes: 30 }))).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
    ])
  })

  it('should leave out what is booked, closed or past', () => {
    const at = (from: string, to: string) => ({
      start: `2026-04-14T${from}:00Z`,
      end: `2026-04-14T${to}:00Z`,
    })
    expect(wall(freeSlots({ ...query, busy: [at('17:30', '17:40')] }))).toEqual(['09:00', '11:00'])
    expect(wall(freeSlots({ ...query, busy: [at('17:00', '18:00')] }))).toEqual(['09:00', '11:00'])
    expect(
      wall(freeSlots({ ...query, closures: [{ ...at('16:00', '18:00'), locationId: 'harbor' }] })),
    ).toEqual(['11:00'])
    expect(
      wall(freeSlots({ ...query, closures: [{ ...at('16:00', '18:00'), locationId: 'hill' }] })),
    ).toEqual(['09:00', '10:00', '11:00'])
    expect(freeSlots({ ...query, closures: [at('00:00', '23:00')] })).toEqual([])
    expect(wall(freeSlots({ ...query, now: '2026-04-14T16:00:01Z' }))).toEqual(['10:00', '11:00'])
  })

  it('should respect the dates of a rule, both included', () => {
    const on = (change: Partial<AvailabilityRule>) =>
      freeSlots({ ...query, availability: [rule(change)] }).length
    expect(on({ effectiveFrom: '2026-04-14', effectiveTo: '2026-04-14' })).toBe(3)
    expect(on({ effectiveFrom: '2026-04-15' })).toBe(0)
    expect(on({ effectiveTo: '2026-04-13' })).toBe(0)
    expect(on({ weekday: 3 })).toBe(0)
  })

  it('should offer a time once when two rules cover it', () => {
    const slots = freeSlots({ ...query, availability: [rule(), rule({ from: '10:00' })] })
    expect(wall(slots)).toEqual(['09:00', '10:00', '11:00'])
  })

  it.each([
    ['2026-03-08', LA],
    ['2026-11-01', LA],
    ['2026-03-08', NY],
    ['2026-11-01', NY],
  ])('should stay at wall time when the clocks change on %s in %s', (date, zone) => {
    const weekly = [rule({ weekday: 7, zone }), rule({ weekday: 1, zone })]
    const range = {
      start: dayRange({ date, zone }).start,
      end: addMinutes({ instant: dayRange({ date, zone }).end, minutes: 24 * 60 }),
    }
    const slots = freeSlots({ ...query, availability: weekly, range, now: range.start })
    expect(wall(slots, zone)).toEqual(['09:00', '10:00', '11:00', '09:00', '10:00', '11:00'])
  })

  it('should lose the skipped hour and gain the doubled one', () => {
    const night = [rule({ weekday: 7, from: '01:00', to: '04:00' })]
    const on = (date: string) => {
      const range = dayRange({ date, zone: LA })
      return wall(freeSlots({ ...query, availability: night, range, now: range.start }))
    }
    expect(on('2026-03-08')).toEqual(['01:00', '03:00'])
    expect(on('2026-11-01')).toEqual(['01:00', '01:00', '02:00', '03:00'])
  })

  it('should refuse a rule that ends before it begins', () => {
    expect(() => freeSlots({ ...query, availability: [rule({ to: '09:00' })] })).toThrow(RangeError)
  })

  it('should never offer what is taken, past, outside the window or outside the range', () => {
    const minute = fc.integer({ min: 0, max: 4 * 24 * 60 })
    const base = '2026-10-30T07:00:00Z'
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 180 })), { maxLength: 8 }),
        minute,
        fc.constantFrom(15, 30, 50, 60),
        fc.constantFrom(LA, NY),
        (bookings, nowMinute, minutes, zone) => {
          const at = (from: number) => addMinutes({ instant: base, minutes: from })
          const busy = bookings.map(([from, length]) => ({
            start: at(from),
            end: at(from + length),
          }))
          const availability = [5, 6, 7, 1].map((weekday) => rule({ weekday, zone }))
          const range = { start: base, end: at(4 * 24 * 60) }
          const slots = freeSlots({
            ...query,
            availability,
            busy,
            range,
            minutes,
            now: at(nowMinute),
          })
          for (const slot of slots) {
            expect(busy.some((span) => overlaps(span, slot))).toBe(false)
            expect(slot.start >= at(nowMinute)).toBe(true)
            expect(slot.end <= range.end).toBe(true)
            const date = serviceDateOf({ instant: slot.start, zone })
            expect([5, 6, 7, 1]).toContain(weekdayOf(date))
            expect(wallTimeOf({ instant: slot.start, zone }) >= '09:00').toBe(true)
            expect(wallTimeOf({ instant: slot.end, zone }) <= '12:00').toBe(true)
          }
          expect(slots.map(({ start }) => start)).toEqual(slots.map(({ start }) => start).sort())
        },
      ),
    )
  })
})

describe('The next free slots', () => {
  const { range: _, ...open } = query

  it('should run over weeks until enough are found', () => {
    const slots = nextFreeSlots({ ...open, now: '2026-04-14T17:30:00Z', count: 5 })
    expect(slots.map(({ start }) => start)).toEqual([
      '2026-04-14T18:00:00.000Z',
      '2026-04-21T16:00:00.000Z',
      '2026-04-21T17:00:00.000Z',
      '2026-04-21T18:00:00.000Z',
      '2026-04-28T16:00:00.000Z',
    ])
  })

  it('should stop at the horizon', () => {
    expect(nextFreeSlots({ ...open, count: 50, withinDays: 14 })).toHaveLength(6)
    expect(nextFreeSlots({ ...open, availability: [], count: 3 })).toEqual([])
  })
})
