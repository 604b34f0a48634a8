import { expect, it } from 'vitest'
import { movedAlong, weeklyAfter } from '@/src/domain/scheduling/weekly'

const zone = 'America/Los_Angeles'

it('a weekly series keeps the time of the clock when daylight saving ends', () => {
  // 10:00 in Seattle on October 27, and after November 1 still 10:00
  expect(
    weeklyAfter({ startsAt: '2026-10-27T17:00:00.000Z', zone, everyWeeks: 1, times: 2 }),
  ).toEqual(['2026-11-03T18:00:00.000Z', '2026-11-10T18:00:00.000Z'])
  expect(
    weeklyAfter({ startsAt: '2026-10-27T17:00:00.000Z', zone, everyWeeks: 2, times: 1 }),
  ).toEqual(['2026-11-10T18:00:00.000Z'])
})

it('what moves along lands as many days later, at the new time of the clock', () => {
  const from = '2026-10-27T17:00:00.000Z'
  const to = '2026-10-28T21:30:00.000Z' // Wednesday 14:30
  expect(movedAlong({ startsAt: from, from, to, zone })).toBe(to)
  expect(movedAlong({ startsAt: '2026-11-03T18:00:00.000Z', from, to, zone })).toBe(
    '2026-11-04T22:30:00.000Z',
  )
  // The other way, over midnight UTC.
  expect(
    movedAlong({
      startsAt: '2026-11-03T18:00:00.000Z',
      from,
      to: '2026-10-27T00:30:00.000Z',
      zone,
    }),
  ).toBe('2026-11-03T01:30:00.000Z')
})
