import { describe, expect, it } from 'vitest'
import { webhookBody } from '@/src/domain/webhooks/events'
import {
  isFailingTooLong,
  nextAttemptAt,
  pauseAfterMs,
  retryMinutes,
} from '@/src/domain/webhooks/schedule'

const now = new Date('2026-04-14T16:40:00.000Z')

describe('what a webhook says', () => {
  it('is the event, its time and ids', () => {
    const facts = {
      event: 'payment.recorded',
      collectionSlug: 'payments',
      recordId: 'p1',
      occurredAt: '2026-04-14T16:40:00.000Z',
    }
    expect(JSON.parse(webhookBody({ ...facts, patientId: 'a1' }))).toEqual({
      type: 'payment.recorded',
      timestamp: '2026-04-14T16:40:00.000Z',
      data: { collection: 'payments', id: 'p1', patient: 'a1' },
    })
    expect(webhookBody({ ...facts, patientId: null })).not.toContain('patient":')
  })
})

describe('attempts', () => {
  it('come later each time, for three days, and then no more', () => {
    const gaps = retryMinutes.map((_, index) => {
      const at = nextAttemptAt(index + 1, now)
      return (at?.getTime() ?? 0) - now.getTime()
    })
    expect(gaps).toEqual([...gaps].sort((left, right) => left - right))
    expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeGreaterThanOrEqual(pauseAfterMs)
    expect(nextAttemptAt(retryMinutes.length + 1, now)).toBeNull()
  })

  it('of a receiver end once it has failed for three days', () => {
    const since = (ms: number) => new Date(now.getTime() - ms).toISOString()
    expect(isFailingTooLong(null, now)).toBe(false)
    expect(isFailingTooLong(since(pauseAfterMs - 1), now)).toBe(false)
    expect(isFailingTooLong(since(pauseAfterMs), now)).toBe(true)
  })
})
