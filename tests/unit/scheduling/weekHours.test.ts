import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWords, placesOpen, windowsOn } from '@/src/components/admin/calendar/openHours'
import { isClosedFor } from '@/src/domain/scheduling/placeHours'
import {
  inWeekOrder,
  type OpenStretch,
  spellWeek,
  weekHoursProblem,
} from '@/src/domain/scheduling/weekHours'

const on = (weekdays: number[], from: string, to: string): OpenStretch[] =>
  weekdays.map((weekday) => ({ weekday, from, to }))

describe('opening hours', () => {
  it('are said in runs of days with the same hours', () => {
    const hours = [...on([5], '08:00', '17:00'), ...on([4, 1, 2, 3], '08:00', '19:00')]
    expect(spellWeek(hours)).toEqual([
      'Mon–Thu 8:00 AM–7:00 PM',
      'Fri 8:00 AM–5:00 PM',
      'Sat–Sun closed',
    ])
    expect(spellWeek([...on([3], '13:00', '24:00'), ...on([3], '09:30', '12:00')])).toEqual([
      'Mon–Tue closed',
      'Wed 9:30 AM–12:00 PM, 1:00 PM–midnight',
      'Thu–Sun closed',
    ])
    expect(spellWeek([])).toEqual([])
  })

  it.each<[unknown, RegExp]>([
    [on([1], '18:00', '08:00'), /^Monday: closing at 8:00 AM is not after opening at 6:00 PM/],
    [on([2], '09:00', '09:00'), /^Tuesday: closing at 9:00 AM is not after/],
    [on([7], '25:00', '26:00'), /^Sunday: "25:00" is no time of day\. Enter one such as 09:00\./],
    [on([7], '9', '17:00'), /^Sunday: "9" is no time of day/],
    [on([3], '09:00', ''), /^Wednesday: enter when it opens and when it closes/],
    [
      [...on([4], '13:00', '17:00'), ...on([4], '09:00', '14:00')],
      /^Thursday: 9:00 AM–2:00 PM and 1:00 PM–5:00 PM overlap/,
    ],
    [on([8], '09:00', '17:00'), /as a list such as/],
    [on([0], '09:00', '17:00'), /as a list such as/],
    ['Monday to Friday 9 to 5', /as a list such as/],
    [{ monday: '9 to 5' }, /as a list such as/],
    [[null], /as a list such as/],
    [[{ ...on([1], '09:00', '17:00')[0], note: 'x' }], /as a list such as/],
    [Array.from({ length: 71 }, () => on([1], '09:00', '17:00')[0]), /as a list such as/],
  ])('are refused with the day and the way out: %j', (value, sentence) => {
    expect(weekHoursProblem(value)).toMatch(sentence)
  })

  it('may touch, may be none, and are the same in any order', () => {
    expect(weekHoursProblem([])).toBeNull()
    expect(
      weekHoursProblem([...on([1], '09:00', '12:00'), ...on([1], '12:00', '24:00')]),
    ).toBeNull()
    const stretch = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: fc.constantFrom('08:00', '09:30', '13:00'),
      to: fc.constantFrom('09:00', '12:00', '13:00', '24:00'),
    })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (hours) => {
        const turned = hours.toReversed()
        expect(weekHoursProblem(turned) === null).toBe(weekHoursProblem(hours) === null)
        if (weekHoursProblem(hours) === null)
          expect(inWeekOrder(turned)).toEqual(inWeekOrder(hours))
      }),
    )
  })
})

describe('the hours of a place in the calendar', () => {
  const zone = 'America/Los_Angeles'
  const place = {
    id: 'pier',
    name: 'Pier',
    zone,
    isActive: true,
    hours: [...on([1, 2, 3, 4], '08:00', '12:00'), ...on([1, 2, 3, 4], '13:00', '17:00')],
  }
  // A Tuesday; somebody works from 11 AM to 6 PM.
  const data = {
    date: '2026-04-14',
    days: 1,
    zone,
    appointments: [],
    clinicians: [],
    rooms: [],
    locations: [place],
    hours: [
      {
        staff: 'kim',
        location: 'pier',
        startsAt: '2026-04-14T18:00:00.000Z',
        endsAt: '2026-04-15T01:00:00.000Z',
      },
    ],
    hoursOf: 'everybody' as const,
    closures: [],
  }

  it('take from people what lies outside of them', () => {
    expect(windowsOn(data, data.date).map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2026-04-14T18:00:00.000Z', '2026-04-14T19:00:00.000Z'],
      ['2026-04-14T20:00:00.000Z', '2026-04-15T00:00:00.000Z'],
    ])
    const unsaid = { ...data, locations: [{ ...place, hours: [] }] }
    expect(windowsOn(unsaid, data.date)).toEqual(data.hours)
  })

  it('say when the practice is open, to everybody; a place that is given up says nothing', () => {
    const own = { ...data, hours: [], hoursOf: 'oneself' as const }
    expect(openWords(own, data.date)).toBe('Open 8 AM to 12 PM, 1 PM to 5 PM')
    expect(openWords(own, '2026-04-17')).toBe('Closed')
    const former = { ...place, id: 'old', isActive: false, hours: on([5], '08:00', '12:00') }
    expect(placesOpen({ ...own, locations: [place, former] }, '2026-04-17')).toEqual([])
    const unsaid = { ...own, locations: [place, { ...place, id: 'new', hours: [] }] }
    expect(openWords(unsaid, data.date)).toBe('')
  })

  it('tell a visit that does not lie within them whole', () => {
    const from = (startsAt: string) => isClosedFor(place, { startsAt, minutes: 50 })
    expect(from('2026-04-14T18:00:00.000Z')).toBe(false)
    expect(from('2026-04-14T18:30:00.000Z')).toBe(true)
    expect(from('2026-04-14T23:10:00.000Z')).toBe(false)
    expect(from('2026-04-18T18:00:00.000Z')).toBe(true)
    expect(
      isClosedFor({ ...place, hours: [] }, { startsAt: '2026-04-18T18:00:00.000Z', minutes: 50 }),
    ).toBe(false)
  })
})
