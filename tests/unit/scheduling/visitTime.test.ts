import { describe, expect, it } from 'vitest'
import { visitTime } from '@/src/domain/scheduling/visitTime'

const at = { now: '2026-04-14T17:30:00.000Z', today: '2026-04-14' }
const visit = { serviceDate: '2026-04-14', endsAt: '2026-04-14T17:50:00.000Z' }
const over = { serviceDate: '2026-04-14', endsAt: '2026-04-14T16:50:00.000Z' }

describe('where a visit stands', () => {
  it('is on from its beginning until somebody ends it', () => {
    expect(visitTime({ ...visit, status: 'inSession' }, at)).toBe('now')
    expect(visitTime({ ...over, status: 'inSession' }, at)).toBe('now')
    expect(visitTime({ ...over, status: 'completed' }, at)).toBe('earlier')
  })

  it('comes until its hour is over', () => {
    expect(visitTime({ ...visit, status: 'booked' }, at)).toBe('coming')
    expect(visitTime({ ...visit, status: 'checkedIn' }, at)).toBe('coming')
    expect(visitTime({ ...over, status: 'checkedIn' }, at)).toBe('earlier')
    expect(visitTime({ ...visit, status: 'cancelled' }, at)).toBe('earlier')
  })

  it('is over the day after, even if nobody ended it', () => {
    const forgotten = { serviceDate: '2026-04-13', endsAt: '2026-04-13T16:50:00.000Z' }
    expect(visitTime({ ...forgotten, status: 'inSession' }, at)).toBe('earlier')
  })
})
