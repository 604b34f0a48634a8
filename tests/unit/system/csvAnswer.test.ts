import { afterEach, expect, it, vi } from 'vitest'
import { csvAnswer } from '@/src/lib/csvAnswer'
import { practiceZone, setPracticeZone } from '@/src/lib/practiceZone'

const zone = practiceZone()

afterEach(() => {
  vi.useRealTimers()
  setPracticeZone(zone)
})

it('a list taken in the evening is named after the evening at the practice', () => {
  setPracticeZone('America/New_York')
  vi.useFakeTimers({ now: new Date('2026-04-15T01:30:00Z') })
  const { headers } = csvAnswer({ name: 'charges', lines: [] })
  expect(headers.get('content-disposition')).toBe('attachment; filename="charges-2026-04-14.csv"')
})
